import { z } from 'zod';
import { readSources, type SourceRow } from '#shared/concentration/concentration-csv.ts';
import type { Ends, Index } from '#shared/concentration/hhi.ts';
import { GROUPINGS } from '#shared/concentration/inputs.ts';
import { type Concentration, studyInput } from '#shared/concentration/study.ts';
import { thresholdOf } from '#shared/concentration/thresholds.ts';
import { LOCALES } from '#shared/i18n/index.ts';
import { ok } from '#shared/result.ts';
import { readBareFile } from '../bare-file.ts';
import { command } from '../command.ts';
import { columns } from '../layout.ts';
import { plainText, shareWords } from '../share-text.ts';
import type { Terminal } from '../terminal.ts';

const SAME = 1e-12;
const POINTS = 10_000;

/** An index as the document has it: `hhi` is null when it is a range. */
const indexRow = ({ min, max, tight }: Index) => ({
  hhi: max - min < SAME ? max : null,
  min,
  max,
  points: max - min < SAME ? max * POINTS : null,
  tight,
});

const inputRow = ({
  input,
  sources,
  supplier,
  effective,
  groups,
  outsideEu,
  verdicts,
  open,
  contradictory,
}: Concentration) => ({
  input,
  suppliers: sources.length,
  ...(supplier ? indexRow(supplier) : { hhi: null, min: null, max: null, points: null, tight: true }),
  effective: effective ?? null,
  ...Object.fromEntries(
    GROUPINGS.map((grouping) => [grouping, groups[grouping] ? indexRow(groups[grouping]) : null]),
  ),
  outsideEu: outsideEu ?? null,
  open,
  contradictory,
  thresholds: verdicts,
});

/** Points as people know them: 2.600, or 5.125 to 5.800. */
function pointsText({ lang, t }: Terminal) {
  const format = new Intl.NumberFormat(LOCALES[lang], { maximumFractionDigits: 0 });
  const points = (value: number): string => format.format(value * POINTS);
  return (range: Ends | undefined): string => {
    if (range === undefined) return '–';
    if (points(range.min) === points(range.max)) return points(range.max);
    return t('cascade.concentration.span', { min: points(range.min), max: points(range.max) });
  };
}

function textOf(terminal: Terminal, found: readonly Concentration[]): string[] {
  const { t, lang } = terminal;
  const points = pointsText(terminal);
  const { span } = shareWords(lang);
  const head = ['input', 'suppliers', 'supplier', ...GROUPINGS, 'outsideEu'] as const;
  return [
    ...columns([
      head.map((name) => t(`cascade.concentration.column.${name}`)),
      ...found.map(({ input, sources, supplier, groups, outsideEu }) => [
        plainText(input === '' ? '–' : input),
        String(sources.length),
        points(supplier),
        ...GROUPINGS.map((grouping) => points(groups[grouping])),
        outsideEu ? span(outsideEu) : '–',
      ]),
    ]),
    '',
    ...found.flatMap(({ input, verdicts }) =>
      verdicts.flatMap(({ id, verdict }) =>
        verdict === 'no'
          ? []
          : [
              t(`cascade.concentration.verdict.${verdict}`, {
                input: plainText(input === '' ? '–' : input),
                threshold: t(`cascade.concentration.threshold.${id as 'doj-high'}`),
                source: thresholdOf(id).source,
              }),
            ],
      ),
    ),
    t('cascade.concentration.yardstick'),
  ];
}

const concentration = command({
  name: 'calc concentration',
  text: 'cli.command.calcConcentration',
  takes: 'sources',
  flags: [{ name: 'skipRefused', text: 'calcSkip' }],
  options: z.object({ skipRefused: z.boolean().default(false) }),
  run: async ({ terminal, argument, options }) => {
    const { t, note } = terminal;
    const read = readBareFile(terminal, argument, options.skipRefused, readSources);
    if ('outcome' in read) return read.outcome;
    const byInput = new Map<string, SourceRow[]>();
    for (const row of read.found.items) byInput.set(row.input, [...(byInput.get(row.input) ?? []), row]);
    const found = [...byInput].map(([input, sources]) => studyInput(input, sources));
    for (const { input, contradictory } of found)
      if (contradictory)
        note(
          t('cli.warning', { text: t('cascade.concentration.contradictory', { input: plainText(input) }) }),
        );
    return ok({ data: { results: found.map(inputRow) }, text: textOf(terminal, found) });
  },
});

export const calcConcentrationCommands = [concentration];
