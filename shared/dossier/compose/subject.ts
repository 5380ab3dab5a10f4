import type { RecordId } from '../../model/ids.ts';
import type { Marking } from '../../model/marking.ts';
import type { Book } from './book.ts';
import type { RelationBody } from './relations.ts';

/** What a claim is about, by name: an entity, or the two ends of a relation and its kind. */
export function subjectText(book: Book, subject: RecordId): string {
  const view = book.find(subject);
  if (view?.type !== 'relation') return book.nameOf(subject);
  const { from, to, kind } = view.body as RelationBody;
  return book.t('document.gaps.relation', {
    from: book.nameOf(from),
    to: book.nameOf(to),
    kind: book.t(`model.relation.${kind}`).toLowerCase(),
  });
}

/** Markings that this name carries. */
export const subjectMarkings = (book: Book, subject: RecordId): Marking[] => {
  const view = book.find(subject);
  if (view?.type !== 'relation') return view ? [view.marking] : [];
  const { from, to } = view.body as RelationBody;
  return [view, book.find(from), book.find(to)].flatMap((one) => (one ? [one.marking] : []));
};
