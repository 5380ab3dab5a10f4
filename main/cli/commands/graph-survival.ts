import { z } from 'zod';
import { type Range, SCOPE } from '#shared/cascade/network.ts';
import { compileChain } from '#shared/chain/compile.ts';
import { type Endured, type Exposure, exposuresOf } from '#shared/chain/exposure.ts';
import { type Survival, survivalOf } from '#shared/chain/survival.ts';
import { fail, ok } from '#shared/result.ts';
import { type ChainCase, chainCase, isInChain } from '../chain-case.ts';
import { command } from '../command.ts';
import { csvLines } from '../csv-lines.ts';
import { usage } from '../failure.ts';
import { AT_FLAGS, AT_OPTIONS, CASE_FLAG } from '../find-case.ts';
import { findParties } from '../find-party.ts';
import { withVault } from '../open-vault.ts';
import { progressOf } from '../progress.ts';
import { plainText } from '../share-text.ts';
import { survivalLines } from '../survival-text.ts';

/** Time to survive against time to recover in a case (issue 4.2; field-practice 2.6.13), by party and by input. */
const survival = command({
  name: 'graph survival',
  text: 'cli.command.graphSurvival',
  flags: [CASE_FLAG, { name: 'target', value: 'record', text: 'targetAll' }, { name: 'csv' }, ...AT_FLAGS],
  options: z.object({
    case: z.string(),
    target: z.string().optional(),
    csv: z.boolean().default(false),
    ...AT_OPTIONS,
  }),
  run: ({ terminal, common, options }) =>
    withVault(terminal, common, async (desk) => {
      if (terminal.json && options.csv) return usage('jsonOrCsv');
      const got = await chainCase(desk, options);
      if (!got.ok) return got;
      const chain = got.value;
      const { logId, at, graph } = chain;
      const asked =
        options.target === undefined ? ok([]) : await findParties({ desk, logId, at }, [options.target]);
      if (!asked.ok) return asked;
      const [target] = asked.value;
      if (target !== undefined && !isInChain(chain, target)) return fail('notFound', { name: target });
      const progress = progressOf(terminal);
      const shown = exposuresOf(graph, (done) => progress(done / graph.nodes.length));
      const compiled = compileChain(graph);
      const inputs = compiled.nodes.flatMap((_, node) => survivalOf(compiled, node));
      const found = {
        parties: shown.filter(({ node }) => target === undefined || node === target),
        // Those that are surely short first, by whoever needs them.
        inputs: inputs
          .filter(({ customer }) => target === undefined || customer === target)
          .toSorted((a, b) => GAPS.indexOf(a.gap) - GAPS.indexOf(b.gap)),
      };
      return ok({
        data: {
          ...chain.about,
          scope: SCOPE,
          unit: 'days',
          parties: found.parties.map((one) => partyView(chain, one)),
          inputs: found.inputs.map(({ gap, ...one }) => ({
            ...one,
            customerName: chain.nameOf(one.customer),
            loss: lossOf({ gap }),
          })),
        },
        text: options.csv ? csvLines(rowsOf(chain, found), CSV) : survivalLines(terminal, chain, found),
      });
    }),
});

const GAPS: readonly Survival['gap'][] = ['certain', 'possible', 'none'];

/** One word for the verdict, by party and by input alike. */
const lossOf = ({ gap }: Pick<Survival, 'gap'>) => (gap === 'none' ? 'excluded' : gap);

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);
/** No number: for ever. */
const daysView = ({ min, max }: Range) => ({ min: finite(min), max: finite(max) });
const enduredView = ({ survive, loss }: Endured) => ({ survive: daysView(survive), loss });

const partyView = ({ nameOf }: ChainCase, { node, recover, recoverKnown, any, vital }: Exposure) => ({
  node,
  name: nameOf(node),
  recover: daysView(recover),
  recoverKnown,
  ...enduredView(any),
  vital: vital && enduredView(vital),
});

const CSV = [
  ...['kind', 'record', 'name', 'input', 'sources', 'surviveMin', 'surviveMax', 'recoverMin', 'recoverMax'],
  ...['loss', 'vitalMin', 'vitalMax', 'vitalLoss', 'scope'],
];

/** Parties that fail and inputs that are lost in one table; a party recovers, an input is replaced. Days. */
function rowsOf(
  { nameOf }: ChainCase,
  { parties, inputs }: { readonly parties: readonly Exposure[]; readonly inputs: readonly Survival[] },
) {
  const open = (max: number | null): number => max ?? Number.POSITIVE_INFINITY;
  const parts = parties.map(({ node, recover, any, vital }) => ({
    kind: 'party',
    record: node as string,
    name: nameOf(node),
    input: null as string | null,
    sources: null as string | null,
    surviveMin: any.survive.min,
    surviveMax: any.survive.max,
    recoverMin: recover.min,
    recoverMax: recover.max,
    loss: any.loss as string,
    vitalMin: vital?.survive.min ?? null,
    vitalMax: vital?.survive.max ?? null,
    vitalLoss: (vital?.loss ?? null) as string | null,
    scope: SCOPE,
  }));
  return [
    ...parts,
    ...inputs.map((one) => ({
      kind: 'input',
      record: one.customer as string,
      name: nameOf(one.customer),
      input: plainText(one.input),
      sources: one.sources.map(nameOf).join('; '),
      surviveMin: one.survive.min,
      surviveMax: open(one.survive.max),
      recoverMin: one.replace.min,
      recoverMax: open(one.replace.max),
      loss: lossOf(one) as string,
      vitalMin: null,
      vitalMax: null,
      vitalLoss: null,
      scope: SCOPE,
    })),
  ];
}

export const graphSurvivalCommands = [survival];
