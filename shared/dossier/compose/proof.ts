import type { RecordId } from '../../model/ids.ts';
import type { Marking } from '../../model/marking.ts';
import type { Atom } from '../../rules/condition.ts';
import { type AtomProof, type ConditionProof, restsOn } from '../../rules/prove.ts';
import { atomText } from '../../rules/wording.ts';
import type { GateNode, Parts } from '../blocks.ts';
import { claimBody } from '../health.ts';
import type { Book } from './book.ts';
import { sourcesOf } from './claims.ts';
import { capital, citations, lines, ref, text } from './parts.ts';
import { subjectText } from './subject.ts';
import { dateText, numberText } from './wording.ts';

/** Anchor of the table with the answers that people gave to questions of the law. */
export const DETERMINATIONS = 'law-determinations';

/** A test of a rule in words of the page. */
export const testText = (book: Book, atom: Atom): string =>
  atomText(atom, {
    lang: book.lang,
    t: book.t,
    day: (day) => dateText(day, book.t),
    number: (value, unit) => numberText(value, unit, book),
  });

/** Markings of the records that a result rests on. */
export const markingsIn = (book: Book, records: readonly RecordId[]): Marking[] =>
  records.flatMap((record) => book.find(record)?.marking ?? []);

export const proofMarkings = (book: Book, proof: ConditionProof | undefined): Marking[] =>
  proof === undefined ? [] : markingsIn(book, restsOn(proof));

/** What an answer rests on: the sources of claims, and the answers of people. */
function restsParts(book: Book, rests: readonly RecordId[]): Parts {
  const views = rests.flatMap((record) => book.find(record) ?? []);
  const numbers = views.flatMap((view) => (view.type === 'claim' ? sourcesOf(book, claimBody(view)) : []));
  const cited = citations([...new Set(numbers)].toSorted((a, b) => a - b));
  const answered = views.some(({ type }) => type === 'determination');
  return [
    ...(cited.length > 0 ? [text(' '), ...cited] : []),
    ...(answered ? [text(' ('), ref(DETERMINATIONS, book.t('document.law.answered')), text(')')] : []),
  ];
}

/** Why each subject answers as it does; those of which nothing is recorded stand together on one line. */
function argumentOf(book: Book, { answers }: AtomProof): Parts {
  const nothing = answers.filter(({ subject, reason }) => subject !== undefined && reason === 'missing');
  const silent = nothing.map(({ subject }) => subjectText(book, subject as RecordId)).join('; ');
  const told = answers.filter((one) => !nothing.includes(one));
  return lines([
    ...told.map(({ subject, reason, rests }) => {
      const who = subject === undefined ? '' : `${subjectText(book, subject)}: `;
      return [text(`${who}${book.t(`law.reason.${reason}`)}`), ...restsParts(book, rests)];
    }),
    ...(nothing.length > 0 ? [[text(`${capital(book.t('law.reason.missing'))}: ${silent}`)]] : []),
  ]);
}

/** A proof as a tree of checks, numbered below `place`: what was asked, of whom, and where the answer stands. */
export function proofNode(book: Book, proof: ConditionProof, place: string): GateNode {
  const { t } = book;
  const common = {
    code: place,
    outcome: proof.outcome,
    word: t(`words.outcome.${proof.outcome}`),
    ...book.mark(...proofMarkings(book, proof)),
  };
  if (proof.op === 'atom')
    return { ...common, label: testText(book, proof.atom), argument: argumentOf(book, proof) };
  return {
    ...common,
    label: t(`law.proofOp.${proof.op}`),
    children: proof.children.map((child, i) => proofNode(book, child, `${place}.${i + 1}`)),
  };
}
