import { date, euros, inSection, months, percent, text, texts, yesNo } from './property.ts';

const FLOWS = ['supplies', 'dependsOn'] as const;
/** Relations along which the loss of one party can reach another. */
const NEEDS = [...FLOWS, 'licenses', 'operates', 'partOf', 'develops', 'collaborates', 'employs'] as const;
const AGREEMENTS = ['contracts', 'supplies', 'licenses', 'collaborates', 'finances', 'employs'] as const;

/** How much hangs on a supply, and how fast it could be replaced. */
export const SUPPLY = inSection('supply', [
  {
    id: 'suppliedProduct',
    subjects: FLOWS,
    values: ['record', 'text'],
    many: true,
    letter: ['IND-2'],
    label: { nl: 'Wat wordt geleverd', en: 'What is supplied' },
  },
  {
    id: 'inputGroup',
    subjects: NEEDS,
    values: ['text', 'record'],
    many: true,
    letter: ['IND-1', 'IND-2'],
    label: { nl: 'Bron voor de input', en: 'Source of the input' },
    hint: {
      nl: 'Leveringen met dezelfde input kunnen elkaar vervangen; zonder opgave telt wat wordt geleverd.',
      en: 'Supplies of the same input can replace each other; without it, what is supplied counts.',
    },
  },
  {
    id: 'flowNature',
    subjects: FLOWS,
    values: ['code'],
    codes: ['goods', 'services', 'software', 'data', 'infrastructure', 'energy', 'logistics'],
    letter: ['IND-2'],
    label: { nl: 'Aard van de levering', en: 'Nature of the supply' },
  },
  {
    id: 'supplyState',
    subjects: FLOWS,
    values: ['code'],
    codes: ['current', 'qualified', 'candidate'],
    letter: ['IND-1'],
    label: { nl: 'Stand van de levering', en: 'State of the supply' },
    hint: {
      nl: 'Goedgekeurd maar niet in gebruik, of nog goed te keuren: een alternatief op papier.',
      en: 'Qualified but not in use, or still to be qualified: an alternative on paper.',
    },
  },
  {
    id: 'volumeShare',
    subjects: FLOWS,
    ...percent,
    letter: ['IND-2', 'SC-2'],
    label: { nl: 'Aandeel in de inkoop van de afnemer', en: 'Share of the customer’s purchases' },
  },
  {
    id: 'salesShare',
    subjects: FLOWS,
    ...percent,
    letter: ['IND-2'],
    label: { nl: 'Aandeel in de verkoop van de leverancier', en: 'Share of the supplier’s sales' },
  },
  {
    id: 'annualValue',
    subjects: [...FLOWS, 'contracts', 'licenses', 'collaborates'],
    ...euros,
    label: { nl: 'Waarde per jaar', en: 'Value a year' },
  },
  {
    id: 'annualVolume',
    subjects: FLOWS,
    values: ['number', 'range'],
    units: ['pieces', 'tonnes', 'count'],
    min: 0,
    letter: ['IND-2'],
    label: { nl: 'Hoeveelheid per jaar', en: 'Volume a year' },
  },
  {
    id: 'singleSource',
    subjects: NEEDS,
    ...yesNo,
    letter: ['IND-2', 'SC-2'],
    label: { nl: 'Enige leverancier', en: 'Single source' },
  },
  {
    id: 'singleSourceGround',
    subjects: NEEDS,
    values: ['code'],
    codes: ['contract', 'technology', 'law', 'market'],
    many: true,
    letter: ['IND-1', 'IND-2'],
    label: { nl: 'Grond van de enige leverancier', en: 'Ground of the single source' },
  },
  {
    id: 'essential',
    subjects: NEEDS,
    ...yesNo,
    letter: ['SC-2', 'IND-2'],
    label: { nl: 'Essentieel voor de afnemer', en: 'Essential to the customer' },
  },
  {
    id: 'outputLoss',
    subjects: NEEDS,
    ...percent,
    letter: ['IND-2', 'IND-3'],
    label: { nl: 'Productie die zonder deze levering wegvalt', en: 'Output lost without this supply' },
  },
  {
    id: 'canCover',
    subjects: NEEDS,
    ...percent,
    letter: ['IND-1', 'IND-2'],
    label: {
      nl: 'Kan hoogstens voorzien in (deel van de behoefte)',
      en: 'Can cover at most (part of the need)',
    },
    hint: {
      nl: 'Wat deze bron kan leveren als de andere bronnen wegvallen.',
      en: 'What this source can supply when the other sources are gone.',
    },
  },
  {
    id: 'timeToReplace',
    subjects: NEEDS,
    ...months,
    letter: ['IND-1', 'SC-2'],
    label: { nl: 'Tijd om te vervangen', en: 'Time to replace' },
  },
  {
    id: 'timeToQualify',
    subjects: FLOWS,
    ...months,
    letter: ['IND-1'],
    label: { nl: 'Tijd om een alternatief goed te keuren', en: 'Time to qualify an alternative' },
  },
  {
    id: 'substituteSupplier',
    subjects: NEEDS,
    values: ['record', 'text'],
    many: true,
    letter: ['IND-1'],
    label: { nl: 'Andere leverancier', en: 'Alternative supplier' },
  },
  {
    id: 'stockCover',
    subjects: FLOWS,
    values: ['number', 'range'],
    units: ['weeks', 'days', 'months'],
    min: 0,
    letter: ['IND-1'],
    label: { nl: 'Voorraad reikt', en: 'Stock lasts' },
  },
  {
    id: 'timeToRecover',
    subjects: ['company', 'publicBody', 'site', 'process', 'technology'],
    ...months,
    letter: ['IND-1', 'IND-3'],
    label: { nl: 'Tijd tot herstel na uitval', en: 'Time to recover after failing' },
  },
  {
    id: 'originCountry',
    subjects: ['supplies', 'product'],
    values: ['code'],
    check: 'country',
    many: true,
    label: { nl: 'Land van herkomst', en: 'Country of origin' },
  },
]);

/** Terms of an agreement that matter when a party changes hands. */
export const CONTRACTS = inSection('contracts', [
  {
    id: 'contractSubject',
    subjects: AGREEMENTS,
    ...texts,
    label: { nl: 'Onderwerp van het contract', en: 'Subject of the contract' },
  },
  {
    id: 'contractValue',
    subjects: AGREEMENTS,
    ...euros,
    label: { nl: 'Contractwaarde', en: 'Contract value' },
  },
  { id: 'contractTerm', subjects: AGREEMENTS, ...months, label: { nl: 'Looptijd', en: 'Term' } },
  { id: 'contractEnd', subjects: AGREEMENTS, ...date, label: { nl: 'Einddatum', en: 'End date' } },
  { id: 'noticePeriod', subjects: AGREEMENTS, ...months, label: { nl: 'Opzegtermijn', en: 'Notice period' } },
  {
    id: 'exclusivity',
    subjects: AGREEMENTS,
    ...yesNo,
    letter: ['IND-4'],
    label: { nl: 'Exclusief', en: 'Exclusive' },
  },
  {
    id: 'changeOfControlClause',
    subjects: AGREEMENTS,
    ...yesNo,
    letter: ['CON-1'],
    label: { nl: 'Bepaling bij wijziging van zeggenschap', en: 'Change-of-control clause' },
  },
  {
    id: 'changeOfControlEffect',
    subjects: AGREEMENTS,
    ...text,
    letter: ['CON-1'],
    label: { nl: 'Gevolg bij wijziging van zeggenschap', en: 'Effect of a change of control' },
  },
]);
