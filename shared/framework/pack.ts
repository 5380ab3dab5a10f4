import { z } from 'zod';
import { Day } from '../model/dates.ts';
import { Unit } from '../model/value.ts';
import { OUTCOMES, Outcome, TRIGGERS } from '../model/vocabulary.ts';
import { checkPack } from './packChecks.ts';
import { Letter, NodeId, Text } from './packText.ts';

const Trigger = z.enum(TRIGGERS);

/**
 * Where an item comes from. `letter` names the places of the letter it rests on; `construct` is true when the item,
 * or a number in it, is the tool's own choice and must be shown with the pack's `constructLabel` (AMB-01).
 */
const origin = { letter: z.array(Letter).min(1).max(20), construct: z.boolean() };

/** A clause for each outcome and a noun phrase for the topic: what explanatory sentences are made of. */
const clauses = { topic: Text, met: Text, notMet: Text };

/** What an advice can say. `undetermined` says that there is no advice yet (letter-spec 1.8, outcomes). */
export const ADVICE_OUTCOMES = [
  'positive',
  'negative',
  'otherInstrument',
  'marketSolution',
  'undetermined',
] as const;
export type AdviceOutcome = (typeof ADVICE_OUTCOMES)[number];
/** What follows when a gate fails, strongest first: a plain no goes before a lighter way out. */
export const REFUSALS = ['negative', 'otherInstrument', 'marketSolution'] as const;
export type Refusal = (typeof REFUSALS)[number];

/**
 * One question that an analyst answers with a verdict. A `gate` leaf stands in the tree and decides; an `informs`
 * leaf is judged and printed, and cannot change any gate because it is not in the tree. `roleReason` says why.
 */
export const Leaf = z.strictObject({
  id: NodeId,
  role: z.enum(['gate', 'informs']),
  roleReason: Text,
  title: Text,
  question: Text,
  ...clauses,
  guidance: z.array(Text).min(2).max(4),
  evidence: Text,
  /** Other wording for other reasons to open a case (AMB-08); what a variant leaves out stays as it is. */
  variants: z.partialRecord(
    Trigger,
    z.strictObject({
      question: Text,
      topic: Text.optional(),
      met: Text.optional(),
      notMet: Text.optional(),
      guidance: Text.optional(),
    }),
  ),
  ambiguities: z.array(z.strictObject({ letter: Letter, text: Text })).max(6),
  whenNotMet: z.enum(REFUSALS),
  ...origin,
});
export type Leaf = z.infer<typeof Leaf>;

const LeafRef = z.strictObject({ leaf: NodeId });
const GateHead = z.strictObject({
  id: NodeId,
  op: z.enum(['all', 'any']),
  title: Text,
  ...clauses,
  why: Text,
  /** Leaves that are shown with this gate and do not decide it. */
  informs: z.array(NodeId).max(20),
  ...origin,
});

/** A gate of the tree: all or any of its members must be met; members are gates or leaves. */
export type Gate = z.infer<typeof GateHead> & { readonly children: (z.infer<typeof LeafRef> | Gate)[] };
export const Gate: z.ZodType<Gate> = GateHead.extend({
  children: z
    .array(z.union([LeafRef, z.lazy((): z.ZodType<Gate> => Gate)]))
    .min(1)
    .max(20),
});

/** A case of the scope or a class of strategic companies, told at more length than its leaf does. */
const LeafStory = z.strictObject({ leaf: NodeId, text: Text, note: Text.optional(), ...origin });

/**
 * What a rule or a parameter says. An amount that the letter leaves open is `notStated`, never 0 (FND-07); days are
 * compared as `comparison` says, for example strictly `before` (SC-3).
 */
export const Quantity = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('number'), number: z.number(), unit: Unit }),
  z.strictObject({ kind: z.literal('day'), day: Day, comparison: z.enum(['before', 'on', 'from']) }),
  z.strictObject({ kind: z.literal('month'), month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/) }),
  z.strictObject({ kind: z.literal('rule'), text: Text }),
  z.strictObject({ kind: z.literal('notStated'), text: Text }),
  z.strictObject({ kind: z.literal('notApplicable'), text: Text }),
]);
export type Quantity = z.infer<typeof Quantity>;
const Parameter = z.strictObject({ id: z.string().min(1).max(60), label: Text, value: Quantity, ...origin });
export type Parameter = z.infer<typeof Parameter>;

const Level = z.int().min(1).max(5);
/** An indicator with its anchored scale. The letter has no scale, so every level is a construct (AMB-01). */
export const Indicator = z.strictObject({
  id: NodeId,
  block: z.enum(['core', 'broader']),
  title: Text,
  question: Text,
  subQuestions: z.array(Text).min(1).max(8),
  /** Ids of protected interests that the indicator speaks to (PUR-21). */
  interests: z.array(z.string()).max(5),
  /** The informing leaf that must be met before ratings of this indicator are shown as open (IND-5). */
  opensWith: NodeId.optional(),
  scale: z.array(z.strictObject({ level: Level, anchor: Text, construct: z.literal(true) })).length(5),
  ...origin,
});
export type Indicator = z.infer<typeof Indicator>;

const Named = z.strictObject({ id: z.string().min(1).max(60), title: Text, text: Text, ...origin });

const ExampleVerdict = z.strictObject({
  leaf: NodeId,
  outcome: Outcome,
  argued: z.boolean().default(true),
  evidence: z.int().nonnegative().default(1),
  versions: z.int().min(1).default(1),
});
/** A worked example: `met` leaves are argued and have one piece of evidence; it runs as a test of the pack. */
export const Example = z.strictObject({
  id: z.string().min(1).max(60),
  title: Text,
  trigger: Trigger,
  met: z.array(NodeId),
  verdicts: z.array(ExampleVerdict),
  ratings: z.array(z.strictObject({ indicator: NodeId, level: Level })),
  expected: z.strictObject({
    advice: z.enum(ADVICE_OUTCOMES),
    gates: z.record(z.string(), z.enum(OUTCOMES)).default({}),
    decidedBy: z.array(NodeId).optional(),
    openLeaves: z.array(NodeId).optional(),
    reasons: z.record(z.string(), z.string()).default({}),
  }),
});
export type Example = z.infer<typeof Example>;

const PackShape = z.strictObject({
  format: z.literal(1),
  id: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/),
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  title: Text,
  source: z.strictObject({ title: Text, reference: Text, date: Day, note: Text }),
  validFrom: Day,
  constructLabel: Text,
  /** The tool's own rule for which verdicts count at a gate; the letter has none (AMB-01). */
  verdictRule: z.strictObject({
    argumentFor: z.array(z.enum(['met', 'notMet'])),
    evidenceFor: z.array(z.enum(['met', 'notMet'])),
    text: Text,
    construct: z.literal(true),
  }),
  tree: Gate,
  leaves: z.array(Leaf).min(1).max(200),
  scopeCases: z.array(LeafStory),
  strategicClasses: z.array(LeafStory),
  indicators: z.array(Indicator).max(60),
  protectedInterests: z.array(Named),
  triggers: z.array(Named.extend({ id: Trigger })),
  fund: z.array(Parameter),
  financing: z.array(Named.extend({ allowed: z.boolean() })),
  constants: z.array(Parameter),
  examples: z.array(Example),
});
export type Pack = z.infer<typeof PackShape>;

/**
 * An assessment framework as data: versioned, bilingual, every item citing the letter. Cross references hold (each
 * gate leaf stands in the tree once, informing leaves never do); `loadPack` is the only way to get one.
 */
export const Pack = PackShape.superRefine(checkPack);
