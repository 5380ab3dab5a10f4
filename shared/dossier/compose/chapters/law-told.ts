import type { Law } from '../../../law/case-facts.ts';
import type { ScopeAnswer } from '../../../law/scope.ts';
import { type LegalFacts, type LegalStudy, legalFactsOf } from '../../../law/study.ts';
import type { Marking } from '../../../model/marking.ts';
import type { Column } from '../../blocks.ts';
import type { Book } from '../book.ts';
import { markingsIn, proofMarkings } from '../proof.ts';
import { dayOf } from '../wording.ts';

/** What the pages on the law are composed from. */
export type Told = {
  readonly book: Book;
  readonly day: string;
  readonly facts: LegalFacts;
  readonly study: LegalStudy;
  readonly answerOf: (law: Law) => ScopeAnswer;
};

export const column = (title: string, width: number): Column => ({ title, width, align: 'left' });

/** The law as of a day, tested on what may be printed here; undefined without a company. */
export function legalOf(book: Book): { day: string; facts: LegalFacts } | undefined {
  const { company, views, input } = book;
  const own = company?.[0].record;
  if (own === undefined) return undefined;
  return { day: input.validAt ?? dayOf(input.lastChange), facts: legalFactsOf(views, own) };
}

/** Markings of what an answer rests on, and of the analyst's own version of the law. */
export const answerMarkings = ({ book }: Told, law: Law, { proof, pending }: ScopeAnswer): Marking[] => [
  ...proofMarkings(book, proof),
  ...proofMarkings(book, pending),
  ...(law.own === undefined ? [] : markingsIn(book, [law.own])),
];
