import type { VersionView } from '../../../ipc/common.ts';
import type { RecordId } from '../../../model/ids.ts';
import { propertyOf, SECTIONS, type Section } from '../../../model/properties.ts';
import type { BodyOf, EntityType } from '../../../model/records.ts';
import type { Block } from '../../blocks.ts';
import type { Versions } from '../../group.ts';
import { claimBody } from '../../health.ts';
import type { Book } from '../book.ts';
import { markingsOf } from '../book.ts';
import { type FactItem, factItems, kindText } from '../facts.ts';
import { capital, chip, emphasis, joined, lines, ref, strong, text } from '../parts.ts';
import { AGREEMENT_KINDS, type Placing } from '../placing.ts';
import {
  byKind,
  relationBody,
  relationLines,
  relationMarkings,
  relationTable,
  supportOf,
} from '../relations.ts';
import { entityRow } from './entityRow.ts';

/** Sections of the catalogue that speak of an entity itself, in reading order; the rest speak of relations. */
const EXPECTED: readonly Section[] = [
  'identity',
  'activities',
  'people',
  'technologies',
  'vitalProcesses',
  'sites',
  'contracts',
  'research',
  'finance',
  'knowledge',
  'legalStatus',
];
type Place = Section | 'other';
const SECTION_ORDER: readonly Place[] = [...(Object.keys(SECTIONS) as Section[]), 'other'];

/** The section under which things that belong to the company are told. */
const SECTION_OF: Partial<Record<EntityType, Section>> = {
  technology: 'technologies',
  product: 'technologies',
  process: 'vitalProcesses',
  site: 'sites',
  person: 'people',
};

const sectionOf = (claim: Versions): Place => propertyOf(claimBody(claim[0]).property)?.section ?? 'other';

/** A relation as a sentence, with where it stands; what else is said of it below. */
const relationItems = (book: Book, relations: readonly Versions[]): FactItem[] =>
  relations.map((versions) => {
    const { kind, from, to } = relationBody(versions);
    const { record } = versions[0];
    const words = `${book.nameOf(from)} ${book.t(`words.relationKind.${kind}`)} ${book.nameOf(to)}`;
    const bare = book.claimsAbout(record).length === 0;
    const support = bare ? [chip('gap', book.t('document.claim.unsourced'))] : supportOf(book, record);
    return {
      term: book.t('document.company.role'),
      value: lines([joined([[text(words)], support], ' '), relationLines(book, versions)]),
      ...book.mark(...relationMarkings(book, versions)),
    };
  });

/** Things that need a word on what they are: the section says enough of a technology or a plain process. */
const needsKind = ({ type, body }: VersionView): boolean =>
  type === 'product' || type === 'site' || (type === 'process' && (body as BodyOf<'process'>).vital);

/** A technology, process, site or product under a heading of its own. */
function thing(book: Book, versions: Versions, relations: readonly Versions[]): Block[] {
  const { t } = book;
  const [first] = versions;
  const { note } = first.body as { note?: string };
  const own = (term: string, words: string): FactItem => ({
    term,
    value: [text(words)],
    ...book.mark(...markingsOf(versions)),
  });
  const items = [
    ...(needsKind(first) ? [own(t('document.others.column.what'), kindText(book, first))] : []),
    ...(note?.trim() ? [own(t('document.company.note'), note.trim())] : []),
    ...relationItems(book, relations),
    ...factItems(book, book.claimsAbout(first.record)),
  ];
  return [
    {
      kind: 'heading',
      level: 3,
      id: `entity-${first.record}`,
      text: book.nameOf(first.record),
      ...book.mark(...markingsOf(versions)),
    },
    items.length > 0
      ? { kind: 'facts', items }
      : { kind: 'paragraph', parts: [emphasis(t('document.company.noFacts'))] },
  ];
}

/** People as rows: what is said of them is little, and their offices stand with the ownership. */
function peopleTable(book: Book, people: readonly Versions[]): Block[] {
  const { t } = book;
  const told = people.filter(
    ([{ record, body }]) => book.claimsAbout(record).length > 0 || (body as BodyOf<'person'>).note?.trim(),
  );
  if (told.length === 0) return [];
  return [
    {
      kind: 'table',
      id: 'company-persons',
      caption: t('document.others.caption', { type: capital(t('words.typeMany.person')) }),
      columns: [
        { title: t('document.others.column.name'), width: 3, align: 'left' },
        { title: t('document.others.column.facts'), width: 9, align: 'left' },
      ],
      rows: told.map((versions) => entityRow(book, versions, false)),
      empty: t('document.others.none'),
    },
  ];
}

function section(
  book: Book,
  place: Place,
  record: RecordId,
  { ofCompany, withThing, agreements }: Placing,
): Block[] {
  const claims = book.claimsAbout(record).filter((claim) => sectionOf(claim) === place);
  const things = ofCompany.filter(([{ type }]) => SECTION_OF[type as EntityType] === place);
  const people = things.filter(([{ type }]) => type === 'person');
  const contents: Block[] = [
    ...(claims.length > 0 ? [{ kind: 'facts' as const, items: factItems(book, claims) }] : []),
    ...(place === 'contracts'
      ? byKind(agreements, AGREEMENT_KINDS).map(([kind, relations]) =>
          relationTable(book, `company-agreement-${kind}`, kind, relations),
        )
      : []),
    ...peopleTable(book, people),
    ...things
      .filter((versions) => !people.includes(versions))
      .flatMap((versions) => thing(book, versions, withThing.get(versions[0].record) ?? [])),
  ];
  if (contents.length === 0) return [];
  const title = place === 'other' ? book.t('document.company.otherSection') : SECTIONS[place][book.lang];
  return [{ kind: 'heading', level: 2, id: `company-${place}`, text: title }, ...contents];
}

/** Chapter 4: the company by section of the catalogue, with the technologies, processes, sites and people it has. */
export function company(book: Book, placing: Placing): Block[] {
  const { t, lang } = book;
  const head: Block = { kind: 'heading', level: 1, id: 'company', text: t('document.chapter.company') };
  if (book.company === undefined)
    return [
      head,
      {
        kind: 'paragraph',
        parts: [
          text(t('document.company.none')),
          ref('others', t('document.chapter.others')),
          text(t('document.summary.healthDetailEnd')),
        ],
      },
    ];
  const [first] = book.company;
  const { note } = first.body as BodyOf<'company'>;
  const sections = SECTION_ORDER.map((place) => ({
    place,
    blocks: section(book, place, first.record, placing),
  }));
  const empty = EXPECTED.filter((place) =>
    sections.some((one) => one.place === place && one.blocks.length === 0),
  );
  return [
    head,
    {
      kind: 'paragraph',
      ...book.mark(...markingsOf(book.company)),
      parts: [
        strong(book.nameOf(first.record)),
        text(` (${kindText(book, first)})`),
        ...(note?.trim() ? [text(`. ${note.trim()}`)] : []),
      ],
    },
    ...sections.flatMap(({ blocks }) => blocks),
    ...(empty.length > 0
      ? ([
          {
            kind: 'callout',
            tone: 'gap',
            title: t('document.company.emptySections'),
            parts: [text(t('document.company.emptySectionsText'))],
            items: [[text(empty.map((place) => SECTIONS[place][lang]).join(', '))]],
          },
        ] satisfies Block[])
      : []),
  ];
}
