import { translator } from '../../i18n/index.ts';
import type { RelationKind } from '../../model/properties.ts';
import { PROPERTIES } from '../../model/properties.ts';
import { ENTITY_TYPES, type EntityType } from '../../model/records.ts';
import { RELATION_KINDS } from '../../model/vocabulary.ts';

/** A name without the differences that tools and people make in it: case, accents, spaces and signs. */
export const plainName = (name: string): string =>
  name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{Ll}\p{N}_]/gu, '');

const words = [translator('nl'), translator('en')];

const wordMap = <T extends string>(codes: readonly T[], say: (code: T) => readonly string[]) =>
  new Map(codes.flatMap((code) => [code, ...say(code)].map((word) => [plainName(word), code] as const)));

/** What others call the same. */
const OTHER_WORDS: Readonly<Partial<Record<EntityType, readonly string[]>>> = {
  company: ['bedrijf', 'onderneming', 'organisatie', 'organisation', 'organization', 'firm'],
  publicBody: ['overheid', 'government', 'state', 'staat'],
  site: ['location', 'locatie', 'plant', 'fabriek'],
};

/** Types of things by their id and by the words that we use for them in both languages. */
export const TYPE_WORDS: ReadonlyMap<string, EntityType> = wordMap(ENTITY_TYPES, (type) => [
  ...words.map((t) => t(`words.type.${type}`)),
  ...(OTHER_WORDS[type] ?? []),
]);

/** Kinds of relation by their id and by our words for them. */
export const KIND_WORDS: ReadonlyMap<string, RelationKind> = wordMap(RELATION_KINDS, (kind) =>
  words.map((t) => t(`words.relationKind.${kind}`)),
);

/** Ids of properties by their id and their labels; a label that two properties share names neither. */
export const PROPERTY_WORDS: ReadonlyMap<string, string> = (() => {
  const found = new Map<string, string | undefined>();
  for (const { id, label } of PROPERTIES)
    for (const word of new Set([label.nl, label.en].map(plainName)))
      found.set(word, found.has(word) && found.get(word) !== id ? undefined : id);
  for (const { id } of PROPERTIES) found.set(plainName(id), id);
  return new Map([...found].flatMap(([word, id]) => (id === undefined ? [] : [[word, id]])));
})();
