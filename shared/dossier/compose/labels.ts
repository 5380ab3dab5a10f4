import type { Translate } from '../../i18n/index.ts';
import type { Labels } from '../document.ts';
import { MONTHS } from './wording.ts';

const NAMES = [
  'contents',
  'page',
  'of',
  'reference',
  'marking',
  'asOf',
  'version',
  'author',
  'department',
  'digest',
  'figure',
  'table',
  'source',
  'publisher',
  'date',
  'accessed',
  'grade',
  'quote',
  'sourcePage',
  'url',
  'sha256',
  'citedOn',
  'notCited',
] as const;

/** The fixed words of the template in one language. */
export const labelsIn = (t: Translate): Labels => ({
  ...(Object.fromEntries(NAMES.map((name) => [name, t(`document.label.${name}`)])) as Record<
    (typeof NAMES)[number],
    string
  >),
  kind: t('document.kind'),
  quotes: [t('document.label.quoteOpen'), t('document.label.quoteClose')],
  months: MONTHS.map((month) => t(`document.month.${month}`)),
});
