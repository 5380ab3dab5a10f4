import { createContext, useContext } from 'react';
import type { BodyOf } from '#shared/model/records.ts';
import type { Given } from '../../api/index.ts';
import type { Evidence } from '../overview/useEvidence.ts';

export type Threat = Given<'threat.get'>;
export type Appraised = Threat['appraisals'][number];
export type HypothesisColumn = Threat['hypotheses'][number];
export type MatrixLine = Threat['rows'][number];

/** What is looked at, with all evidence of the case in words. */
export type ThreatStudy = {
  readonly threat: Threat;
  readonly evidence: ReadonlyMap<string, Evidence>;
};
export const ThreatContext = createContext<ThreatStudy | null>(null);
export const useThreat = (): ThreatStudy => {
  const study = useContext(ThreatContext);
  if (study === null) throw new Error('useThreat outside its screen');
  return study;
};

/** The first live version of an appraisal; with several, `versions.length` tells. */
export const appraisalOf = ({ versions }: Pick<Appraised, 'versions'>): BodyOf<'appraisal'> =>
  versions[0]?.body as BodyOf<'appraisal'>;

export const rowBody = ({ versions }: MatrixLine): BodyOf<'matrixRow'> =>
  versions[0]?.body as BodyOf<'matrixRow'>;
