import { FINDING_CODES, type FindingCode, isError } from '#shared/ownership/findings.ts';
import type { Picture } from './words.ts';

type Finding = Picture['findings'][number];

/** The code of a finding, if this app knows it. */
export const codeOf = ({ code }: Finding): FindingCode | undefined =>
  FINDING_CODES.find((one) => one === code);

/** Whether a finding makes the results doubtful; the others only say what was assumed or added. */
export const isContradiction = (finding: Finding): boolean => {
  const code = codeOf(finding);
  return code === undefined || isError({ code, entities: [], holdings: [] });
};
