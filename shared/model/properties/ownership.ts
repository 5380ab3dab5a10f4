import { RELATION_KINDS } from '../vocabulary.ts';
import { count, date, euros, inSection, percent, text, texts, yesNo } from './property.ts';

const HOLDINGS = ['owns', 'controls', 'finances'] as const;

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
    id: 'shares',
    subjects: ['owns'],
    ...count,
    letter: ['PUR-11'],
    label: { nl: 'Aantal aandelen', en: 'Number of shares' },
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
  {
    id: 'profitRight',
    subjects: ['owns', 'controls', 'influences'],
    ...percent,
    letter: ['PUR-12'],
    label: { nl: 'Recht op winst of inkomsten', en: 'Right to profit or income' },
    hint: {
      nl: 'Economisch recht zonder stem, zoals een certificaat of winstbewijs.',
      en: 'Economic right without a vote, such as a depositary receipt or profit share.',
    },
  },
  {
    id: 'liquidationRight',
    subjects: ['owns', 'controls', 'influences'],
    ...percent,
    label: { nl: 'Recht op het overschot bij opheffing', en: 'Right to the surplus on dissolution' },
  },
  {
    id: 'trustRole',
    subjects: ['owns', 'controls', 'influences', 'directs'],
    values: ['code'],
    codes: ['settlor', 'trustee', 'protector', 'beneficiary'],
    many: true,
    letter: ['CON-2'],
    label: { nl: 'Rol in een trust', en: 'Role in a trust' },
  },
  {
    id: 'contractRight',
    subjects: ['controls', 'influences', 'finances'],
    ...texts,
    letter: ['PUR-12', 'CON-2'],
    label: { nl: 'Recht uit een contract', en: 'Right by contract' },
  },
  {
    id: 'legalPower',
    subjects: ['controls', 'influences'],
    ...texts,
    letter: ['PUR-12', 'CON-2'],
    label: { nl: 'Bevoegdheid bij wet', en: 'Power by law' },
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
