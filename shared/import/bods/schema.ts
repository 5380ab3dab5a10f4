import { z } from 'zod';
import { isRefusalCode, type RefusalCode } from '../refusal.ts';
import { MOTIVATIONS, RECORD_KINDS, RECORD_STATUSES } from './codes.ts';
import { EntityDetails, PersonDetails, RelationshipDetails } from './schema-details.ts';
import { DateOrTime, Source, Uri } from './schema-parts.ts';

const Annotation = z
  .object({
    statementPointerTarget: z.string(),
    motivation: z.enum(MOTIVATIONS),
    creationDate: DateOrTime.optional(),
    createdBy: z.object({ name: z.string().optional(), uri: Uri.optional() }).optional(),
    description: z.string().optional(),
    transformedContent: z.string().optional(),
    url: Uri.optional(),
  })
  .superRefine(({ motivation, url, transformedContent = '' }, context) => {
    if (motivation === 'linking' && url === undefined)
      context.addIssue({ code: 'custom', message: 'fieldMissing', path: ['url'] });
    if (motivation !== 'transformation' && transformedContent !== '')
      context.addIssue({ code: 'custom', message: 'fieldInvalid', path: ['transformedContent'] });
  });

const Publisher = z
  .object({ name: z.string().optional(), url: Uri.optional() })
  .superRefine(({ name, url }, context) => {
    if (name === undefined && url === undefined)
      context.addIssue({ code: 'custom', message: 'fieldMissing' });
  });

const PublicationDetails = z.object({
  publicationDate: DateOrTime,
  bodsVersion: z.string().regex(/^\d+\.\d+$/),
  license: Uri.optional(),
  publisher: Publisher,
});
export type PublicationDetails = z.infer<typeof PublicationDetails>;

const FRAME = {
  statementId: z.string().min(32).max(64),
  statementDate: DateOrTime,
  annotations: z.array(Annotation).optional(),
  publicationDetails: PublicationDetails.optional(),
  source: Source.optional(),
  declaration: z.string().optional(),
  declarationSubject: z.string(),
  recordId: z.string(),
  recordType: z.enum(RECORD_KINDS),
  recordStatus: z.enum(RECORD_STATUSES).optional(),
  recordDetails: z.custom<Readonly<Record<string, unknown>>>(
    (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  ),
};
const Frame = z.object(FRAME);

/** Before 0.4 a statement had no record id or declaration subject, and its date and publication could be absent. */
const OldFrame = z.object({
  ...FRAME,
  statementDate: DateOrTime.optional(),
  publicationDetails: PublicationDetails.partial().optional(),
});

type FrameOf<Type extends string, Details> = Omit<
  z.infer<typeof OldFrame>,
  'recordType' | 'recordDetails'
> & {
  readonly recordType: Type;
  readonly recordDetails: Details;
};
/** A statement that keeps every rule of the standard, reduced to the members that the standard knows. */
export type Statement =
  | FrameOf<'entity', EntityDetails>
  | FrameOf<'person', PersonDetails>
  | FrameOf<'relationship', RelationshipDetails>;

/** A rule that a statement breaks: where in the statement, and why it is refused. */
export type Broken = {
  readonly path: string;
  readonly code: RefusalCode;
  readonly params?: Readonly<Record<string, string | number>>;
};

/** `recordDetails.interests[0].type`, as the standard's own error reports write a place. */
const pathText = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (text, step) =>
      typeof step === 'number' ? `${text}[${step}]` : text === '' ? String(step) : `${text}.${String(step)}`,
    '',
  );

function problemOf(issue: z.core.$ZodIssue, before: readonly string[]): Broken {
  const path = pathText([...before, ...issue.path]);
  const missing = issue.input === undefined;
  if (issue.code === 'custom') {
    const expected: unknown = issue.params?.expected;
    const code = isRefusalCode(issue.message) ? issue.message : missing ? 'fieldMissing' : 'fieldInvalid';
    return { path, code, ...(typeof expected === 'string' ? { params: { expected } } : {}) };
  }
  if (
    missing &&
    (issue.code === 'invalid_type' || issue.code === 'invalid_value' || issue.code === 'invalid_union')
  )
    return { path, code: 'fieldMissing' };
  if (issue.code === 'invalid_value')
    return { path, code: 'fieldNotInList', params: { expected: issue.values.map(String).join(', ') } };
  if (issue.code === 'too_big') {
    const code = issue.origin === 'string' ? 'fieldTooLong' : 'valueTooLarge';
    return { path, code, params: { limit: Number(issue.maximum) } };
  }
  if (issue.code === 'too_small' && issue.origin === 'number')
    return { path, code: 'valueTooSmall', params: { limit: Number(issue.minimum) } };
  return { path, code: 'fieldInvalid' };
}

const DETAILS = { entity: EntityDetails, person: PersonDetails, relationship: RelationshipDetails } as const;
const MOST_PROBLEMS = 20;

/**
 * One statement in the shape of 0.4 against every rule of its JSON schema; the parts that Waarborg only keeps are
 * checked too. `old` is for statements that were brought into this shape from an earlier version. Unknown members are
 * allowed, as the standard has it. Gives at most twenty broken rules.
 */
export function checkStatement(
  candidate: unknown,
  old: boolean,
): { readonly statement: Statement } | { readonly problems: readonly Broken[] } {
  const frame = (old ? OldFrame : Frame).safeParse(candidate, { reportInput: true });
  if (!frame.success)
    return { problems: frame.error.issues.slice(0, MOST_PROBLEMS).map((issue) => problemOf(issue, [])) };
  const { recordType, recordDetails } = frame.data;
  const details = DETAILS[recordType].safeParse(recordDetails, { reportInput: true });
  if (!details.success) {
    const issues = details.error.issues.slice(0, MOST_PROBLEMS);
    return { problems: issues.map((issue) => problemOf(issue, ['recordDetails'])) };
  }
  return { statement: { ...frame.data, recordDetails: details.data } as Statement };
}

/** Members of a parsed object of JSON; undefined for anything else. */
export const membersOf = (value: unknown): Readonly<Record<string, unknown>> | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : undefined;

export const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
