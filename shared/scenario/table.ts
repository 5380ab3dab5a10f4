import type { ScenarioComparison } from '../ipc/scenarios.ts';
import type { SpeechOf } from './sentences.ts';
import { block } from './table/block.ts';
import { board } from './table/board.ts';
import { control } from './table/control.ts';
import { crossings } from './table/crossings.ts';
import { measures } from './table/measures.ts';
import { money } from './table/money.ts';
import { power } from './table/power.ts';
import type { Build, Row } from './table/rows.ts';
import { diluted, owners, parts } from './table/stakes.ts';

export const SECTION_KEYS = [
  'capital',
  'votes',
  'control',
  'block',
  'board',
  'crossings',
  'money',
  'measures',
  'diluted',
  'owners',
  'power',
] as const;
export type SectionKey = (typeof SECTION_KEYS)[number];
/** The sections that a reader sees first. */
export const MAIN_SECTIONS: readonly SectionKey[] = SECTION_KEYS.slice(0, SECTION_KEYS.indexOf('diluted'));
export type Section = { readonly key: SectionKey; readonly rows: readonly Row[] };

const BUILD: Readonly<Record<SectionKey, Build>> = {
  capital: parts('capital'),
  votes: parts('votes'),
  control,
  block,
  board,
  crossings,
  money,
  measures,
  diluted,
  owners,
  power,
};

/** The comparison as rows of words under headings, one cell a column; the same on screen, command line and page. */
export const sectionsOf = (comparison: ScenarioComparison, words: SpeechOf): Section[] =>
  SECTION_KEYS.map((key) => ({ key, rows: BUILD[key](comparison, words) })).filter(
    ({ rows }) => rows.length > 0,
  );
