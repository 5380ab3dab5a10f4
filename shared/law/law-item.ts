import { z } from 'zod';
import { Day } from '../model/dates.ts';
import { CONFIDENCES } from '../model/vocabulary.ts';
import { Condition } from '../rules/condition.ts';

const Words = z.strictObject({ nl: z.string().min(1).max(1_000), en: z.string().min(1).max(1_000) });

/** What sort of rule an item is; only the first five can bring a company into scope of a test. */
export const LAW_KINDS = ['act', 'decree', 'regulation', 'directive', 'list', 'bill', 'policy'] as const;
/** What the item does: a test of investments, a status that a company can have, or a frame for other rules. */
export const LAW_ROLES = ['screening', 'status', 'frame'] as const;
/**
 * Where a version of the law stands. `announced`: the date is not certain yet and is to be verified; such a version is
 * shown as expected and never counts as law.
 */
export const LAW_STATUSES = ['inForce', 'announced', 'bill', 'consultation'] as const;

export const LawVersion = z
  .strictObject({
    /** Released names never change their meaning; a change of the law is a new version. */
    id: z.string().regex(/^[a-z0-9][a-z0-9.-]{0,59}$/),
    status: z.enum(LAW_STATUSES),
    validFrom: Day.optional(),
    validTo: Day.optional(),
    confidence: z.enum(CONFIDENCES),
    /** True while somebody must still check it against the official text. */
    toVerify: z.boolean(),
    source: z.string().min(1).max(600),
    text: Words,
    /** Who is in scope. Absent: the item puts nobody in scope by itself. */
    scope: Condition.optional(),
    /** Not in scope yet, but it has been asked for or is about to be (fn10: not yet designated). */
    pending: Condition.optional(),
  })
  .refine(({ validFrom, validTo }) => !validFrom || !validTo || validFrom <= validTo, {
    error: 'rangeReversed',
  })
  .refine(({ status, validFrom }) => status !== 'inForce' || validFrom !== undefined, {
    error: 'startMissing',
  });
export type LawVersion = z.infer<typeof LawVersion>;

/**
 * One legal concept with its history: every concept is versioned, with the days between which it holds, its source and
 * how sure we are of that (field-practice 2.1.9). Versions in force never overlap.
 */
export const LawItem = z
  .strictObject({
    id: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/),
    kind: z.enum(LAW_KINDS),
    role: z.enum(LAW_ROLES),
    level: z.enum(['national', 'eu']),
    title: Words,
    short: Words,
    letter: z.array(z.string().max(20)).max(20),
    /** Ids of the items that take over from this one. */
    replacedBy: z.array(z.string().max(40)).max(5).default([]),
    versions: z.array(LawVersion).min(1).max(40),
  })
  .superRefine(({ versions }, context) => {
    const inForce = versions
      .map((version, at) => ({ version, at }))
      .filter(({ version }) => version.status === 'inForce')
      .sort((a, b) => ((a.version.validFrom ?? '') < (b.version.validFrom ?? '') ? -1 : 1));
    for (const [k, { version, at }] of inForce.entries()) {
      const before = inForce[k - 1]?.version;
      if (before && (before.validTo === undefined || before.validTo >= (version.validFrom ?? '')))
        context.addIssue({ code: 'custom', path: ['versions', at, 'validFrom'], message: 'versionsOverlap' });
    }
    if (new Set(versions.map(({ id }) => id)).size !== versions.length)
      context.addIssue({ code: 'custom', path: ['versions'], message: 'duplicateId' });
  });
export type LawItem = z.infer<typeof LawItem>;

/** A set of items with a version of its own, as it is shipped, exchanged and compared. */
export const LawPack = z
  .strictObject({
    format: z.literal(1),
    id: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/),
    version: z.string().regex(/^\d+\.\d+\.\d+$/),
    title: Words,
    /** The day on which somebody last looked whether it was right. */
    checked: Day,
    items: z.array(LawItem).min(1).max(500),
  })
  .superRefine(({ items }, context) => {
    const seen = new Set<string>();
    for (const [at, { id }] of items.entries()) {
      if (seen.has(id))
        context.addIssue({ code: 'custom', path: ['items', at, 'id'], message: 'duplicateId' });
      seen.add(id);
    }
  });
export type LawPack = z.infer<typeof LawPack>;
