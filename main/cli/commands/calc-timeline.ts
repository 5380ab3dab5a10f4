import { z } from 'zod';
import { exactly, SCOPE } from '#shared/cascade/network.ts';
import { createTimeline } from '#shared/cascade/timeline.ts';
import { bareNumber } from '#shared/import/bare-table.ts';
import { fail, ok } from '#shared/result.ts';
import { readNetwork } from '../bare-network-files.ts';
import { command } from '../command.ts';
import { csvLines } from '../csv-lines.ts';
import { usage } from '../failure.ts';
import { columns } from '../layout.ts';
import { afterText } from '../range-text.ts';
import { plainText } from '../share-text.ts';

const MOST_WEEKS = 1040;
const numeric = z.string().transform((text) => bareNumber(text) ?? Number.NaN);

/** The time line of a disruption on bare files (field-practice 2.6.11): who is hit and who stops, in which week. */
const timeline = command({
  name: 'calc timeline',
  text: 'cli.command.calcTimeline',
  takes: 'links',
  flags: [
    { name: 'fail', value: 'node', many: true },
    { name: 'days', value: 'number' },
    { name: 'weeks', value: 'count' },
    { name: 'cap', value: 'share' },
    { name: 'sectors', value: 'file' },
    { name: 'essential', value: 'file' },
    { name: 'csv' },
    { name: 'skipRefused', text: 'calcSkip' },
  ],
  options: z.object({
    fail: z.array(z.string()),
    days: numeric.pipe(z.number().min(0)).optional(),
    weeks: z.coerce.number().int().min(1).max(MOST_WEEKS).default(104),
    cap: numeric.pipe(z.number().min(0).max(1)).default(0),
    sectors: z.string().optional(),
    essential: z.string().optional(),
    csv: z.boolean().default(false),
    skipRefused: z.boolean().default(false),
  }),
  run: async ({ terminal, argument, options }) => {
    const { t } = terminal;
    if (terminal.json && options.csv) return usage('jsonOrCsv');
    const read = readNetwork(terminal, argument, options, false);
    if ('outcome' in read) return read.outcome;
    const { network } = read.made;
    const names = [...new Set(options.fail)];
    const known = new Set(network.nodes.map(({ id }) => id));
    const missing = names.find((name) => !known.has(name));
    if (missing !== undefined) return fail('notFound', { name: plainText(missing) });
    const { weeks, days, cap } = options;
    const found = createTimeline(network, { weeks })(
      names.map((node) => ({
        node,
        capacity: exactly(cap),
        days: days === undefined ? undefined : exactly(days),
      })),
    );
    const hit = found.nodes.filter((node) => node.hit !== undefined);
    return ok({
      data: {
        scope: SCOPE,
        failed: names,
        weeks,
        days: days ?? null,
        cap,
        stop: found.stop,
        nodes: found.nodes.map(({ hit: first, stop, ...rest }) => ({
          ...rest,
          hit: first ?? null,
          stop: stop ?? null,
        })),
        // The links are numbered as the rows of the file are, without the header.
        links: found.rests.map(Number),
      },
      text: options.csv
        ? csvLines(
            hit.flatMap(({ node, least, most }) =>
              least.map((min, week) => ({ node, week, min, max: most[week] ?? min })),
            ),
            ['node', 'week', 'min', 'max'],
          )
        : [
            t('cascade.timeline.caption', { names: names.map(plainText).join(', '), weeks }),
            '',
            ...columns([
              [t('cascade.calc.hit'), t('cascade.timeline.hit'), t('cascade.timeline.stop')],
              ...hit.map((node) => [plainText(node.node), afterText(t, node.hit), afterText(t, node.stop)]),
            ]),
          ],
    });
  },
});

export const calcTimelineCommands = [timeline];
