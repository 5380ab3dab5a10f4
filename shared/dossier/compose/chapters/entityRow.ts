import type { Versions } from '../../group.ts';
import type { Book } from '../book.ts';
import { markingsOf } from '../book.ts';
import { claimMarkings } from '../claims.ts';
import { factLines, kindText } from '../facts.ts';
import { emphasis, text } from '../parts.ts';

/** An entity as a row: name (and kind), and everything that is said of it. */
export function entityRow(book: Book, versions: Versions, withKind: boolean) {
  const { t } = book;
  const [{ record, body }] = versions;
  const claims = book.claimsAbout(record);
  const { note } = body as { note?: string };
  const facts = [
    ...(note?.trim() ? [text(note.trim()), ...(claims.length > 0 ? [text('\n')] : [])] : []),
    ...factLines(book, claims),
  ];
  return {
    cells: [
      [text(book.nameOf(record))],
      ...(withKind ? [[text(kindText(book, versions[0]))]] : []),
      facts.length > 0 ? facts : [emphasis(t('document.others.noFacts'))],
    ],
    total: false,
    ...book.mark(...markingsOf(versions), ...claims.flatMap((claim) => claimMarkings(book, claim))),
  };
}
