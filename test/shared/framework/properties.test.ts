import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { adviceSentence } from '#shared/framework/adviceSentence.ts';
import { BEV_2023 } from '#shared/framework/bev2023.ts';
import { evaluate } from '#shared/framework/evaluate.ts';
import { combine, compareOutcomes } from '#shared/framework/kleene.ts';
import { loadPack } from '#shared/framework/load.ts';
import type { Pack } from '#shared/framework/pack.ts';
import { type GateProof, gateLeaves, type ProofNode, support } from '#shared/framework/proof.ts';
import { OUTCOMES } from '#shared/model/vocabulary.ts';
import { anyInputs, anyPack, anySoundOutcomes, soundInputs } from './randomPack.ts';

const packAndInputs = anyPack.chain((pack) => fc.tuple(fc.constant(pack), anyInputs(pack)));
const packAndOutcomes = anyPack.chain((pack) => fc.tuple(fc.constant(pack), anySoundOutcomes(pack)));
const rootOf = (pack: Pack, outcomes: Parameters<typeof soundInputs>[0]) =>
  evaluate(pack, soundInputs(outcomes)).root.outcome;
const gatesOf = (node: ProofNode): GateProof[] =>
  node.op === 'leaf' ? [] : [node, ...node.children.flatMap(gatesOf)];

describe('the evaluator, on any pack', () => {
  test('always answers, in words too, and the same pack loads', () => {
    fc.assert(
      fc.property(packAndInputs, ([pack, inputs]) => {
        expect(loadPack(structuredClone(pack)).ok).toBe(true);
        const assessment = evaluate(pack, inputs);
        for (const lang of ['nl', 'en'] as const)
          expect(adviceSentence(assessment, pack, lang)).toMatch(/^\p{Lu}.*\.$/u);
      }),
      { numRuns: 60 },
    );
  });

  test('gives the same answer whatever the order of verdicts and ratings', () => {
    const shuffled = packAndInputs.chain(([pack, inputs]) =>
      fc.tuple(
        fc.constant(pack),
        fc.constant(inputs),
        fc.shuffledSubarray([...inputs.verdicts], { minLength: inputs.verdicts.length }),
        fc.shuffledSubarray([...inputs.ratings], { minLength: inputs.ratings.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([pack, inputs, verdicts, ratings]) => {
        expect(evaluate(pack, { ...inputs, verdicts, ratings })).toEqual(evaluate(pack, inputs));
      }),
    );
  });

  test('never answers worse when one leaf turns from undetermined or not met to met', () => {
    const raised = packAndOutcomes.chain(([pack, outcomes]) =>
      fc.tuple(
        fc.constant(pack),
        fc.constant(outcomes),
        fc.constantFrom(...pack.leaves.map((leaf) => leaf.id)),
      ),
    );
    fc.assert(
      fc.property(raised, ([pack, outcomes, id]) => {
        const after = rootOf(pack, { ...outcomes, [id]: 'met' });
        expect(compareOutcomes(after, rootOf(pack, outcomes))).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test('names leaves that carry its outcome whatever becomes of all the others', () => {
    const twice = packAndOutcomes.chain(([pack, outcomes]) =>
      fc.tuple(fc.constant(pack), fc.constant(outcomes), anySoundOutcomes(pack)),
    );
    fc.assert(
      fc.property(twice, ([pack, outcomes, others]) => {
        const { root, advice } = evaluate(pack, soundInputs(outcomes));
        const keep = (ids: readonly string[]) => ({
          ...others,
          ...Object.fromEntries(ids.map((id) => [id, outcomes[id] ?? 'undetermined'])),
        });
        expect(rootOf(pack, keep(support(root)))).toBe(root.outcome);
        if (advice.decidedBy.length > 0) expect(rootOf(pack, keep(advice.decidedBy))).toBe(root.outcome);
      }),
      { numRuns: 300 },
    );
  });

  test('names at every gate the children that decide: each alone, all together, or still open', () => {
    const children = fc.array(fc.constantFrom(...OUTCOMES), { minLength: 20, maxLength: 20 });
    fc.assert(
      fc.property(packAndOutcomes, children, ([pack, outcomes], others) => {
        for (const gate of gatesOf(evaluate(pack, soundInputs(outcomes)).root)) {
          const withOnly = (kept: readonly string[]) =>
            combine(
              gate.op,
              gate.children.map((child, i) =>
                kept.includes(child.id) ? child.outcome : (others[i] ?? 'undetermined'),
              ),
            );
          const settled = gate.op === 'all' ? 'met' : 'notMet';
          if (gate.decide === 'each')
            for (const id of gate.because) expect(withOnly([id])).toBe(gate.outcome);
          if (gate.decide === 'together') expect(withOnly(gate.because)).toBe(gate.outcome);
          if (gate.decide === 'open') for (const id of gate.because) expect(withOnly([id])).not.toBe(settled);
          expect(gate.because.length).toBeGreaterThan(0);
        }
      }),
    );
  });

  test('advises positively exactly when the root is met, and refuses exactly when it is not met', () => {
    fc.assert(
      fc.property(packAndInputs, ([pack, inputs]) => {
        const { root, advice } = evaluate(pack, inputs);
        const said =
          advice.outcome === 'positive'
            ? 'met'
            : advice.outcome === 'undetermined'
              ? 'undetermined'
              : 'notMet';
        expect(said).toBe(root.outcome);
        expect(advice.openLeaves.length > 0).toBe(root.outcome === 'undetermined');
      }),
    );
  });

  test('weighs open leaves as counting all their possible answers does', () => {
    fc.assert(
      fc.property(packAndOutcomes, ([pack, outcomes]) => {
        const { root, open } = evaluate(pack, soundInputs(outcomes));
        const unknown = gateLeaves(root).flatMap((leaf) =>
          leaf.outcome === 'undetermined' ? [leaf.id] : [],
        );
        fc.pre(unknown.length <= 7);
        for (const id of unknown) {
          const rest = unknown.filter((one) => one !== id);
          let turns = 0;
          for (let bits = 0; bits < 2 ** rest.length; bits += 1) {
            const answers = Object.fromEntries(
              rest.map((one, i) => [one, (bits >> i) & 1 ? ('met' as const) : ('notMet' as const)]),
            );
            const turned =
              rootOf(pack, { ...outcomes, ...answers, [id]: 'met' }) !==
              rootOf(pack, { ...outcomes, ...answers, [id]: 'notMet' });
            if (turned) turns += 1;
          }
          const found = open.find((one) => one.leaf === id);
          expect(found?.weight ?? 0).toBeCloseTo(turns / 2 ** rest.length, 12);
          const settles = (['met', 'notMet'] as const).filter(
            (answer) => rootOf(pack, { ...outcomes, [id]: answer }) !== 'undetermined',
          );
          if (root.outcome === 'undetermined') expect(found?.settles ?? []).toEqual(settles);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('the shipped framework', () => {
  test('cannot be talked past a gate: no verdict elsewhere and no rating makes up for one leaf', () => {
    const gates = ['PUR-13', 'CON-1', 'CON-2', 'NEC-01', 'NEC-02', 'NEC-05', 'NEC-06'];
    fc.assert(
      fc.property(
        fc.constantFrom(...gates),
        fc.constantFrom('notMet' as const, 'undetermined' as const),
        fc.boolean(),
        anyInputs(BEV_2023),
        (missing, outcome, rest, random) => {
          const strong = Object.fromEntries(
            BEV_2023.leaves.map((leaf) => [leaf.id, leaf.id === missing ? outcome : ('met' as const)]),
          );
          const verdicts = rest
            ? soundInputs(strong).verdicts
            : [
                ...random.verdicts.filter((one) => one.leaf !== missing),
                ...soundInputs({ [missing]: outcome }).verdicts,
              ];
          expect(evaluate(BEV_2023, { ...random, verdicts }).advice.outcome).not.toBe('positive');
        },
      ),
    );
  });

  test('never lets ratings or informing leaves change the tree or the advice', () => {
    const informing = new Set(
      BEV_2023.leaves.filter((leaf) => leaf.role === 'informs').map((leaf) => leaf.id),
    );
    fc.assert(
      fc.property(anyInputs(BEV_2023), (inputs) => {
        const bare = {
          ...inputs,
          ratings: [],
          verdicts: inputs.verdicts.filter((one) => !informing.has(one.leaf)),
        };
        const [full, plain] = [evaluate(BEV_2023, inputs), evaluate(BEV_2023, bare)];
        expect(full.advice).toEqual(plain.advice);
        expect(gatesOf(full.root).map((gate) => [gate.id, gate.outcome])).toEqual(
          gatesOf(plain.root).map((gate) => [gate.id, gate.outcome]),
        );
      }),
    );
  });

  test('advises positively only on argued verdicts with evidence that nobody contradicts', () => {
    const sound = soundInputs(Object.fromEntries(BEV_2023.leaves.map((leaf) => [leaf.id, 'met' as const])));
    const spoil = fc.record({
      argument: fc.constantFrom('', 'omdat'),
      evidence: fc.constantFrom(0, 2),
      versions: fc.constantFrom(1, 2),
    });
    fc.assert(
      fc.property(fc.constantFrom('CON-1', 'CON-2', 'NEC-02'), spoil, (leaf, change) => {
        const verdicts = sound.verdicts.map((one) => (one.leaf === leaf ? { ...one, ...change } : one));
        const whole = change.argument !== '' && change.evidence > 0 && change.versions === 1;
        const { advice } = evaluate(BEV_2023, { ...sound, verdicts });
        expect(advice.outcome).toBe(whole ? 'positive' : 'undetermined');
      }),
    );
  });
});
