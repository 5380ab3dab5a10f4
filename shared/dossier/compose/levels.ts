import type { BodyOf } from '../../model/records.ts';
import type { Parts } from '../blocks.ts';
import type { Book } from './book.ts';
import { chip, text } from './parts.ts';

type Level = BodyOf<'rating'>['level'];

/** Levels from the lowest to the highest that are held possible. */
export const rangeOf = ({ t }: Book, low: number, high: number): string =>
  low === high ? String(low) : t('document.indicators.rangeOf', { low, high });

/** A level in words, or in which way there is none. */
export const levelText = ({ t }: Book, level: Level): Parts =>
  typeof level === 'number'
    ? [text(t('document.indicators.levelOf', { level }))]
    : [chip(level === 'unknown' ? 'gap' : 'neutral', t(`document.claim.${level}`))];
