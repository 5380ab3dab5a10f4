import { date, euros, inSection, months, percent, text, texts, yesNo } from './property.ts';

const FLOWS = ['supplies', 'dependsOn'] as const;
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
    id: 'singleSource',
    subjects: FLOWS,
    ...yesNo,
    letter: ['IND-2', 'SC-2'],
    label: { nl: 'Enige leverancier', en: 'Single source' },
  },
  {
    id: 'essential',
    subjects: FLOWS,
    ...yesNo,
    letter: ['SC-2', 'IND-2'],
    label: { nl: 'Essentieel voor de afnemer', en: 'Essential to the customer' },
  },
  {
    id: 'timeToReplace',
    subjects: FLOWS,
    ...months,
    letter: ['IND-1', 'SC-2'],
    label: { nl: 'Tijd om te vervangen', en: 'Time to replace' },
  },
  {
    id: 'substituteSupplier',
    subjects: FLOWS,
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
