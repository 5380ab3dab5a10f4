import type { Lang } from '../i18n/index.ts';
import type { YardstickId } from '../model/records/threat.ts';
import type { BodyOf } from '../model/records.ts';
import { lintWording, type WordingFinding } from '../scoring/wording-lint.ts';
import { YARDSTICKS } from '../scoring/yardstick.ts';
import { knownYardstick } from './likelihood.ts';

/** Members of an appraisal that hold sentences. */
export const WORDED_FIELDS = ['statement', 'argument', 'alternatives', 'assumptions'] as const;
export type WordedField = (typeof WORDED_FIELDS)[number];

/** What is wrong with the wording of one field; `otherYardstick` on `likelihood` is the chosen word itself. */
export type FieldFinding = {
  readonly field: WordedField | 'likelihood';
  readonly code: WordingFinding['code'];
  readonly words: readonly string[];
  /** Where in the field, in UTF-16 units. */
  readonly start: number;
};

/** Checks one text against the yardstick of the case (ICD 203; capability 6). */
export const lintText = (text: string, yardstick: YardstickId, lang: Lang): readonly WordingFinding[] =>
  lintWording(text, knownYardstick(yardstick), YARDSTICKS, lang);

/** Checks all texts of an appraisal, and that its own word is of the yardstick of the case. */
export function lintAppraisal(
  body: BodyOf<'appraisal'>,
  yardstick: YardstickId,
  lang: Lang,
): readonly FieldFinding[] {
  const { likelihood } = body;
  const texts = WORDED_FIELDS.flatMap((field) =>
    lintText(body[field] ?? '', yardstick, lang).map(({ code, words, start }) => ({
      field,
      code,
      words,
      start,
    })),
  );
  const foreign = likelihood.kind === 'term' && likelihood.yardstick !== yardstick;
  return [
    ...(foreign
      ? [
          {
            field: 'likelihood' as const,
            code: 'otherYardstick' as const,
            words: [likelihood.term],
            start: 0,
          },
        ]
      : []),
    ...texts,
  ];
}
