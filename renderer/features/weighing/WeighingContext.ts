import { createContext, useContext } from 'react';
import type { BodyOf } from '#shared/model/records.ts';
import type { Given } from '../../api/index.ts';
import type { Assessed, Version } from '../overview/useAssessment.ts';
import type { Evidence } from '../overview/useEvidence.ts';

export type Weighed = Given<'weighing.get'>;

/** The weighing as written, what it builds on, and all evidence of the case in words. */
export type WeighingStudy = {
  readonly weighed: Weighed;
  readonly assessed: Assessed;
  readonly evidence: ReadonlyMap<string, Evidence>;
};
export const WeighingContext = createContext<WeighingStudy | null>(null);
export const useWeighing = (): WeighingStudy => {
  const study = useContext(WeighingContext);
  if (study === null) throw new Error('useWeighing outside its screen');
  return study;
};

export const weighingBody = (version: Version): BodyOf<'weighing'> => version.body as BodyOf<'weighing'>;
