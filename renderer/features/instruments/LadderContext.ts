import { createContext, useContext } from 'react';
import type { Instrument, Measure } from '#shared/instruments/catalogue.ts';
import { RUNGS } from '#shared/instruments/study.ts';
import type { BodyOf } from '#shared/model/records.ts';
import type { Given } from '../../api/index.ts';

export type Ladder = Given<'instruments.get'>;
export type RungRow = Ladder['rungs'][number];
export type Approached = Ladder['market'][number];

/** The ladder that is looked at, as of a day. */
export type LadderStudy = { readonly ladder: Ladder; readonly day: string };
export const LadderContext = createContext<LadderStudy | null>(null);
export const useLadder = (): LadderStudy => {
  const study = useContext(LadderContext);
  if (study === null) throw new Error('useLadder outside the ladder');
  return study;
};

/** What is known of a rung by its id; the catalogue has every rung that the shell names. */
export const rungOf = (id: string): Instrument | Measure => {
  const found = RUNGS.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no rung ${id}`);
  return found;
};
export { isInstrument } from '#shared/instruments/study.ts';

/** The one verdict on a rung; undefined while there is none, or several. */
export const verdictOn = ({ judged }: RungRow): BodyOf<'rung'> | undefined =>
  judged?.versions.length === 1 ? (judged.versions[0]?.body as BodyOf<'rung'>) : undefined;

export const contactOf = ({ versions }: Approached): BodyOf<'marketContact'> =>
  versions[0]?.body as BodyOf<'marketContact'>;
