import type { RecordId } from '../../../model/ids.ts';
import type { BodyOf } from '../../../model/records.ts';
import type { Block, EvidenceItem } from '../../blocks.ts';
import type { Versions } from '../../group.ts';
import { claimBody } from '../../health.ts';
import type { Book } from '../book.ts';
import { markingsOf } from '../book.ts';
import { text } from '../parts.ts';
import { dateText, sizeText } from '../wording.ts';

type File = BodyOf<'attachment'>;
const fileOf = (versions: Versions): File => versions[0].body as File;

/** Words of the source itself as claims quote them, each once; the template puts the outer quotation marks. */
function quotesOf({ claims, t }: Book, source: RecordId): string | undefined {
  const quotes = claims
    .flat()
    .map(claimBody)
    .flatMap((claim) => (claim.source === source && claim.quote?.trim() ? [claim.quote.trim()] : []));
  const unique = [...new Set(quotes)];
  if (unique.length === 0) return undefined;
  return unique.join(`${t('document.label.quoteClose')}\n${t('document.label.quoteOpen')}`);
}

/** One file: its hash stands in the field of its own. Several: each has its hash behind its name. */
const fileLines = (book: Book, files: readonly Versions[]): string[] =>
  files.map((versions) => {
    const { name, size, hash } = fileOf(versions);
    const words = { name, size: sizeText(size, book) };
    return files.length === 1
      ? book.t('document.sources.attachment', words)
      : book.t('document.sources.attachmentHash', { ...words, hash });
  });

function sourceItem(book: Book, n: number, versions: Versions): EvidenceItem {
  const { t } = book;
  const [{ record, body: raw }] = versions;
  const body = raw as BodyOf<'source'>;
  const files = book.attachments.filter((file) => fileOf(file).source === record);
  const quote = quotesOf(book, record);
  const about = [
    t('document.sources.kind', { kind: t(`words.sourceKind.${body.kind}`) }),
    ...(body.author ? [t('document.sources.author', { author: body.author })] : []),
    ...(body.tlp
      ? [
          t('document.sources.tlp', {
            tlp: t(`words.tlp.${body.tlp}`),
            meaning: t(`model.tlpMeaning.${body.tlp}`),
          }),
        ]
      : []),
  ];
  const notes = [
    about.join(' · '),
    ...fileLines(book, files),
    ...(body.note?.trim() ? [body.note.trim()] : []),
    ...(versions.length > 1 ? [t('document.sources.conflict')] : []),
  ];
  const claims = book.claims
    .flat()
    .filter((view) => claimBody(view).source === record && claimBody(view).quote);
  const [only] = files.length === 1 ? files : [];
  return {
    n,
    title: body.title,
    ...(body.publisher ? { publisher: body.publisher } : {}),
    ...(body.published ? { date: dateText(body.published, t) } : {}),
    ...(body.retrieved ? { accessed: dateText(body.retrieved, t) } : {}),
    grade: body.reliability,
    gradeWords: t(`words.reliability.${body.reliability}`),
    ...(body.location ? { url: body.location } : {}),
    ...(quote === undefined ? {} : { quote }),
    ...(only === undefined ? {} : { sha256: fileOf(only).hash }),
    note: notes.join('\n'),
    ...book.mark(...markingsOf(versions, ...files), ...claims.map(({ marking }) => marking)),
  };
}

const fileItem = (book: Book, n: number, versions: Versions): EvidenceItem => ({
  n,
  title: fileOf(versions).name,
  sha256: fileOf(versions).hash,
  note: [
    book.t('document.sources.loose'),
    sizeText(fileOf(versions).size, book),
    ...(fileOf(versions).note?.trim() ? [fileOf(versions).note?.trim()] : []),
  ].join('\n'),
  ...book.mark(...markingsOf(versions)),
});

/** Bronnen: every source and loose file, numbered in the order of first citation; composed last of what cites. */
export function sources(book: Book): Block[] {
  const { t } = book;
  const files = new Map(book.attachments.map((versions) => [versions[0].record, versions]));
  const items = book.citations.all().flatMap(({ n, record }) => {
    const source = book.sources.get(record);
    if (source !== undefined) return [sourceItem(book, n, source)];
    const file = files.get(record);
    return file === undefined ? [] : [fileItem(book, n, file)];
  });
  const head: Block = { kind: 'heading', level: 1, id: 'sources', text: t('document.chapter.sources') };
  if (items.length === 0) return [head, { kind: 'paragraph', parts: [text(t('document.sources.none'))] }];
  return [
    head,
    { kind: 'paragraph', parts: [text(t('document.sources.intro'))] },
    { kind: 'evidence', items },
  ];
}
