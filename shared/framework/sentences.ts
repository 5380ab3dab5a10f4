import type { LeafReason } from './leafState.ts';
import type { Refusal } from './pack.ts';
import type { Lang } from './packText.ts';

type Sentences = {
  readonly positive: (clauses: string) => string;
  readonly refused: Readonly<Record<Refusal, (clauses: string) => string>>;
  readonly also: (clauses: string) => string;
  readonly nothingJudged: string;
  readonly open: (phrases: string) => string;
  readonly openLeaf: Readonly<Record<LeafReason, (topic: string) => string>>;
  readonly openGate: (topic: string) => string;
  readonly andMore: (count: number) => string;
  readonly onlyOne: string;
  readonly incomplete: (label: string) => string;
  readonly unsourced: (count: number) => string;
};

/** The frame of the sentence that explains an advice; its clauses come from the pack. Topics are noun phrases. */
export const SENTENCES: Readonly<Record<Lang, Sentences>> = {
  nl: {
    positive: (clauses) => `Positief advies: ${clauses}. Het kabinet beslist over de inzet.`,
    refused: {
      negative: (clauses) => `Negatief advies: ${clauses}.`,
      otherInstrument: (clauses) => `Een ander instrument volstaat: ${clauses}.`,
      marketSolution: (clauses) => `Er is een oplossing in de markt: ${clauses}.`,
    },
    also: (clauses) => `Daarnaast geldt: ${clauses}.`,
    nothingJudged: 'Nog geen advies: er is nog niets beoordeeld.',
    open: (phrases) => `Nog geen advies: ${phrases}.`,
    openLeaf: {
      noVerdict: (topic) => `${topic} is nog niet beoordeeld`,
      conflict: (topic) => `over ${topic} liggen uiteenlopende oordelen voor`,
      noArgument: (topic) => `in het oordeel over ${topic} ontbreekt een argument`,
      noEvidence: (topic) => `in het oordeel over ${topic} ontbreekt bewijs`,
      judged: (topic) => `${topic} is niet vastgesteld`,
    },
    openGate: (topic) => `${topic} is nog niet vastgesteld`,
    andMore: (count) =>
      count === 1 ? 'er staat nog één ander onderdeel open' : `er staan nog ${count} andere onderdelen open`,
    onlyOne: 'Dit is het enige onderdeel dat nog openstaat.',
    incomplete: (label) => `Een oordeel waarin argument of bewijs ontbreekt, telt niet mee (${label}).`,
    unsourced: (count) =>
      count === 1
        ? 'Let op: bij één oordeel steunt bewijs niet op een bron.'
        : `Let op: bij ${count} oordelen steunt bewijs niet op een bron.`,
  },
  en: {
    positive: (clauses) => `Positive advice: ${clauses}. The cabinet decides on use.`,
    refused: {
      negative: (clauses) => `Negative advice: ${clauses}.`,
      otherInstrument: (clauses) => `Another instrument suffices: ${clauses}.`,
      marketSolution: (clauses) => `There is a market solution: ${clauses}.`,
    },
    also: (clauses) => `In addition: ${clauses}.`,
    nothingJudged: 'No advice yet: nothing has been judged.',
    open: (phrases) => `No advice yet: ${phrases}.`,
    openLeaf: {
      noVerdict: (topic) => `${topic} has not been judged yet`,
      conflict: (topic) => `there are differing verdicts on ${topic}`,
      noArgument: (topic) => `the verdict on ${topic} lacks an argument`,
      noEvidence: (topic) => `the verdict on ${topic} lacks evidence`,
      judged: (topic) => `${topic} has not been established`,
    },
    openGate: (topic) => `${topic} has not been established yet`,
    andMore: (count) =>
      count === 1 ? 'one other item is still open' : `${count} other items are still open`,
    onlyOne: 'This is the only item still open.',
    incomplete: (label) => `A verdict without an argument or evidence does not count (${label}).`,
    unsourced: (count) =>
      count === 1
        ? 'Note: one verdict rests on evidence without a source.'
        : `Note: ${count} verdicts rest on evidence without a source.`,
  },
};
