import type { Trigger } from './inputs.ts';
import type { Gate, Leaf, Pack } from './pack.ts';
import type { Text } from './packText.ts';

export type Wording = {
  readonly question: Text;
  readonly topic: Text;
  readonly met: Text;
  readonly notMet: Text;
  readonly guidance: readonly Text[];
};

/** The words of a leaf for the reason why the case was opened (AMB-08): the variant's where it has them. */
export const wordingOf = (leaf: Leaf, trigger: Trigger): Wording => {
  const variant = leaf.variants[trigger];
  return {
    question: variant?.question ?? leaf.question,
    topic: variant?.topic ?? leaf.topic,
    met: variant?.met ?? leaf.met,
    notMet: variant?.notMet ?? leaf.notMet,
    guidance: variant?.guidance === undefined ? leaf.guidance : [variant.guidance, ...leaf.guidance],
  };
};

/** The leaf with this id, if the pack has it. */
export const leafById = (pack: Pack, id: string): Leaf | undefined =>
  pack.leaves.find((leaf) => leaf.id === id);

/** The gate with this id, if the pack has it. */
export const gateById = (pack: Pack, id: string, within: Gate = pack.tree): Gate | undefined => {
  if (within.id === id) return within;
  for (const child of within.children) {
    const found = 'leaf' in child ? undefined : gateById(pack, id, child);
    if (found !== undefined) return found;
  }
  return undefined;
};

/** Noun phrase and clauses of any node of the tree, for the case's trigger. */
export const clausesOf = (
  pack: Pack,
  id: string,
  trigger: Trigger,
): Pick<Wording, 'topic' | 'met' | 'notMet'> => {
  const leaf = leafById(pack, id);
  if (leaf !== undefined) return wordingOf(leaf, trigger);
  const gate = gateById(pack, id);
  if (gate === undefined) throw new Error(`pack ${pack.id} has no node ${id}`);
  return gate;
};
