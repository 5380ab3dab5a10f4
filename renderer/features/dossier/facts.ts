import type { ClaimView } from '#shared/ipc/dossier.ts';
import {
  PROPERTIES,
  type Property,
  propertiesFor,
  propertyOf,
  SECTIONS,
  type Section,
  type SubjectKind,
} from '#shared/model/properties.ts';

/** Facts of one property; `property` is undefined when a newer app made it. */
export type FactGroup = {
  readonly id: string;
  readonly property: Property | undefined;
  readonly claims: readonly ClaimView[];
  readonly disputed: boolean;
};

export type FactSection = { readonly section: Section | null; readonly groups: readonly FactGroup[] };

const ORDER = new Map(PROPERTIES.map((property, index) => [property.id, index]));

const propertyIdOf = (claim: ClaimView): string => {
  const property = claim.versions[0]?.body.property;
  return typeof property === 'string' ? property : '';
};

/** What holds since the latest day first; facts without a beginning after those with one; then what was said last. */
const latestFirst = (a: ClaimView, b: ClaimView): number => {
  const since = (claim: ClaimView) => String(claim.versions[0]?.body.validFrom ?? '');
  const said = (claim: ClaimView) => claim.versions[0]?.time ?? '';
  return compare(since(b), since(a)) || compare(said(b), said(a)) || compare(a.record, b.record);
};
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Facts grouped by property in the reading order of the catalogue; properties unknown to this app come last. */
export function groupFacts(claims: readonly ClaimView[]): FactGroup[] {
  const groups = Map.groupBy(claims, propertyIdOf);
  return [...groups]
    .map(([id, members]) => ({
      id,
      property: propertyOf(id),
      claims: members.toSorted(latestFirst),
      disputed: members.some((claim) => claim.disputed),
    }))
    .sort((a, b) => (ORDER.get(a.id) ?? Infinity) - (ORDER.get(b.id) ?? Infinity));
}

/** Sections that have facts, in reading order, then facts of unknown properties under `null`. */
export function sectionFacts(claims: readonly ClaimView[]): FactSection[] {
  const groups = groupFacts(claims);
  const sections: (Section | null)[] = [...(Object.keys(SECTIONS) as Section[]), null];
  return sections
    .map((section) => ({
      section,
      groups: groups.filter((group) => (group.property?.section ?? null) === section),
    }))
    .filter(({ groups: members }) => members.length > 0);
}

/** Sections that could hold facts about this kind of subject but have none yet. */
export function emptySections(claims: readonly ClaimView[], kind: SubjectKind): Section[] {
  const filled = new Set(sectionFacts(claims).map(({ section }) => section));
  const possible = new Set(propertiesFor(kind).map((property) => property.section));
  return (Object.keys(SECTIONS) as Section[]).filter(
    (section) => possible.has(section) && !filled.has(section),
  );
}
