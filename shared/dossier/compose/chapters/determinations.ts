import { CATALOGUE } from '../../../instruments/catalogue.ts';
import type { LegalFacts } from '../../../law/study.ts';
import type { BodyOf } from '../../../model/records.ts';
import type { Atom, Condition } from '../../../rules/condition.ts';
import { atomsOf, type Knowledge, prove } from '../../../rules/prove.ts';
import type { Block } from '../../blocks.ts';
import type { Book } from '../book.ts';
import { argued } from '../evidence.ts';
import { chip, emphasis, lines, text } from '../parts.ts';
import { DETERMINATIONS } from '../proof.ts';
import { authorText, dateText, dayOf } from '../wording.ts';

const NOTHING: Knowledge = { asked: () => [], answered: () => undefined };

const atomsIn = (condition: Condition): Atom[] => atomsOf(prove(condition, NOTHING)).map(({ atom }) => atom);

/** Every question of the laws that people answered, with who said so and why; versions apart when they differ. */
export function determinationTable(
  book: Book,
  { laws, determinations }: LegalFacts,
  alsoAsked: readonly Atom[],
): Block {
  const { t, lang } = book;
  const conditions = [
    ...laws.flatMap(({ item }) => item.versions.flatMap(({ scope, pending }) => [scope, pending])),
    ...CATALOGUE.instruments.map(({ applies }) => applies),
  ].flatMap((one) => one ?? []);
  const questions = new Map(
    [...conditions.flatMap(atomsIn), ...alsoAsked].flatMap((atom) =>
      'ask' in atom ? [[atom.ask, atom.text] as const] : [],
    ),
  );
  return {
    kind: 'table',
    id: DETERMINATIONS,
    caption: t('document.law.determinations'),
    columns: [
      { title: t('document.law.column.question'), width: 4, align: 'left' },
      { title: t('document.law.column.answer'), width: 2.2, align: 'left' },
      { title: t('document.law.column.argument'), width: 6, align: 'left' },
    ],
    rows: determinations.flatMap((versions) =>
      versions.map((view) => {
        const { question, outcome, argument, confidence, evidence } = view.body as BodyOf<'determination'>;
        const by = t('document.gates.by', {
          who: authorText(view.author),
          day: dateText(dayOf(view.time), t),
        });
        const sure =
          confidence === undefined
            ? ''
            : `; ${t('document.gates.confidence', { level: t(`words.confidence.${confidence}`) })}`;
        return {
          cells: [
            [text(questions.get(question)?.[lang] ?? question)],
            [
              chip(outcome, t(`words.outcome.${outcome}`)),
              ...(versions.length > 1 ? [text(' '), chip('attention', t('document.claim.conflict'))] : []),
            ],
            lines([argued(book, argument, evidence), [emphasis(`${by}${sure}`)]]),
          ],
          total: false,
          ...book.mark(view.marking),
        };
      }),
    ),
    empty: t('document.law.noDeterminations'),
  };
}
