import { z } from 'zod';
import { exactly, SCOPE } from '#shared/cascade/network.ts';
import { type After, createTimeline } from '#shared/cascade/timeline.ts';
import { networkOf } from '#shared/chain/network.ts';
import type { RecordId } from '#shared/model/ids.ts';
import { fail, ok } from '#shared/result.ts';
import { chainCase, isInChain } from '../chain-case.ts';
import { command } from '../command.ts';
import { csvLines } from '../csv-lines.ts';
import { usage } from '../failure.ts';
import { AT_FLAGS, AT_OPTIONS, CASE_FLAG } from '../find-case.ts';
import { findParties, findTarget } from '../find-party.ts';
import { columns } from '../layout.ts';
import { withVault } from '../open-vault.ts';
import { rangeOption } from '../range-option.ts';
import { afterText } from '../range-text.ts';

const MOST_WEEKS = 1040;

/** The time line of a disruption in a case (issue 4.2; field-practice 2.6.11): who is hit and who stops, in which week. */
const timeline = command({
  name: 'graph timeline',
  text: 'cli.command.graphTimeline',
  flags: [
    CASE_FLAG,
    { name: 'fail', value: 'record', many: true, text: 'failParty' },
    { name: 'days', value: 'range', text: 'daysRange' },
    { name: 'weeks', value: 'count' },
    { name: 'cap', value: 'range', text: 'capRange' },
    { name: 'csv' },
    ...AT_FLAGS,
  ],
  options: z.object({
    case: z.string(),
    fail: z.array(z.string()).optional(),
    days: rangeOption().optional(),
    weeks: z.coerce.number().int().min(1).max(MOST_WEEKS).default(104),
    cap: rangeOption(1).default(exactly(0)),
    csv: z.boolean().default(false),
    ...AT_OPTIONS,
  }),
  run: ({ terminal, common, options }) =>
    withVault(terminal, common, async (desk) => {
      if (terminal.json && options.csv) return usage('jsonOrCsv');
      const got = await chainCase(desk, options);
      if (!got.ok) return got;
      const chain = got.value;
      const { logId, at, nameOf } = chain;
      const failing = await failingOf({ desk, logId, at }, options.fail);
      if (!failing.ok) return failing;
      const absent = failing.value.find((record) => !isInChain(chain, record));
      if (absent !== undefined) return fail('notFound', { name: absent });
      const { weeks, days, cap } = options;
      const found = createTimeline(networkOf(chain.graph), { weeks })(
        failing.value.map((node) => ({ node, capacity: cap, days })),
      );
      const hit = found.nodes.filter((node) => node.hit !== undefined);
      const { t } = terminal;
      return ok({
        data: {
          ...chain.about,
          scope: SCOPE,
          failed: failing.value,
          weeks,
          days: days ?? null,
          cap,
          stop: found.stop,
          nodes: hit.map(({ hit: first, stop, ...rest }) => ({
            ...rest,
            name: nameOf(rest.node),
            hit: first ?? null,
            stop: stop ?? null,
          })),
          // Of all others it is certain that they go on, for any value within the ranges.
          unharmed: found.nodes.length - hit.length,
          relations: [...new Set(found.rests)],
        },
        text: options.csv
          ? csvLines(
              hit.flatMap(({ node, least, most }) =>
                least.map((min, week) => ({
                  node,
                  name: nameOf(node),
                  week,
                  min,
                  max: most[week] ?? min,
                  scope: SCOPE,
                })),
              ),
              ['node', 'name', 'week', 'min', 'max', 'scope'],
            )
          : [
              chain.heading,
              '',
              t('cascade.timeline.caption', { names: failing.value.map(nameOf).join(', '), weeks }),
              '',
              ...columns([
                [t('cascade.calc.hit'), t('cascade.timeline.hit'), t('cascade.timeline.stop')],
                ...hit
                  .toSorted((a, b) => weekOf(a.hit) - weekOf(b.hit))
                  .map((node) => [nameOf(node.node), afterText(t, node.hit), afterText(t, node.stop)]),
              ]),
            ],
      });
    }),
});

const weekOf = (after: After | undefined): number => after?.from ?? Number.POSITIVE_INFINITY;

/** Those that are named, each once, or else the company of the case. */
async function failingOf(dossier: Parameters<typeof findTarget>[0], texts: readonly string[] | undefined) {
  if (texts !== undefined) {
    const found = await findParties(dossier, texts);
    return found.ok ? ok([...new Set(found.value)]) : found;
  }
  const target = await findTarget(dossier, undefined);
  return target.ok ? ok([target.value] as RecordId[]) : target;
}

export const graphTimelineCommands = [timeline];
