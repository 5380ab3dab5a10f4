import { createContext, useContext } from 'react';
import type { CheckItem } from '#shared/model/records/challenge.ts';
import type { BodyOf } from '#shared/model/records.ts';
import type { Given } from '../../api/index.ts';

export type Challenged = Given<'challenge.get'>;
export type VerdictRow = Challenged['verdicts'][number];
export type ChallengeRow = VerdictRow['challenges'][number];
export type CheckRow = Challenged['checks'][number];

export const ChallengeContext = createContext<Challenged | null>(null);
export const useChallenged = (): Challenged => {
  const found = useContext(ChallengeContext);
  if (found === null) throw new Error('useChallenged outside its screen');
  return found;
};

export const challengeBody = ({ versions }: ChallengeRow): BodyOf<'challenge'> =>
  versions[0]?.body as BodyOf<'challenge'>;
export const checkBody = ({ versions }: CheckRow): BodyOf<'check'> => versions[0]?.body as BodyOf<'check'>;

/** The list that a question belongs to, and its name within it. */
export type CheckList = 'gaming' | 'tradecraft';
export const listOf = (item: CheckItem): CheckList => (item.startsWith('gaming') ? 'gaming' : 'tradecraft');
