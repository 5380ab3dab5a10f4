import { z } from 'zod';
import { Day } from '../model/dates.ts';
import { Unit } from '../model/value.ts';

const Words = z.strictObject({ nl: z.string().min(1).max(600), en: z.string().min(1).max(600) });

/**
 * Of what a fact is asked: the company itself, anything that it develops or makes, a deal or holding in it, a process
 * that it runs, or a party above it. Of several subjects one that meets the condition is enough.
 */
export const SUBJECTS = ['company', 'technology', 'deal', 'process', 'party'] as const;
export type Subject = (typeof SUBJECTS)[number];

/** What the engines of ownership and dependency compute, with their own explanation. */
export const DERIVED = ['essentialSupplierOfVital', 'essentialSupplierOfSensitive'] as const;
export type DerivedName = (typeof DERIVED)[number];

/**
 * One fact, as a test on what claims say. Exactly one test: `yes`, `in` (a list of codes), a number (`atLeast` or
 * `below`, in `unit`), or a day (`before` is strictly before, `from` includes the day itself).
 */
const Fact = z
  .strictObject({
    fact: z.string().regex(/^[a-z][A-Za-z0-9]{0,59}$/),
    on: z.enum(SUBJECTS),
    yes: z.boolean().optional(),
    in: z.array(z.string().min(1).max(80)).min(1).max(60).optional(),
    atLeast: z.number().optional(),
    below: z.number().optional(),
    unit: Unit.optional(),
    before: Day.optional(),
    from: Day.optional(),
  })
  .refine(
    ({ fact: _, on: __, unit: ___, ...tests }) =>
      Object.values(tests).filter((test) => test !== undefined).length === 1,
    { error: 'oneTest' },
  )
  .refine(({ atLeast, below, unit }) => (atLeast ?? below) === undefined || unit !== undefined, {
    error: 'unitMissing',
  });
export type Fact = z.infer<typeof Fact>;

/** A question that only a person can answer; the answer is a record with an argument and evidence. */
const Ask = z.strictObject({ ask: z.string().regex(/^[a-z][A-Za-z0-9.-]{0,79}$/), text: Words });
const Derived = z.strictObject({ derived: z.enum(DERIVED) });

export const Atom = z.union([Fact, Ask, Derived]);
export type Atom = z.infer<typeof Atom>;

/**
 * A condition of the law or of an instrument, as data: small and total. There are no variables, no loops and no
 * numbers that are computed; depth and width are bounded, so that evaluating always ends.
 */
export type Condition = Atom | { all: Condition[] } | { any: Condition[] } | { not: Condition };
const members = z
  .array(z.lazy((): z.ZodType<Condition> => Condition))
  .min(1)
  .max(40);
export const Condition: z.ZodType<Condition> = z.union([
  z.strictObject({ all: members }),
  z.strictObject({ any: members }),
  z.strictObject({ not: z.lazy((): z.ZodType<Condition> => Condition) }),
  Fact,
  Ask,
  Derived,
]);

export const isAtom = (condition: Condition): condition is Atom =>
  'fact' in condition || 'ask' in condition || 'derived' in condition;

/** The same for two atoms exactly when they ask the same. */
export function atomKey(atom: Atom): string {
  if ('ask' in atom) return `ask:${atom.ask}`;
  if ('derived' in atom) return `derived:${atom.derived}`;
  const { fact, on, yes, in: list, atLeast, below, before, from } = atom;
  return ['fact', fact, on, yes, list?.join('|'), atLeast, below, before, from].map(String).join(':');
}
