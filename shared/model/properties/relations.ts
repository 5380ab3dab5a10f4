import { RELATION_KINDS } from '../records.ts';
import { count, date, euros, inSection, months, percent, text, texts, yesNo } from './property.ts';

const HOLDINGS = ['owns', 'controls', 'finances'] as const;
const FLOWS = ['supplies', 'dependsOn'] as const;
const AGREEMENTS = ['contracts', 'supplies', 'licenses', 'collaborates', 'finances', 'employs'] as const;

/** What can be asked of every relation: whether it is there at all. */
export const RELATION = inSection('relation', [
  {
    id: 'exists',
    subjects: RELATION_KINDS,
    ...yesNo,
    label: { nl: 'Relatie bestaat', en: 'Relation exists' },
    hint: {
      nl: 'De bewering dat deze relatie er is, met haar bron.',
      en: 'The claim that this relation is there, with its source.',
    },
  },
  { id: 'relationNote', subjects: RELATION_KINDS, ...texts, label: { nl: 'Toelichting', en: 'Explanation' } },
]);

/** Shares, votes and the rights that give control without shares; capital and votes are never mixed. */
export const OWNERSHIP = inSection('ownership', [
  {
    id: 'capital',
    subjects: ['owns'],
    ...percent,
    letter: ['CON-2', 'PUR-12'],
    label: { nl: 'Aandeel in het kapitaal', en: 'Share of capital' },
  },
  {
    id: 'votes',
    subjects: ['owns', 'controls'],
    ...percent,
    letter: ['CON-2', 'PUR-12'],
    label: { nl: 'Aandeel in de stemmen', en: 'Share of votes' },
    hint: {
      nl: 'De drempels van de Wet vifo gaan over stemmen.',
      en: 'The thresholds of the Vifo Act are about votes.',
    },
  },
  {
    id: 'capitalAfterDeal',
    subjects: ['owns', 'finances'],
    ...percent,
    letter: ['CON-1', 'PUR-11'],
    label: { nl: 'Aandeel in het kapitaal na de transactie', en: 'Share of capital after the deal' },
  },
  {
    id: 'votesAfterDeal',
    subjects: ['owns', 'finances'],
    ...percent,
    letter: ['CON-1', 'PUR-11'],
    label: { nl: 'Aandeel in de stemmen na de transactie', en: 'Share of votes after the deal' },
  },
  {
    id: 'shareClass',
    subjects: ['owns', 'finances'],
    ...text,
    label: { nl: 'Soort aandelen', en: 'Class of shares' },
  },
  {
    id: 'transactionDate',
    subjects: HOLDINGS,
    ...date,
    letter: ['SC-3'],
    label: { nl: 'Datum van de transactie', en: 'Date of the transaction' },
    hint: {
      nl: 'Vóór 8 september 2020 valt buiten de Wet vifo.',
      en: 'Before 8 September 2020 is out of reach of the Vifo Act.',
    },
  },
  {
    id: 'boardSeats',
    subjects: [...HOLDINGS, 'influences'],
    ...count,
    letter: ['PUR-12'],
    label: { nl: 'Zetels in bestuur of raad van commissarissen', en: 'Board seats' },
  },
  {
    id: 'boardAppointment',
    subjects: [...HOLDINGS, 'influences'],
    ...yesNo,
    letter: ['PUR-12'],
    label: { nl: 'Benoemt of ontslaat bestuurders', en: 'Appoints or dismisses directors' },
  },
  {
    id: 'vetoRight',
    subjects: [...HOLDINGS, 'influences'],
    ...texts,
    letter: ['PUR-12'],
    label: { nl: 'Vetorecht', en: 'Veto right' },
  },
  {
    id: 'goldenShare',
    subjects: ['owns', 'controls'],
    ...yesNo,
    letter: ['PUR-12'],
    label: { nl: 'Prioriteitsaandeel', en: 'Golden share' },
  },
  {
    id: 'preEmption',
    subjects: HOLDINGS,
    ...yesNo,
    label: { nl: 'Voorkeursrecht', en: 'Pre-emption right' },
  },
  {
    id: 'convertible',
    subjects: HOLDINGS,
    ...percent,
    letter: ['PUR-12', 'FIN-2'],
    label: { nl: 'Converteerbaar tot (aandeel in het kapitaal)', en: 'Convertible into (share of capital)' },
  },
  {
    id: 'warrants',
    subjects: HOLDINGS,
    ...percent,
    letter: ['PUR-12', 'FIN-3'],
    label: { nl: 'Warrants op (aandeel in het kapitaal)', en: 'Warrants on (share of capital)' },
  },
  { id: 'pledge', subjects: ['owns'], ...yesNo, label: { nl: 'Verpand', en: 'Pledged' } },
  {
    id: 'nominee',
    subjects: ['owns', 'directs'],
    ...yesNo,
    letter: ['CON-2'],
    label: { nl: 'Houdt voor een ander', en: 'Holds for another' },
  },
  {
    id: 'beneficialOwner',
    subjects: ['owns', 'controls'],
    values: ['record', 'text'],
    many: true,
    letter: ['CON-2'],
    label: { nl: 'Houdt voor', en: 'Holds on behalf of' },
  },
  {
    id: 'controlBasis',
    subjects: ['controls'],
    ...texts,
    letter: ['CON-2'],
    label: { nl: 'Grond van de zeggenschap', en: 'Basis of control' },
  },
  {
    id: 'boardFunction',
    subjects: ['directs', 'employs'],
    ...text,
    letter: ['PUR-12'],
    label: { nl: 'Functie', en: 'Function' },
  },
  {
    id: 'appointedBy',
    subjects: ['directs'],
    values: ['record', 'text'],
    letter: ['CON-2'],
    label: { nl: 'Benoemd door', en: 'Appointed by' },
  },
  { id: 'independent', subjects: ['directs'], ...yesNo, label: { nl: 'Onafhankelijk', en: 'Independent' } },
]);

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

/** How a party can bend another one's will without owning it: graded claims, never a type of party (AMB-03). */
export const INFLUENCE = inSection('influence', [
  {
    id: 'channel',
    subjects: ['influences', 'controls', 'finances', 'directs', 'owns'],
    values: ['code'],
    codes: ['ownership', 'votes', 'board', 'finance', 'contract', 'law', 'person', 'party', 'information'],
    many: true,
    letter: ['CON-2'],
    label: { nl: 'Kanaal van invloed', en: 'Channel of influence' },
  },
  {
    id: 'instructionEvidence',
    subjects: ['influences', 'controls', 'finances', 'directs'],
    ...texts,
    letter: ['ACT-13', 'CON-2'],
    label: { nl: 'Aanwijzing voor instructie', en: 'Evidence of instruction' },
  },
  {
    id: 'legalObligation',
    subjects: ['influences', 'controls', 'company'],
    ...texts,
    letter: ['CON-2'],
    label: { nl: 'Wettelijke plicht tot medewerking', en: 'Legal duty to cooperate' },
  },
  {
    id: 'stateTie',
    subjects: ['person', 'company'],
    ...texts,
    letter: ['ACT-14', 'CON-2'],
    label: { nl: 'Band met een overheid', en: 'Tie with a state' },
  },
  {
    id: 'militaryTie',
    subjects: ['person', 'company', 'publicBody'],
    ...texts,
    letter: ['CON-2'],
    label: { nl: 'Band met een krijgsmacht', en: 'Tie with armed forces' },
  },
  {
    id: 'amount',
    subjects: ['finances', 'influences', 'owns'],
    ...euros,
    letter: ['CON-1'],
    label: { nl: 'Bedrag', en: 'Amount' },
  },
  {
    id: 'instrument',
    subjects: ['finances', 'owns'],
    ...text,
    letter: ['CON-1', 'FIN-1'],
    label: { nl: 'Financieringsvorm', en: 'Instrument' },
  },
  {
    id: 'conditions',
    subjects: ['finances', 'influences'],
    ...texts,
    letter: ['CON-1'],
    label: { nl: 'Voorwaarden', en: 'Conditions' },
  },
  {
    id: 'transparency',
    subjects: ['company'],
    ...text,
    letter: ['CON-2'],
    label: { nl: 'Doorzichtigheid van de eigendom', en: 'Transparency of ownership' },
  },
]);
