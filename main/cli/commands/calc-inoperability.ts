import { z } from 'zod';
import { coefficients, inoperability } from '#shared/cascade/inoperability.ts';
import { readSectors } from '#shared/cascade/sectors-csv.ts';
import { readIoTable } from '#shared/import/io-table.ts';
import { fail, ok } from '#shared/result.ts';
import { readBareFile } from '../bare-file.ts';
import { command } from '../command.ts';
import { csvLines } from '../csv-lines.ts';
import { usage } from '../failure.ts';
import { columns } from '../layout.ts';
import { rangeText } from '../range-text.ts';
import { plainText, shareWords } from '../share-text.ts';

/** What a bare square table refuses, it refuses as a whole. */
const whole = (rows: Parameters<typeof readIoTable>[0]) => {
  const read = readIoTable(rows);
  return read.ok ? ok({ table: read.value, refused: [], ignored: [] }) : read;
};

/** Inoperability by sector of an input-output table when demand falls away (Haimes and Santos; field-practice 2.6.10). */
const inoperable = command({
  name: 'calc inoperability',
  text: 'cli.command.calcInoperability',
  takes: 'ioTable',
  flags: [{ name: 'sectors', value: 'file', text: 'sectorDemand' }, { name: 'csv' }],
  options: z.object({ sectors: z.string(), csv: z.boolean().default(false) }),
  run: async ({ terminal, argument, options }) => {
    const { t, note, lang } = terminal;
    if (terminal.json && options.csv) return usage('jsonOrCsv');
    const read = readBareFile(terminal, argument, false, (rows) => whole([...rows]));
    if ('outcome' in read) return read.outcome;
    const { sectors, flows } = read.found.table;
    const given = readBareFile(terminal, options.sectors, false, readSectors(new Set(sectors)));
    if ('outcome' in given) return given.outcome;
    const rows = new Map(given.found.items.map((row) => [row.sector, row]));
    const absent = sectors.find((sector) => !rows.has(sector));
    // A sector that is not named is not known, and not nought.
    if (absent !== undefined) return fail('notFound', { name: plainText(absent) });
    const output = sectors.map((sector) => rows.get(sector)?.output ?? 0);
    const lost = sectors.map((sector) => rows.get(sector)?.lost ?? { min: 0, max: 1 });
    const found = inoperability(coefficients({ n: sectors.length, values: flows }, output), output, lost);
    if (found === undefined) return usage('notProductive');
    const beyond = found.beyond.map((at) => plainText(sectors[at] ?? ''));
    if (beyond.length > 0)
      note(t('cli.warning', { text: t('cascade.inoperability.beyond', { list: beyond.join(', ') }) }));
    const results = sectors.map((sector, i) => ({
      sector,
      output: output[i] ?? 0,
      lost: lost[i],
      inoperability: found.inoperability[i] ?? { min: 0, max: 0 },
      loss: found.loss[i] ?? { min: 0, max: 0 },
    }));
    const { span, percent } = shareWords(lang);
    const number = rangeText(terminal);
    return ok({
      data: { results, total: found.total, beyond: found.beyond.map((at) => sectors[at]) },
      text: options.csv
        ? csvLines(
            results.map(({ sector, inoperability: part, loss }) => ({
              sector,
              inoperabilityMin: part.min,
              inoperabilityMax: part.max,
              lossMin: loss.min,
              lossMax: loss.max,
            })),
          )
        : [
            t('cascade.inoperability.caption'),
            '',
            ...columns([
              (['sector', 'part', 'loss'] as const).map((key) => t(`cascade.inoperability.${key}`)),
              ...results.map(({ sector, inoperability: part, loss }) => [
                plainText(sector),
                part.max - part.min < 1e-9 ? percent(part.max, 3) : span(part, 3),
                number(loss),
              ]),
              [t('cascade.inoperability.total'), '', number(found.total)],
            ]),
          ],
    });
  },
});

export const calcInoperabilityCommands = [inoperable];
