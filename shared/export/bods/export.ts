import { OWN_MEMBER, ownStatementId } from '../../import/bods/own.ts';
import { Uri } from '../../import/bods/schema-parts.ts';
import type { Json } from '../../model/canonical.ts';
import type { Day } from '../../model/dates.ts';
import { caseRecordId, type LogId } from '../../model/ids.ts';
import type { BodyOf } from '../../model/records.ts';
import type { Told, View } from '../told.ts';
import { type CasePart, partOf } from './case-part.ts';
import { relationshipDetails } from './interest-details.ts';
import { entityDetails, personDetails } from './party-details.ts';

export type BodsStatement = { readonly [key: string]: Json };

/** Who writes the file and when: the standard wants both in every statement. */
export type BodsOptions = { readonly logId: LogId; readonly published: Day; readonly publisher: string };

/** The statements, and what a reader of the file has to know of what is not in it. */
export type BodsExport = {
  readonly statements: readonly BodsStatement[];
  readonly counts: { readonly entity: number; readonly person: number; readonly relationship: number };
} & Pick<CasePart, 'disputed' | 'leftOut' | 'told' | 'marking'>;

const SOURCE_TYPES: Readonly<Partial<Record<BodyOf<'source'>['kind'], string>>> = {
  register: 'officialRegister',
  filing: 'selfDeclaration',
  annualReport: 'selfDeclaration',
  own: 'primaryResearch',
  site: 'primaryResearch',
  interview: 'primaryResearch',
};

/** The first source of a statement in the words of the standard; all of them are whole in the annotation. */
function sourceOf({ sources }: Told): BodsStatement {
  const [first] = sources;
  if (first === undefined) return {};
  const { title, kind, author, publisher, location, retrieved } = first.body as BodyOf<'source'>;
  const asserted = [author ?? publisher].flatMap((name) => (name === undefined ? [] : [{ name }]));
  return {
    source: {
      type: [SOURCE_TYPES[kind] ?? 'thirdParty'],
      description: title,
      ...(location !== undefined && Uri.safeParse(location).success ? { url: location } : {}),
      ...(retrieved === undefined ? {} : { retrievedAt: retrieved }),
      ...(asserted.length === 0 ? {} : { assertedBy: asserted }),
    },
  };
}

const carried = ({ record, type, marking, body }: View): Json => ({
  record,
  type,
  marking,
  body: body as Json,
});

function statementOf(
  told: Told,
  declarationSubject: string,
  { published, publisher }: BodsOptions,
): BodsStatement {
  const { main, claims, sources } = told;
  const recordType = main.type === 'relation' ? 'relationship' : main.type === 'person' ? 'person' : 'entity';
  const details =
    recordType === 'relationship'
      ? relationshipDetails(told)
      : recordType === 'person'
        ? personDetails(told)
        : entityDetails(told);
  const rest: BodsStatement = {
    declarationSubject,
    statementDate: published,
    publicationDetails: { publicationDate: published, bodsVersion: '0.4', publisher: { name: publisher } },
    ...sourceOf(told),
    annotations: [
      {
        statementPointerTarget: '',
        motivation: 'commenting',
        description: 'Waarborg',
        [OWN_MEMBER]: { version: 1, records: [main, ...claims, ...sources].map(carried) },
      },
    ],
    recordId: main.record,
    recordType,
    recordStatus: 'new',
    recordDetails: details,
  };
  return { statementId: ownStatementId(rest), ...rest };
}

/** The company that the case is about, and otherwise the party itself. */
function subjectOf(views: readonly View[], { logId }: BodsOptions, part: CasePart): string | undefined {
  const own = views.find(({ record }) => record === caseRecordId(logId));
  const company = (own?.body as BodyOf<'case'> | undefined)?.company;
  return part.parties.find(({ main }) => main.record === company)?.main.record;
}

/**
 * Parties, persons and interests of a case as statements of BODS 0.4, parties before the interests that join them.
 * What the standard cannot say (grades, quotes, ranges of dates, other claims, markings) goes along whole in an
 * annotation, so that an import of the file gives the same records. The same case on the same day gives the same
 * statements.
 */
export function exportBods(views: readonly View[], options: BodsOptions): BodsExport {
  const part = partOf(views);
  const subject = subjectOf(views, options, part);
  const { parties, interests, disputed, leftOut, told, marking } = part;
  const statements = [
    ...parties.map((one) => statementOf(one, subject ?? one.main.record, options)),
    ...interests.map((one) => statementOf(one, subject ?? (one.main.body as BodyOf<'relation'>).to, options)),
  ];
  const count = (type: string): number => statements.filter(({ recordType }) => recordType === type).length;
  return {
    statements,
    counts: { entity: count('entity'), person: count('person'), relationship: count('relationship') },
    disputed,
    leftOut,
    told,
    marking,
  };
}
