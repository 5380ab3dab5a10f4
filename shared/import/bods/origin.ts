import { canonicalText } from '../../model/canonical.ts';
import { type Made, short, there } from '../made.ts';
import { originOf, type Reading } from './made.ts';

const KINDS = {
  officialRegister: 'register',
  selfDeclaration: 'filing',
  primaryResearch: 'other',
  thirdParty: 'database',
} as const;

/**
 * The source record of a statement: who published it and who asserted it, with every word of it in the note. A
 * statement that says nothing of its origin has the file as its source.
 */
export function sourceOf({ file, statement, raw, source: record }: Reading): Made {
  const { source, publicationDetails } = statement;
  const publisher = publicationDetails?.publisher;
  const asserted = there((source?.assertedBy ?? []).map(({ name, uri }) => name ?? uri));
  const named = [publisher?.name, publisher?.url, ...asserted, source?.description, file];
  const type = (Object.keys(KINDS) as (keyof typeof KINDS)[]).find((one) => source?.type?.includes(one));
  const origin = originOf(raw);
  const location = source?.url ?? publisher?.url;
  const text = (name: string, value: string | undefined, limit: number) =>
    value === undefined || value.trim() === '' ? {} : { [name]: short(value.trim(), limit) };
  return {
    record,
    type: 'source',
    path: source === undefined ? 'publicationDetails' : 'source',
    body: {
      title: short(named.find((one) => one !== undefined && one.trim() !== '') ?? file, 400),
      kind: type === undefined ? 'database' : KINDS[type],
      ...text('author', asserted.join(', '), 400),
      ...text('publisher', publisher?.name, 400),
      ...text('published', publicationDetails?.publicationDate?.slice(0, 10), 10),
      ...text('retrieved', source?.retrievedAt?.slice(0, 10), 10),
      ...text('location', location, 2_000),
      reliability: 'F',
      ...(Object.keys(origin).length === 0 ? {} : { note: short(canonicalText(origin), 20_000) }),
    },
  };
}
