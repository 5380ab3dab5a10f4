import { ENTITY_TYPES, type RecordType } from '../../../model/records.ts';
import type { Block } from '../../blocks.ts';
import type { Book } from '../book.ts';
import { text } from '../parts.ts';
import { dateText, dayOf } from '../wording.ts';

const counted = ({ t }: Book, type: RecordType, count: number): string[] =>
  count === 0 ? [] : [`${count} ${t(count === 1 ? `words.type.${type}` : `words.typeMany.${type}`)}`];

function sizeOf(book: Book): string {
  const { t, entities, relations, claims, sources, attachments, verdicts, ratings } = book;
  const words = [
    ...ENTITY_TYPES.flatMap((type) =>
      counted(book, type, entities.filter(([first]) => first.type === type).length),
    ),
    ...counted(book, 'relation', relations.length),
    ...counted(book, 'claim', claims.length),
    ...counted(book, 'source', sources.size),
    ...counted(book, 'attachment', attachments.length),
    ...counted(book, 'verdict', verdicts.length),
    ...counted(book, 'rating', ratings.length),
  ];
  return words.length > 0 ? words.join(', ') : t('document.account.nothing');
}

/** What the page was made from, as pairs of label and words. */
function provenance(book: Book): { label: string; value: string }[] {
  const { t, lang, input, leftOut } = book;
  const { pack, ceiling, validAt, withheld } = input;
  const row = (label: string, value: string) => ({ label, value });
  return [
    row(
      t('document.account.framework'),
      t('document.account.frameworkOf', { title: pack.title[lang], version: pack.version }),
    ),
    row(
      t('document.account.letter'),
      t('document.account.letterOf', {
        title: pack.source.title[lang],
        reference: pack.source.reference[lang],
        day: dateText(pack.source.date, t),
      }),
    ),
    row(t('document.account.changes'), t('document.account.changesOf', { count: input.changes })),
    row(t('document.account.lastChange'), dateText(dayOf(input.lastChange), t)),
    row(t('document.account.records'), sizeOf(book)),
    row(
      t('document.account.validity'),
      validAt === undefined
        ? t('document.account.validAll')
        : t('document.account.validAt', { day: dateText(validAt, t) }),
    ),
    row(
      t('document.account.ceiling'),
      ceiling === undefined ? t('document.account.noCeiling') : t(`words.marking.${ceiling}`),
    ),
    row(
      t('document.account.withheldHere'),
      leftOut === 0
        ? t('document.account.nothing')
        : t('document.account.withheldHereOf', { count: leftOut }),
    ),
    row(
      t('document.account.withheldThere'),
      withheld === 0
        ? t('document.account.nothing')
        : t('document.account.withheldThereOf', { count: withheld }),
    ),
    row(
      t('document.account.embedded'),
      t(input.embedded ? 'document.account.embeddedYes' : 'document.account.embeddedNo'),
    ),
    row(t('document.account.program'), t('document.account.programOf', { version: input.programVersion })),
    row(t('document.account.digest'), input.digest),
  ];
}

const CONSTRUCTS = ['outcome', 'indicators', 'order', 'grades', 'markings', 'notes', 'decision'] as const;

/** The last chapter: what the document was made from, and which of its words are the letter's and which the tool's. */
export function account(book: Book): Block[] {
  const { t } = book;
  return [
    { kind: 'heading', level: 1, id: 'account', text: t('document.chapter.account') },
    { kind: 'paragraph', parts: [text(t('document.account.intro'))] },
    {
      kind: 'facts',
      items: provenance(book).map(({ label, value }) => ({ term: label, value: [text(value)] })),
    },
    {
      kind: 'callout',
      tone: 'info',
      title: t('document.account.constructs'),
      parts: [],
      items: CONSTRUCTS.map((name) => [text(t(`document.account.constructsItems.${name}`))]),
    },
  ];
}
