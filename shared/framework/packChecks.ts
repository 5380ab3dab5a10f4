import type { z } from 'zod';
import type { Gate, Pack } from './pack.ts';

/** What can be wrong between the parts of a pack; shown with the place where it is wrong. */
export type PackProblem =
  | 'duplicateId'
  | 'unknownLeaf'
  | 'unknownGate'
  | 'unknownIndicator'
  | 'unknownInterest'
  | 'leafTwiceInTree'
  | 'leafNotInTree'
  | 'informingLeafDecides'
  | 'gateLeafOnlyInforms'
  | 'scaleOutOfOrder'
  | 'verdictGivenTwice';

type Add = (path: readonly (string | number)[], problem: PackProblem) => void;

/** Rules that hold between the parts of a pack and that a plain schema cannot say; see `Pack`. */
export const checkPack = (pack: Pack, ctx: z.RefinementCtx): void => {
  const add: Add = (path, problem) => ctx.addIssue({ code: 'custom', path: [...path], message: problem });
  const roles = new Map(pack.leaves.map((leaf) => [leaf.id, leaf.role]));
  const ids = new Set<string>();
  const unique = (id: string, path: readonly (string | number)[]) => {
    if (ids.has(id)) add(path, 'duplicateId');
    ids.add(id);
  };
  pack.leaves.forEach((leaf, i) => {
    unique(leaf.id, ['leaves', i, 'id']);
  });
  pack.indicators.forEach((indicator, i) => {
    unique(indicator.id, ['indicators', i, 'id']);
  });
  checkTree(pack, roles, unique, add);
  checkIndicators(pack, roles, add);
  checkExamples(pack, roles, ids, add);
  for (const part of ['scopeCases', 'strategicClasses'] as const) {
    pack[part].forEach((story, i) => {
      if (!roles.has(story.leaf)) add([part, i, 'leaf'], 'unknownLeaf');
    });
  }
  for (const part of [
    'fund',
    'constants',
    'financing',
    'protectedInterests',
    'triggers',
    'examples',
  ] as const) {
    const seen = new Set<string>();
    pack[part].forEach((item, i) => {
      if (seen.has(item.id)) add([part, i, 'id'], 'duplicateId');
      seen.add(item.id);
    });
  }
};

type Roles = ReadonlyMap<string, 'gate' | 'informs'>;

const checkTree = (
  pack: Pack,
  roles: Roles,
  unique: (id: string, path: readonly (string | number)[]) => void,
  add: Add,
): void => {
  const placed = new Set<string>();
  const walk = (gate: Gate, path: readonly (string | number)[]): void => {
    unique(gate.id, [...path, 'id']);
    gate.informs.forEach((id, i) => {
      const role = roles.get(id);
      if (role === undefined) add([...path, 'informs', i], 'unknownLeaf');
      if (role === 'gate') add([...path, 'informs', i], 'gateLeafOnlyInforms');
    });
    gate.children.forEach((child, i) => {
      const at = [...path, 'children', i];
      if (!('leaf' in child)) {
        walk(child, at);
        return;
      }
      const role = roles.get(child.leaf);
      if (role === undefined) add(at, 'unknownLeaf');
      if (role === 'informs') add(at, 'informingLeafDecides');
      if (placed.has(child.leaf)) add(at, 'leafTwiceInTree');
      placed.add(child.leaf);
    });
  };
  walk(pack.tree, ['tree']);
  pack.leaves.forEach((leaf, i) => {
    if (leaf.role === 'gate' && !placed.has(leaf.id)) add(['leaves', i], 'leafNotInTree');
  });
};

const checkIndicators = (pack: Pack, roles: Roles, add: Add): void => {
  const interests = new Set(pack.protectedInterests.map((interest) => interest.id));
  pack.indicators.forEach((indicator, i) => {
    const at = ['indicators', i];
    if (indicator.opensWith !== undefined) {
      const role = roles.get(indicator.opensWith);
      if (role === undefined) add([...at, 'opensWith'], 'unknownLeaf');
      if (role === 'gate') add([...at, 'opensWith'], 'gateLeafOnlyInforms');
    }
    indicator.interests.forEach((id, n) => {
      if (!interests.has(id)) add([...at, 'interests', n], 'unknownInterest');
    });
    if (indicator.scale.some((step, n) => step.level !== n + 1)) add([...at, 'scale'], 'scaleOutOfOrder');
  });
};

const checkExamples = (pack: Pack, roles: Roles, ids: ReadonlySet<string>, add: Add): void => {
  const indicators = new Set(pack.indicators.map((indicator) => indicator.id));
  pack.examples.forEach((example, i) => {
    const at = ['examples', i];
    const judged = [...example.met, ...example.verdicts.map((verdict) => verdict.leaf)];
    if (judged.some((id) => !roles.has(id))) add(at, 'unknownLeaf');
    if (new Set(judged).size !== judged.length) add(at, 'verdictGivenTwice');
    if (example.ratings.some((rating) => !indicators.has(rating.indicator))) add(at, 'unknownIndicator');
    const { gates, reasons, decidedBy = [], openLeaves = [] } = example.expected;
    if (Object.keys(gates).some((id) => !ids.has(id))) add([...at, 'expected', 'gates'], 'unknownGate');
    if ([...Object.keys(reasons), ...decidedBy, ...openLeaves].some((id) => !roles.has(id)))
      add([...at, 'expected'], 'unknownLeaf');
  });
};
