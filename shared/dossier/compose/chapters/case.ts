import type { BodyOf } from '../../../model/records.ts';
import type { Block, Parts } from '../../blocks.ts';
import type { Book } from '../book.ts';
import { markingsOf } from '../book.ts';
import { kindText } from '../facts.ts';
import { emphasis, text } from '../parts.ts';
import { authorText } from '../wording.ts';

const long = (book: Book, id: string, title: string, words: string | undefined, empty: string): Block[] => [
  { kind: 'heading', level: 2, id, text: title },
  {
    kind: 'paragraph',
    ...book.mark(...markingsOf(book.caseVersions)),
    parts: words?.trim() ? [text(words.trim())] : [emphasis(empty)],
  },
];

/** Chapter 2: what the case is about. Versions in conflict are printed one after the other. */
export function theCase(book: Book): Block[] {
  const { t, caseVersions, company } = book;
  const blocks: Block[] = [{ kind: 'heading', level: 1, id: 'case', text: t('document.chapter.case') }];
  for (const [index, view] of caseVersions.entries()) {
    const body = view.body as BodyOf<'case'>;
    const id = (name: string): string => (index === 0 ? name : `${name}-${index + 1}`);
    const missing: Parts = [emphasis(t('document.case.notStated'))];
    if (caseVersions.length > 1)
      blocks.push({
        kind: 'callout',
        tone: 'warning',
        title: t('document.claim.conflict'),
        parts: [text(t('document.case.version', { who: authorText(view.author) }))],
      });
    const subject: Parts =
      company === undefined
        ? missing
        : [text(book.nameOf(company[0].record)), text(` (${kindText(book, company[0])})`)];
    blocks.push(
      {
        kind: 'facts',
        ...book.mark(...markingsOf(caseVersions, company)),
        items: [
          { term: t('document.case.title'), value: [text(body.title)] },
          { term: t('document.case.reference'), value: body.reference ? [text(body.reference)] : missing },
          {
            term: t('document.case.status'),
            value: [
              text(t(`words.status.${body.status}`)),
              ...(body.archived ? [text(` (${t('document.case.archived').toLowerCase()})`)] : []),
            ],
          },
          {
            term: t('document.case.department'),
            value: [text(t(`words.department.${body.leadDepartment}`))],
          },
          { term: t('document.case.trigger'), value: [text(t(`words.trigger.${body.trigger}`))] },
          { term: t('document.case.company'), value: subject },
          {
            term: t('document.case.assessedPart'),
            value: body.assessedPart?.trim()
              ? [text(body.assessedPart.trim())]
              : [emphasis(t('document.case.wholeCompany'))],
          },
        ],
      },
      ...long(
        book,
        id('case-trigger'),
        t('document.case.triggerText'),
        body.triggerText,
        t('document.case.notStated'),
      ),
      ...long(
        book,
        id('case-exceptionality'),
        t('document.case.exceptionality'),
        body.exceptionality,
        t('document.case.notStated'),
      ),
    );
  }
  return blocks;
}
