import { z } from 'zod';
import { exposed, exposures } from '#shared/cascade/recovery.ts';
import { readInputs, readSites, sitesOf } from '#shared/cascade/recovery-csv.ts';
import { ok } from '#shared/result.ts';
import { readBareFile } from '../bare-file.ts';
import { command } from '../command.ts';
import { csvLines } from '../csv-lines.ts';
import { usage } from '../failure.ts';
import { columns } from '../layout.ts';
import { rangeText } from '../range-text.ts';
import { plainText } from '../share-text.ts';

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

/** Time to survive against time to recover of every site by itself, and what it costs (field-practice 2.6.13). */
const survival = command({
  name: 'calc survival',
  text: 'cli.command.calcSurvival',
  takes: 'sites',
  flags: [{ name: 'inputs', value: 'file' }, { name: 'csv' }, { name: 'skipRefused', text: 'calcSkip' }],
  options: z.object({
    inputs: z.string(),
    csv: z.boolean().default(false),
    skipRefused: z.boolean().default(false),
  }),
  run: async ({ terminal, argument, options }) => {
    const { t } = terminal;
    if (terminal.json && options.csv) return usage('jsonOrCsv');
    const sites = readBareFile(terminal, argument, options.skipRefused, readSites);
    if ('outcome' in sites) return sites.outcome;
    const known = new Set(sites.found.items.map(({ id }) => id));
    const inputs = readBareFile(terminal, options.inputs, options.skipRefused, readInputs(known));
    if ('outcome' in inputs) return inputs.outcome;
    const recover = new Map(sites.found.items.map((site) => [site.id, site.recover]));
    const recoverOf = (site: string) => recover.get(site) ?? { min: 0, max: 0 };
    const found = exposures(sitesOf(sites.found.items, inputs.found.items), recoverOf).map((one) => ({
      ...one,
      recover: recoverOf(one.site),
      loss: exposed(recoverOf(one.site), one.survive),
    }));
    const text = rangeText(terminal);
    return ok({
      data: {
        unit: 'weeks',
        results: found.map(({ survive, ...rest }) => ({
          ...rest,
          // No number: for ever.
          survive: { min: finite(survive.min), max: finite(survive.max) },
        })),
      },
      text: options.csv
        ? csvLines(
            found.map(({ site, survive, recover: back, impact, index, loss }) => ({
              site,
              surviveMin: survive.min,
              surviveMax: survive.max,
              recoverMin: back.min,
              recoverMax: back.max,
              impactMin: impact.min,
              impactMax: impact.max,
              indexMin: index.min,
              indexMax: index.max,
              loss,
            })),
          )
        : [
            t('cascade.survival.caption'),
            '',
            ...columns([
              (['site', 'survive', 'recover', 'impact', 'index', 'loss'] as const).map((key) =>
                t(`cascade.survival.${key}`),
              ),
              ...found.map(({ site, survive, recover: back, impact, index, loss }) => [
                plainText(site),
                text(survive),
                text(back),
                text(impact),
                text(index),
                t(`cascade.survival.exposed.${loss}`),
              ]),
            ]),
          ],
    });
  },
});

export const calcSurvivalCommands = [survival];
