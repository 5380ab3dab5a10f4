import type { Assessment } from '../../framework/evaluate.ts';
import { withOwnIndicators } from '../../framework/own-indicators.ts';
import { countryText } from '../../i18n/codes.ts';
import { type Translate, translator } from '../../i18n/index.ts';
import type { VersionView } from '../../ipc/common.ts';
import { firstDay } from '../../model/dates.ts';
import { caseRecordId, type RecordId } from '../../model/ids.ts';
import { highestMarking, isWithin, type Marking } from '../../model/marking.ts';
import { PROPERTIES } from '../../model/properties.ts';
import { type BodyOf, ENTITY_TYPES, type RecordType } from '../../model/records.ts';
import type { MarkingText } from '../blocks.ts';
import { byRecord, inOneOrder, type Versions } from '../group.ts';
import { claimBody, disputedClaims } from '../health.ts';
import { assessCase } from './assess.ts';
import { type Citations, citationsOver } from './citations.ts';
import type { DossierInput } from './input.ts';
import { heldOn, withinCeiling } from './scope.ts';
import type { Wording } from './wording.ts';

/** The case, sorted and indexed for the chapters. Lists are in an order that does not depend on the input's. */
export type Book = Wording & {
  readonly input: DossierInput;
  /** Everything within the ceiling, of all periods, in an order of its own. */
  readonly views: readonly VersionView[];
  readonly assessment: Assessment;
  readonly caseVersions: Versions;
  readonly company: Versions | undefined;
  readonly entities: readonly Versions[];
  readonly relations: readonly Versions[];
  readonly influences: readonly Versions[];
  /** Decisions on who is the same as whom. */
  readonly identities: readonly Versions[];
  readonly claims: readonly Versions[];
  readonly sources: ReadonlyMap<RecordId, Versions>;
  readonly attachments: readonly Versions[];
  readonly verdicts: readonly Versions[];
  readonly ratings: readonly Versions[];
  /** Indicators that the analysts of the case added; the framework of `input` holds them too (IND-O). */
  readonly definitions: readonly Versions[];
  readonly disputed: ReadonlySet<RecordId>;
  /** Claims about an entity or a relation, in catalogue order. */
  readonly claimsAbout: (subject: RecordId) => readonly Versions[];
  /** Any record within the ceiling, also one that does not hold on the day: what evidence and basis may name. */
  readonly find: (record: RecordId) => VersionView | undefined;
  readonly countryOf: (record: RecordId) => string | undefined;
  readonly citations: Citations;
  /** Records that the ceiling left out. */
  readonly leftOut: number;
  /** High-water mark of all that is printed. */
  readonly highest: Marking;
  /** The mark of a part that shows these records, to be spread into it: nothing for what is unclassified. */
  readonly mark: (...markings: Marking[]) => { marking?: MarkingText };
};

const PLACE = new Map(PROPERTIES.map(({ id }, index) => [id, index]));

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const nameIn = ({ body }: VersionView): string | undefined => {
  const name = body.name ?? body.title;
  return typeof name === 'string' ? name : undefined;
};

/** By name without regard to capitals, then by id: the same order on every machine. */
const byName = (a: VersionView, b: VersionView): number =>
  compareText((nameIn(a) ?? '').toLowerCase(), (nameIn(b) ?? '').toLowerCase()) ||
  compareText(a.record, b.record) ||
  compareText(a.digest, b.digest);

const startOf = ({ validFrom, validTo }: BodyOf<'claim'>): string => {
  const date = validFrom ?? validTo;
  return date === undefined ? '' : firstDay(date);
};

/** In catalogue order, older periods first; unknown properties last. */
const byProperty = (a: VersionView, b: VersionView): number => {
  const [x, y] = [claimBody(a), claimBody(b)];
  return (
    (PLACE.get(x.property) ?? PLACE.size) - (PLACE.get(y.property) ?? PLACE.size) ||
    compareText(x.property, y.property) ||
    compareText(startOf(x), startOf(y)) ||
    compareText(a.record, b.record) ||
    compareText(a.digest, b.digest)
  );
};

/** Brings a case in order. Throws when the case's own record is missing or above the ceiling: the caller has looked. */
export function openBook(input: DossierInput): Book {
  const { lang, logId } = input;
  const t: Translate = translator(lang);
  const scope = withinCeiling(input.views, input.ceiling);
  const held = heldOn(scope.views, input.validAt);
  const of = (types: readonly RecordType[], order: (a: VersionView, b: VersionView) => number): Versions[] =>
    byRecord(held.filter(({ type }) => types.includes(type)).toSorted(order));

  const definitions = of(['indicatorDefinition'], byName);
  const pack = withOwnIndicators(
    input.pack,
    definitions.map(([{ body }]) => body as unknown as BodyOf<'indicatorDefinition'>),
  );
  const [own] = of(['case'], byName).filter(([{ record }]) => record === caseRecordId(logId));
  if (own === undefined) throw new Error('a dossier needs its case record');
  const body = own[0].body as BodyOf<'case'>;
  const entities = of(ENTITY_TYPES, byName);
  const relations = of(['relation'], byName);
  const claims = of(['claim'], byProperty);
  const sources = new Map(of(['source'], byName).map((versions) => [versions[0].record, versions]));
  const attachments = of(['attachment'], byName);
  const known = new Map(scope.views.toReversed().map((view) => [view.record, view]));
  const subjects = Map.groupBy(claims, ([first]) => claimBody(first).subject);
  const loose = attachments.filter(([{ body: file }]) => {
    const { source } = file as BodyOf<'attachment'>;
    return source === undefined || !sources.has(source);
  });
  const judged = held.filter(({ type }) => type === 'verdict' || type === 'rating').toSorted(byName);
  const nameOf = (record: RecordId): string => {
    const view = known.get(record);
    return (view && nameIn(view)) ?? t('document.claim.unknownRecord');
  };

  return {
    lang,
    t,
    nameOf,
    input: { ...input, pack },
    definitions,
    views: inOneOrder(scope.views),
    assessment: assessCase(
      pack,
      body.trigger,
      judged,
      new Map(input.views.map((view) => [view.record, view])),
    ),
    caseVersions: own,
    company: entities.find(([{ record }]) => record === body.company),
    entities,
    relations: relations.toSorted(([a], [b]) => {
      const [x, y] = [a.body as BodyOf<'relation'>, b.body as BodyOf<'relation'>];
      return (
        Number(y.to === body.company) - Number(x.to === body.company) ||
        compareText(nameOf(x.to).toLowerCase(), nameOf(y.to).toLowerCase()) ||
        compareText(nameOf(x.from).toLowerCase(), nameOf(y.from).toLowerCase()) ||
        compareText(a.record, b.record)
      );
    }),
    influences: of(['influence'], byName),
    identities: of(['identity'], byName),
    claims,
    sources,
    attachments,
    verdicts: byRecord(judged.filter(({ type }) => type === 'verdict')),
    ratings: byRecord(judged.filter(({ type }) => type === 'rating')),
    disputed: disputedClaims(claims.flat()),
    claimsAbout: (subject) => subjects.get(subject) ?? [],
    find: (record) => known.get(record),
    countryOf: (record) => {
      const country = known.get(record)?.body.country;
      return typeof country === 'string' ? countryText(country, lang) : undefined;
    },
    citations: citationsOver([...sources.keys(), ...loose.map(([{ record }]) => record)]),
    leftOut: scope.withheld,
    highest: highestMarking([
      ...held.map(({ marking }) => marking),
      ...input.frozen
        .map(({ marking }) => marking)
        .filter((marking) => input.ceiling === undefined || isWithin(marking, input.ceiling)),
    ]),
    mark: (...markings) => {
      const code = highestMarking(markings);
      return code === 'open' ? {} : { marking: markingText(code, t) };
    },
  };
}

/** A marking with the words to print. */
export const markingText = (code: Marking, t: Translate): MarkingText => ({
  code,
  short: t(`words.markingShort.${code}`),
  label: t(`words.marking.${code}`),
});

/** High-water mark of all versions of some records. */
export const markingsOf = (...records: readonly (Versions | undefined)[]): Marking[] =>
  records.flatMap((versions) => versions?.map(({ marking }) => marking) ?? []);
