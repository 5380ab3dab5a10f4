import { findNode, gateLeaves, type LeafProof, type ProofNode } from '../framework/proof.ts';
import { type Gap, gapOf } from '../instruments/ladder.ts';
import type { RUNG_VERDICTS } from '../model/records/last-resort.ts';
import { WEIGHING_PARTS, type WeighingPart } from '../model/records/weighing.ts';
import type { BodyOf } from '../model/records.ts';

/** The gates that each part of the weighing builds on (PUR-22). Which gate belongs where is the tool's own construct. */
const GATES: Readonly<Record<WeighingPart, readonly string[]>> = {
  interests: ['PURPOSE', 'OBJECT'],
  risks: ['CONDITIONS'],
  response: ['SCOPE', 'LAST-RESORT', 'NECESSITY'],
};

/** The questions that a part builds on with their outcomes, in the order of the tree: first what decides, then what informs. */
export const leavesFor = (part: WeighingPart, root: ProofNode): LeafProof[] =>
  GATES[part].flatMap((id) => {
    const gate = findNode(root, id);
    if (gate === undefined) return [];
    return [...gateLeaves(gate), ...(gate.op === 'leaf' ? [] : gate.informs)];
  });

export type RungCount = Readonly<Record<(typeof RUNG_VERDICTS)[number] | 'empty', number>>;

/** How many rungs of the ladder have which verdict; `empty` has those that do not count yet, for whatever reason. */
export function rungCount(ids: readonly string[], rungs: readonly BodyOf<'rung'>[]): RungCount {
  const judged = Map.groupBy(rungs, ({ instrument }) => instrument);
  const count = { suffices: 0, insufficient: 0, notRelevant: 0, undetermined: 0, empty: 0 };
  for (const id of ids) {
    const versions = judged.get(id) ?? [];
    const gap: Gap | undefined = gapOf(versions);
    const verdict = versions[0]?.verdict;
    count[gap === 'undetermined' ? gap : gap || verdict === undefined ? 'empty' : verdict]++;
  }
  return count;
}

type Dated = { readonly time: string };
type Verdicts = readonly (Dated & { readonly leaf: string })[];

/** Questions of a part judged after its text was written, in the order of the tree: the text may not fit them any more. */
export function judgedSince(
  part: WeighingPart,
  written: readonly Dated[],
  verdicts: Verdicts,
  root: ProofNode,
): string[] {
  const last = written
    .map(({ time }) => time)
    .toSorted()
    .at(-1);
  if (last === undefined) return [];
  const later = new Set(verdicts.filter(({ time }) => time > last).map(({ leaf }) => leaf));
  return leavesFor(part, root).flatMap(({ id }) => (later.has(id) ? [id] : []));
}

/** Parts without a text, or with nothing but blanks in one of its versions. */
export const unwritten = (weighings: readonly BodyOf<'weighing'>[]): WeighingPart[] =>
  WEIGHING_PARTS.filter((part) => {
    const own = weighings.filter((one) => one.part === part);
    return own.length === 0 || own.some(({ argument }) => argument.trim() === '');
  });
