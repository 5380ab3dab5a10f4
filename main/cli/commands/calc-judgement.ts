import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { seeded } from '#shared/graph/random.ts';
import { LOCALES } from '#shared/i18n/index.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { alpha, alphaInterval, disagreements, METRICS, relianceOf } from '#shared/scoring/agreement.ts';
import { LAYOUTS, type RatingsRead, readRatings } from '#shared/scoring/ratings-csv.ts';
import { runSmaaFile, SmaaFile } from '#shared/scoring/smaa-file.ts';
import { WeightsTooTight } from '#shared/scoring/weights.ts';
import { MAX_FILE_BYTES } from '../../files.ts';
import { command, type Outcome } from '../command.ts';
import { errorDocument } from '../failure.ts';
import { columns } from '../layout.ts';
import { plainText } from '../share-text.ts';
import type { Terminal } from '../terminal.ts';

const SEED = { name: 'seed', value: 'count' } as const;
const Count = z.coerce.number().int().min(0).max(0xffff_ffff);

/** The text of a small file, or of standard input for `-`. */
function textOf({ t }: Terminal, file: string): Result<{ text: string; name: string }, 'fileUnreadable'> {
  const name = file === '-' ? t('cli.calc.stdin') : path.basename(file);
  try {
    const bytes = fs.readFileSync(file === '-' ? 0 : file);
    if (bytes.length > MAX_FILE_BYTES) return fail('fileUnreadable', { name });
    return ok({ text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), name });
  } catch {
    return fail('fileUnreadable', { name });
  }
}

/** Nothing was computed: where and why on standard error, the code in the document. */
function stopped({ t, note }: Terminal, place: string, why: string): Outcome {
  note(t('cli.error', { text: `${place}: ${why}` }));
  return ok({
    data: errorDocument(t, { code: 'importRefused', params: { count: 1 } }),
    text: [],
    exit: 'refused',
  });
}

const MISSING = '–';
const numbers = (lang: Terminal['lang']) => {
  const format = new Intl.NumberFormat(LOCALES[lang], { maximumFractionDigits: 3, minimumFractionDigits: 3 });
  return (value: number | null): string => (value === null ? MISSING : format.format(value));
};

function agreementOf({ layout, units, raters, values }: RatingsRead, seed: number) {
  const metrics = METRICS.map((metric) => {
    const value = alpha(values, metric);
    const interval = alphaInterval(values, metric, seeded(seed));
    return { metric, alpha: value, low: interval?.low ?? null, high: interval?.high ?? null };
  });
  return {
    layout,
    units: units.length,
    raters: raters.length,
    disagreements: disagreements(values).map(({ unit, ...rest }) => ({ unit: units[unit] ?? '', ...rest })),
    alpha: metrics.map((one) => ({ ...one, reliance: relianceOf(one.alpha) })),
    seed,
  };
}

const agreement = command({
  name: 'calc agreement',
  text: 'cli.command.calcAgreement',
  takes: 'ratings',
  flags: [{ name: 'layout', value: 'layout', params: { list: LAYOUTS.join(', ') } }, SEED],
  options: z.object({ layout: z.enum(LAYOUTS).optional(), seed: Count.default(1) }),
  run: async ({ terminal, argument, options }) => {
    const { t, lang } = terminal;
    const file = textOf(terminal, argument);
    if (!file.ok) return file;
    const read = readRatings(file.value.text, options.layout);
    if (!read.ok) {
      const { code, params } = read.error;
      const line = params?.line;
      const place =
        line === undefined ? file.value.name : t('cli.import.place', { file: file.value.name, line });
      const field = params?.field === undefined ? '' : `, ${params.field}`;
      return stopped(terminal, `${place}${field}`, t(`imports.refused.${code}`, params));
    }
    const found = agreementOf(read.value, options.seed);
    const number = numbers(lang);
    return ok({
      data: found,
      text: [
        t('cli.calc.agreement.read', { units: found.units, raters: found.raters }),
        ...columns(
          found.disagreements.map(({ unit, given, span }) => [
            plainText(unit),
            span === null
              ? t('cli.calc.agreement.alone', { given })
              : t('cli.calc.agreement.span', { span: number(span), given }),
          ]),
          '  ',
        ),
        '',
        ...columns(
          found.alpha.map(({ metric, alpha: value, low, high, reliance }) => [
            t(`cli.calc.agreement.metric.${metric}`),
            number(value),
            low === null ? '' : `[${number(low)} … ${number(high)}]`,
            t(`cli.calc.agreement.reliance.${reliance}`),
          ]),
        ),
        '',
        t('cli.calc.agreement.few'),
      ],
    });
  },
});

const FILE_CODES = [
  'keyTwice',
  'referenceUnknown',
  'weightsImpossible',
  'cellCount',
  'outsideScale',
  'rangeReversed',
] as const;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const smaaCommand = command({
  name: 'calc smaa',
  text: 'cli.command.calcSmaa',
  takes: 'smaa',
  flags: [{ name: 'draws', value: 'count' }, SEED],
  options: z.object({ draws: Count.optional(), seed: Count.optional() }),
  run: async ({ terminal, argument, options }) => {
    const { t, lang } = terminal;
    const file = textOf(terminal, argument);
    if (!file.ok) return file;
    const { name, text } = file.value;
    const json = parseJson(text);
    if (json === undefined) return stopped(terminal, name, t('cli.calc.smaa.file.syntax'));
    const given = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
    const parsed = SmaaFile.safeParse(
      typeof json === 'object' && json !== null && !Array.isArray(json) ? { ...json, ...given } : json,
    );
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      const code = FILE_CODES.find((one) => one === issue?.message) ?? 'invalid';
      const place = [name, issue?.path.map(String).join('.')].filter((part) => part).join(', ');
      return stopped(terminal, place, t(`cli.calc.smaa.file.${code}`));
    }
    return smaaOutcome(terminal, parsed.data, name, numbers(lang));
  },
});

function smaaOutcome(
  terminal: Terminal,
  file: SmaaFile,
  name: string,
  number: (value: number | null) => string,
): Outcome {
  const { t } = terminal;
  try {
    const result = runSmaaFile(file);
    const { draws, seed, error, options } = result;
    return ok({
      data: result,
      text: [
        t('cli.calc.smaa.construct', { draws, seed, error: number(error) }),
        ...columns([
          [
            t('cli.calc.smaa.option'),
            ...options.map((_, rank) => t('cli.calc.smaa.rank', { rank: rank + 1 })),
            t('cli.calc.smaa.confidence'),
          ],
          ...options.map(({ id, ranks, confidence }) => [
            plainText(id),
            ...ranks.map(number),
            number(confidence),
          ]),
        ]),
      ],
    });
  } catch (failure) {
    if (failure instanceof WeightsTooTight) return stopped(terminal, name, t('cli.calc.smaa.tooTight'));
    throw failure;
  }
}

export const calcJudgementCommands = [agreement, smaaCommand];
