import type { TextKey } from '../../../i18n/index.ts';
import { isWithin } from '../../../model/marking.ts';
import { isRecordType, type RecordType } from '../../../model/records.ts';
import type { Block, Parts } from '../../blocks.ts';
import { claimBody } from '../../health.ts';
import type { Book } from '../book.ts';
import { propertyText } from '../claims.ts';
import { codeOf } from '../codes.ts';
import { capital, text } from '../parts.ts';
import { subjectText } from '../subject.ts';

/** What a record is called on the page; those without a name by what they are about. */
function nameText(book: Book, record: Parameters<Book['find']>[0], label: string): string {
  const view = book.find(record);
  if (view?.type === 'claim') {
    const { subject, property } = claimBody(view);
    return `${propertyText(book, property)}, ${subjectText(book, subject)}`;
  }
  if (view?.type === 'relation') return subjectText(book, record);
  if (view?.type === 'verdict' || view?.type === 'rating') return codeOf(label);
  return view === undefined ? label : book.nameOf(record);
}

const typeText = ({ t }: Book, type: RecordType): string => capital(t(`words.type.${type}`));

/** Members that point to another record, with the words that the model has for them. */
const MEMBERS = {
  company: 'model.field.company',
  from: 'model.field.from',
  to: 'model.field.to',
  subject: 'model.field.subject',
  source: 'model.field.source',
  basis: 'model.field.basis',
  evidence: 'model.field.evidence',
  about: 'model.field.about',
  value: 'model.field.value',
} as const satisfies Record<string, TextKey>;

const memberText = ({ t }: Book, member: string): string =>
  Object.hasOwn(MEMBERS, member) ? t(MEMBERS[member as keyof typeof MEMBERS]).toLowerCase() : '';

/** Damage and disagreement inside the dossier itself: conflicts, loose references, and what cannot be read. */
export function findings(book: Book): Block[] {
  const { t, input } = book;
  const conflicts = input.conflicts.flatMap((record): Parts[] => {
    const view = book.find(record);
    if (view === undefined) return [];
    const label = String(view.body.leaf ?? view.body.indicator ?? '');
    const name = nameText(book, record, label);
    return [[text(t('document.gaps.findingConflict', { type: typeText(book, view.type), name }))]];
  });
  const dangling = input.dangling
    .filter(({ ref }) => input.ceiling === undefined || isWithin(ref.marking, input.ceiling))
    .flatMap(({ ref, member }): Parts[] => {
      if (!isRecordType(ref.type)) return [];
      const name = nameText(book, ref.record, ref.label);
      const type = typeText(book, ref.type);
      return [[text(t('document.gaps.findingDangling', { type, name, member: memberText(book, member) }))]];
    });
  const unreadable: Parts[] =
    input.unreadable > 0 ? [[text(t('document.gaps.findingUnreadable', { count: input.unreadable }))]] : [];
  const items = [...conflicts, ...dangling, ...unreadable];
  if (items.length === 0) return [];
  return [
    {
      kind: 'heading',
      level: 2,
      id: 'gaps-findings',
      text: t('document.gaps.findings'),
    },
    { kind: 'bullets', items, ...book.mark(book.highest) },
  ];
}
