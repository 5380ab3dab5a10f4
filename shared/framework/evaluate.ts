import { type Advice, adviceOf } from './advice.ts';
import { type IndicatorSummary, summarise } from './indicatorSummary.ts';
import type { AssessmentInputs, Trigger, VerdictInput } from './inputs.ts';
import { leafState } from './leafState.ts';
import { type OpenLeaf, openLeaves } from './openLeaves.ts';
import type { Pack } from './pack.ts';
import { type GateProof, type LeafProof, proveGate, proveLeaf } from './proof.ts';

export type Assessment = {
  readonly pack: { readonly id: string; readonly version: string };
  readonly trigger: Trigger;
  /** The whole gate tree with its outcomes. */
  readonly root: GateProof;
  readonly advice: Advice;
  /** The open leaves with why they are open and what they would settle, in the order of `advice.openLeaves`. */
  readonly open: readonly OpenLeaf[];
  readonly indicators: readonly IndicatorSummary[];
  /** Leaves that a verdict names and the pack does not know; they count for nothing and are shown as such. */
  readonly unknownLeaves: readonly string[];
};

const byLeaf = (verdicts: readonly VerdictInput[]): ReadonlyMap<string, readonly VerdictInput[]> => {
  const groups = new Map<string, VerdictInput[]>();
  for (const verdict of verdicts) {
    const group = groups.get(verdict.leaf);
    if (group === undefined) groups.set(verdict.leaf, [verdict]);
    else group.push(verdict);
  }
  return groups;
};

/**
 * Evaluates a case against a framework pack. Pure and total: any loaded pack and any inputs give an assessment, always
 * the same one, whatever the order of verdicts and ratings. Only verdicts on gate leaves reach the tree; ratings and
 * informing leaves never change a gate (CON-R, IND-5).
 */
export const evaluate = (pack: Pack, inputs: AssessmentInputs): Assessment => {
  const verdicts = byLeaf(inputs.verdicts);
  const leaves = new Map<string, LeafProof>(
    pack.leaves.map((leaf) => [
      leaf.id,
      proveLeaf(leaf, leafState(pack.verdictRule, verdicts.get(leaf.id) ?? [])),
    ]),
  );
  const leafOf = (id: string): LeafProof => {
    const leaf = leaves.get(id);
    if (leaf === undefined) throw new Error(`pack ${pack.id} names leaf ${id} that it does not have`);
    return leaf;
  };
  const root = proveGate(pack.tree, leafOf);
  return {
    pack: { id: pack.id, version: pack.version },
    trigger: inputs.trigger,
    root,
    advice: adviceOf(root),
    open: openLeaves(root),
    indicators: pack.indicators.map((indicator) =>
      summarise(
        indicator,
        inputs.ratings,
        indicator.opensWith === undefined || leafOf(indicator.opensWith).outcome === 'met',
      ),
    ),
    unknownLeaves: [...verdicts.keys()].filter((id) => !leaves.has(id)).toSorted(),
  };
};
