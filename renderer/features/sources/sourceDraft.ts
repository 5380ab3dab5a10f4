import { Day, PartialDate } from '#shared/model/dates.ts';
import type { Reliability } from '#shared/model/grade.ts';
import type { Tlp } from '#shared/model/marking.ts';
import type { BodyOf } from '#shared/model/records.ts';
import { MAX_TEXT } from '#shared/model/value.ts';
import type { FieldError } from '../dossier/fieldError.ts';

type SourceBody = BodyOf<'source'>;

/** What a person has typed of a source so far. */
export type SourceDraft = {
  readonly title: string;
  readonly kind: SourceBody['kind'];
  readonly author: string;
  readonly publisher: string;
  readonly published: string;
  readonly retrieved: string;
  readonly location: string;
  readonly language: string;
  readonly reliability: Reliability;
  readonly tlp: Tlp | null;
  readonly note: string;
};

/** Reliability starts at "cannot be judged": a person judges, no default does. */
export const emptySource: SourceDraft = {
  title: '',
  kind: 'other',
  author: '',
  publisher: '',
  published: '',
  retrieved: '',
  location: '',
  language: '',
  reliability: 'F',
  tlp: null,
  note: '',
};

export const sourceToDraft = (body: SourceBody): SourceDraft => ({
  title: body.title,
  kind: body.kind,
  author: body.author ?? '',
  publisher: body.publisher ?? '',
  published: body.published ?? '',
  retrieved: body.retrieved ?? '',
  location: body.location ?? '',
  language: body.language ?? '',
  reliability: body.reliability,
  tlp: body.tlp ?? null,
  note: body.note ?? '',
});

export type SourceErrors = Partial<Record<keyof SourceDraft, FieldError>>;

const LIMITS = { title: 400, author: 400, publisher: 400, location: 2_000, note: MAX_TEXT } as const;

/** The source as it will be written, or what is wrong in which field. */
export function readSource(draft: SourceDraft): {
  readonly body?: SourceBody;
  readonly errors: SourceErrors;
} {
  const errors: SourceErrors = {};
  for (const field of ['title', 'author', 'publisher', 'location', 'note'] as const) {
    const max = LIMITS[field];
    if (draft[field].trim().length > max) errors[field] = { key: 'dossier.error.tooLong', params: { max } };
  }
  const title = draft.title.trim();
  if (title === '') errors.title = { key: 'dossier.error.required' };
  const published = draft.published.trim();
  if (published !== '' && !PartialDate.safeParse(published).success) {
    errors.published = { key: 'dossier.error.date' };
  }
  const retrieved = draft.retrieved.trim();
  if (retrieved !== '' && !Day.safeParse(retrieved).success) errors.retrieved = { key: 'sources.error.day' };
  const language = draft.language.trim().toLowerCase();
  if (language !== '' && !/^[a-z]{2}$/.test(language)) errors.language = { key: 'sources.error.language' };
  if (Object.keys(errors).length > 0) return { errors };
  const optional = {
    author: draft.author.trim(),
    publisher: draft.publisher.trim(),
    published,
    retrieved,
    location: draft.location.trim(),
    language,
    note: draft.note.trim(),
  };
  const filled = Object.fromEntries(Object.entries(optional).filter(([, text]) => text !== ''));
  return {
    errors,
    body: {
      title,
      kind: draft.kind,
      reliability: draft.reliability,
      ...filled,
      ...(draft.tlp === null ? {} : { tlp: draft.tlp }),
    },
  };
}
