import type { RecordId } from '../../model/ids.ts';
import type { BodyOf } from '../../model/records.ts';
import type { Value } from '../../model/value.ts';
import type { Block } from '../blocks.ts';
import type { Versions } from '../group.ts';
import { claimBody } from '../health.ts';
import type { Book } from './book.ts';
import { relationBody, relationMarkings } from './relations.ts';
import { valueText } from './wording.ts';

/** A share as drawn: words, and how far it surely and possibly reaches (percent); without numbers it is dashed. */
type Share = { readonly words: string; readonly low?: number; readonly high?: number };
type Row = { readonly depth: number; readonly name: string; readonly share: Share; readonly to: string };

const MOST_ROWS = 32;
const MOST_DEPTH = 4;

const bounds = (value: Value): { low: number; high: number } | undefined => {
  if (value.kind === 'number') return { low: value.number, high: value.number };
  return value.kind === 'range' ? { low: value.min ?? 0, high: value.max ?? 100 } : undefined;
};

/** What is claimed of a share: capital where that is claimed, else votes, else what comes after the deal. */
function shareOf(book: Book, relation: RecordId): Share {
  const { t } = book;
  const claims = book.claimsAbout(relation).flat().map(claimBody);
  const of = (...properties: string[]): BodyOf<'claim'>[] =>
    claims.filter(({ property }) => properties.includes(property));
  const said = (list: readonly BodyOf<'claim'>[]): string =>
    [...new Set(list.map(({ property, value }) => valueText(property, value, book)))].join(' / ');
  const [capital, votes, after] = [of('capital'), of('votes'), of('capitalAfterDeal', 'votesAfterDeal')];
  const now = capital.length > 0 ? capital : votes;
  if (now.length === 0)
    return {
      words:
        after.length > 0
          ? t('document.figure.after', { share: said(after) })
          : t('document.figure.unknownShare'),
    };
  const spans = now.flatMap(({ value }) => bounds(value) ?? []);
  const share = said(now);
  const words = capital.length > 0 ? share : t('document.figure.votes', { share });
  if (spans.length === 0) return { words };
  return {
    words,
    low: Math.min(...spans.map(({ low }) => low)),
    high: Math.max(...spans.map(({ high }) => high)),
  };
}

/** Holders below the thing they hold, and theirs below them; one that was drawn before is not opened again. */
function rowsOf(book: Book, relations: readonly Versions[], company: RecordId): Row[] {
  const holders = Map.groupBy(
    relations.filter((versions) => relationBody(versions).kind === 'owns'),
    (versions) => relationBody(versions).to,
  );
  const shares = new Map(relations.map(([{ record }]) => [record, shareOf(book, record)]));
  const reach = (versions: Versions): number => shares.get(versions[0].record)?.high ?? -1;
  const drawn = new Set<RecordId>([company]);
  const rows: Row[] = [];
  const add = (held: RecordId, depth: number): void => {
    const own = (holders.get(held) ?? []).toSorted((a, b) => reach(b) - reach(a));
    for (const versions of own) {
      const { from } = relationBody(versions);
      const country = book.countryOf(from);
      const again = drawn.has(from) && (holders.has(from) || from === company);
      const name = country === undefined ? book.nameOf(from) : `${book.nameOf(from)} (${country})`;
      rows.push({
        depth,
        name: again ? `${name}, ${book.t('document.figure.again')}` : name,
        share: shares.get(versions[0].record) as Share,
        to: book.nameOf(held),
      });
      if (!drawn.has(from) && depth < MOST_DEPTH) {
        drawn.add(from);
        add(from, depth + 1);
      }
    }
  };
  add(company, 1);
  return rows;
}

const xml = (words: string): string =>
  words.replace(/[^\p{L}\p{N} .,;:–-]/gu, (c) => `&#${c.codePointAt(0)};`);
const cut = (words: string, most: number): string =>
  words.length > most ? `${words.slice(0, most - 1).trimEnd()}…` : words;

const ROW = 25;
const STEP = 20;
const BAR = { x: 440, width: 110 };

/** Lines from a holder to the row of what it holds, one level up. */
const elbow = (rows: readonly Row[], index: number): string => {
  const depth = rows[index]?.depth ?? 1;
  let above = index - 1;
  while (above >= 0 && (rows[above]?.depth ?? 0) >= depth) above -= 1;
  const x = 8 + (depth - 1) * STEP;
  const [top, bottom] = [(above + 1) * ROW + 20, (index + 1) * ROW + 12];
  return `<path d="M${x} ${top} V${bottom} H${x + 12}"/>`;
};

function bar({ low, high }: Share, y: number): string {
  const scale = (percent: number): number =>
    Math.round(Math.min(100, Math.max(0, percent)) * BAR.width) / 100;
  const frame = `<rect x="${BAR.x}" y="${y}" width="${BAR.width}" height="9" fill="#ffffff" stroke="#8a94a3" stroke-width="0.8"`;
  if (low === undefined || high === undefined) return `${frame} stroke-dasharray="3 3"/>`;
  const doubt = scale(high) - scale(low);
  return `${frame}/><rect x="${BAR.x}" y="${y}" width="${scale(low)}" height="9" fill="#154273"/>${
    doubt > 0 ? `<rect x="${BAR.x + scale(low)}" y="${y}" width="${doubt}" height="9" fill="#9db4cf"/>` : ''
  }`;
}

function drawing(rows: readonly Row[], company: string, more: string): string {
  const height = (rows.length + 1) * ROW + (more === '' ? 4 : ROW);
  const names = rows.map(({ depth, name, share }, i) => {
    const y = (i + 1) * ROW + 17;
    const x = 24 + (depth - 1) * STEP;
    const room = Math.floor((BAR.x - x - 10) / 6.6);
    return `<text x="${x}" y="${y}">${xml(cut(name, room))}</text>${bar(share, y - 9)}<text x="${BAR.x + BAR.width + 10}" y="${y}">${xml(cut(share.words, 24))}</text>`;
  });
  const tail =
    more === ''
      ? ''
      : `<text x="24" y="${(rows.length + 1) * ROW + 17}" font-style="italic">${xml(more)}</text>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 ${height}" font-family="Source Sans 3" font-size="13.5"><g fill="none" stroke="#8a94a3" stroke-width="1">${rows
    .map((_, i) => elbow(rows, i))
    .join(
      '',
    )}</g><rect x="0" y="0" width="430" height="22" fill="#154273"/><g fill="#1b2330">${names.join('')}${tail}</g><text x="8" y="15.5" fill="#ffffff" font-weight="600">${xml(cut(company, 60))}</text></svg>`;
}

/** A tree of who holds the company and who holds them, with each share as claimed; nothing when no holder is known. */
export function ownershipFigure(book: Book, relations: readonly Versions[]): Block[] {
  const { t, company } = book;
  if (company === undefined) return [];
  const all = rowsOf(book, relations, company[0].record);
  if (all.length === 0) return [];
  const rows = all.slice(0, MOST_ROWS);
  const rest = all.length - rows.length;
  const name = book.nameOf(company[0].record);
  const told = all.map(({ name: from, to, share }) =>
    t('document.figure.line', { from, to, share: share.words }),
  );
  return [
    {
      kind: 'figure',
      id: 'ownership-tree',
      svg: drawing(rows, name, rest > 0 ? t('document.figure.more', { count: rest }) : ''),
      alt: t('document.figure.alt', { company: name, lines: told.slice(0, MOST_ROWS).join(' ') }),
      caption: t('document.figure.caption', { company: name }),
      width: 1,
      ...book.mark(
        ...company.map(({ marking }) => marking),
        ...relations.flatMap((one) => relationMarkings(book, one)),
      ),
    },
  ];
}
