import type { BodyOf } from '../model/records.ts';
import type { Indicator, Pack } from './pack.ts';

type Definition = BodyOf<'indicatorDefinition'>;

/** What a person wrote stands for both languages. */
const both = (text: string) => ({ nl: text, en: text });

/**
 * An indicator that analysts of the case added (IND-O: both lists of the letter are open). It stands in the broader
 * block when it says so, carries its reason as its question's last word, and every number of it is their own.
 */
const indicatorOf = ({ id, block, title, question, reason, anchors, interests }: Definition): Indicator => ({
  id,
  block,
  title: both(title),
  question: both(question),
  subQuestions: [both(reason)],
  interests,
  scale: anchors.map((anchor, at) => ({ level: at + 1, anchor: both(anchor), construct: true })),
  letter: ['IND-O'],
  construct: true,
});

/** The pack with the case's own indicators behind its own; an id that the pack has already is left to the pack. */
export function withOwnIndicators(pack: Pack, definitions: readonly Definition[]): Pack {
  if (definitions.length === 0) return pack;
  const known = new Set(pack.indicators.map(({ id }) => id));
  const own = definitions.filter(({ id }) => !known.has(id)).map(indicatorOf);
  return { ...pack, indicators: [...pack.indicators, ...own] };
}
