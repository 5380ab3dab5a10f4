import type { CandidateView, DecisionView } from '#shared/ipc/identity.ts';
import type { RecordId } from '#shared/model/ids.ts';
import type { SameDecision } from '#shared/model/records/identity.ts';
import { type Given, useCommand } from '../../api/index.ts';
import { useT } from '../../app/language.ts';
import { useNotice } from '../dossier/useNotice.ts';

export type Decided = Given<'identity.get'>;

/** Names a pair, whatever the order in which it comes. */
export const keyOf = ({ a, b }: CandidateView): string => `${a.record} ${b.record}`;

/** How much a likeness says, in a word; the figures stand beside it. */
export const strengthOf = (score: number): 'strong' | 'fair' | 'weak' =>
  score >= 0.95 ? 'strong' : score >= 0.85 ? 'fair' : 'weak';

/** The live decision that holds both records, if there is one. */
export const decisionOn = (
  decisions: readonly DecisionView[],
  one: RecordId,
  other: RecordId,
): DecisionView | undefined =>
  decisions.find(({ records }) => [one, other].every((id) => records.some(({ record }) => record === id)));

type Deciding = {
  readonly records: readonly { readonly record: RecordId; readonly label: string }[];
  readonly decision: SameDecision;
  readonly reason: string;
  readonly named?: RecordId | undefined;
  readonly evidence?: readonly RecordId[];
  readonly base: readonly string[];
};

/** Writes a decision and says that it was. Answers whether it is in the case now. */
export const useDecide = (logId: string) => {
  const t = useT();
  const notice = useNotice();
  const { run, running } = useCommand('identity.decide');
  const decide = async ({ records, decision, reason, named, evidence = [], base }: Deciding) => {
    const done = await run({
      logId,
      records: records.map(({ record }) => record),
      decision,
      reason: reason.trim(),
      evidence: [...evidence],
      base: [...base],
      ...(named === undefined ? {} : { named }),
    });
    if (done === undefined) return false;
    const [a, b] = [records[0]?.label ?? '', records[1]?.label ?? ''];
    notice(t(decision === 'same' ? 'identity.decidedSame' : 'identity.decidedDifferent', { a, b }));
    return true;
  };
  return { decide, running };
};
