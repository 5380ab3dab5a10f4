import type { Amount } from '../graph/amount.ts';
import type { GraphEdge } from '../graph/model.ts';
import { countryText } from '../i18n/codes.ts';
import { type Lang, LOCALES, type Translate } from '../i18n/index.ts';
import type { RecordId } from '../model/ids.ts';
import type { Finding } from './findings.ts';

/** What a sentence needs: the language, its words, the names of things, and the relations that are spoken of. */
export type ChainWords = {
  readonly lang: Lang;
  readonly t: Translate;
  readonly nameOf: (record: RecordId) => string;
  readonly edgeOf: (record: RecordId) => GraphEdge | undefined;
};
type Words = Pick<ChainWords, 'lang' | 't'>;

/** Units by the length from which they are used, in days. */
const UNITS = [
  { unit: 'years', from: 3 * 365, days: 365.25 },
  { unit: 'months', from: 183, days: 365.25 / 12 },
  { unit: 'weeks', from: 14, days: 7 },
  { unit: 'days', from: 0, days: 1 },
] as const;

const rounded = (value: number, lang: Lang): string =>
  new Intl.NumberFormat(LOCALES[lang], { maximumFractionDigits: value < 10 ? 1 : 0 }).format(
    value < 10 ? Math.round(value * 2) / 2 : Math.round(value),
  );

/** A length of time in the unit that suits it: "19 weken", "6 tot 9 maanden", "meteen". `max` null: at least `min`. */
export function lengthText({ lang, t }: Words, min: number, max: number | null): string {
  const long = max ?? min;
  if (long === 0 && max !== null) return t('chain.time.atOnce');
  const { unit, days } = UNITS.find(({ from }) => long >= from) ?? UNITS[3];
  const [low, high] = [rounded(min / days, lang), rounded(long / days, lang)];
  const span = low === high ? high : t('chain.time.span', { from: low, to: high });
  const text = t(`chain.time.${unit}`, { count: high === '1' ? 1 : 2, span });
  return max === null ? t('chain.time.atLeast', { time: text }) : text;
}

/** Between two bounds of which nothing may be known. */
export const daysText = (
  words: Words,
  { min, max }: { readonly min: number; readonly max: number | null },
  known: boolean,
): string => (known ? lengthText(words, min, max) : words.t('chain.unknown.notRecorded'));

/** An amount in words by its unit: a share, days, euros, or a plain number. What is missing says how. */
export function amountText(
  words: Words,
  amount: Amount,
  unit: 'share' | 'days' | 'euros' | 'number',
): string {
  const { lang, t } = words;
  if (amount.kind === 'unknown') return t(`chain.unknown.${amount.why}`);
  const [min, max] = amount.kind === 'exact' ? [amount.value, amount.value] : [amount.min, amount.max];
  if (unit === 'days') return lengthText(words, min, max);
  const options: Intl.NumberFormatOptions =
    unit === 'share'
      ? { style: 'percent', maximumFractionDigits: 1 }
      : unit === 'euros'
        ? { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 }
        : { maximumFractionDigits: 1 };
  const one = (value: number): string => new Intl.NumberFormat(LOCALES[lang], options).format(value);
  if (max === null) return t('chain.time.atLeast', { time: one(min) });
  return min === max ? one(min) : t('chain.time.span', { from: one(min), to: one(max) });
}

const FEW = 5;

/** Names in a row with "and"; of many the first and how many others. */
export function namesText({ lang, t, nameOf }: ChainWords, records: readonly RecordId[]): string {
  const names = records.map(nameOf);
  const shown =
    names.length > FEW
      ? [...names.slice(0, FEW - 1), t('chain.others', { count: names.length - FEW + 1 })]
      : names;
  return new Intl.ListFormat(LOCALES[lang]).format(shown);
}

/** In the order of their names. */
const byName = ({ lang, nameOf }: ChainWords, records: readonly RecordId[]): RecordId[] =>
  [...records].sort((a, b) => nameOf(a).localeCompare(nameOf(b), LOCALES[lang]));

/** What is supplied over a relation, or between whom where that is not recorded. */
export function suppliedText(words: ChainWords, record: RecordId): string {
  const edge = words.edgeOf(record);
  if (edge === undefined) return '…';
  const [product] = edge.products;
  return (
    product?.name ?? words.t('chain.between', { from: words.nameOf(edge.from), to: words.nameOf(edge.to) })
  );
}

const listOf = ({ lang }: Words, texts: readonly string[]): string =>
  new Intl.ListFormat(LOCALES[lang]).format([...new Set(texts)]);

/** A name that ends in a full stop ends the sentence too. */
export const oneStop = (text: string): string => text.replace(/\.\.(?=\s|$)/g, '.');

/** A finding as sentences that stand alone: on the screen, on paper and on the command line. */
export const findingText = (words: ChainWords, finding: Finding): string => oneStop(said(words, finding));

function said(words: ChainWords, finding: Finding): string {
  const { t, nameOf } = words;
  const name = nameOf(finding.node);
  switch (finding.code) {
    case 'processHit': {
      const { verdict, from, to, via, noSecond } = finding;
      const time = verdict === 'certain' ? lengthText(words, from, to) : lengthText(words, from, from);
      const hit = t(
        via.length === 0 ? `chain.finding.directHit.${verdict}` : `chain.finding.hit.${verdict}`,
        {
          name,
          process: nameOf(finding.process),
          time: after(words, from, time),
          via: namesText(words, via),
        },
      );
      if (noSecond.length === 0) return hit;
      const products = listOf(
        words,
        noSecond.map((record) => suppliedText(words, record)),
      );
      return `${hit} ${t('chain.finding.noSecond', { products })}`;
    }
    case 'sharedRoot': {
      const { customer, input, sources, processes, from, verdict } = finding;
      const rest = t(`chain.finding.shared.${verdict}`, {
        name,
        customer: nameOf(customer),
        input,
        sources: namesText(words, byName(words, sources)),
      });
      if (processes.length === 0 || from === null) return rest;
      const reaches = t(`chain.finding.reaches.${finding.sure ? 'certain' : 'possible'}`, {
        name,
        processes: namesText(words, processes),
        time: after(words, from, lengthText(words, from, from)),
      });
      return `${rest} ${reaches}`;
    }
    case 'hiddenPoint':
      return t('chain.finding.hidden', {
        name,
        count: finding.degree,
        rank: finding.degreeRank,
        of: finding.of,
        processes: namesText(words, finding.processes),
        time: after(words, finding.from, lengthText(words, finding.from, finding.to)),
      });
    case 'stockGap': {
      const missing = new Set(finding.gaps.map(({ kind }) => kind));
      return t(`chain.finding.stock.${finding.verdict}`, {
        name,
        input: finding.input,
        survive: daysText(words, finding.survive, !missing.has('stockCover')),
        replace: daysText(words, finding.replace, !missing.has('timeToReplace')),
      });
    }
  }
}

const after = ({ t }: Words, from: number, time: string): string =>
  from === 0 && time === t('chain.time.atOnce') ? time : t('chain.time.after', { time });

/** What is missing on a relation, as something to find out. */
export const gapText = (
  words: ChainWords,
  { relation, kind }: { readonly relation: RecordId; readonly kind: Finding['gaps'][number]['kind'] },
): string => {
  const edge = words.edgeOf(relation);
  return words.t(`chain.gap.${kind}`, {
    from: edge === undefined ? '…' : words.nameOf(edge.from),
    to: edge === undefined ? '…' : words.nameOf(edge.to),
  });
};

/** A country by its name, or that it is not recorded. */
export const countryOf = ({ lang, t }: Words, code: string | undefined): string =>
  code === undefined ? t('chain.unknown.country') : countryText(code, lang);
