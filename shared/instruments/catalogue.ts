import { z } from 'zod';
import { Day } from '../model/dates.ts';
import { CONFIDENCES } from '../model/vocabulary.ts';
import { Condition } from '../rules/condition.ts';
import json from './packs/bev-instruments.json' with { type: 'json' };

const Words = z.strictObject({ nl: z.string().min(1).max(1_000), en: z.string().min(1).max(1_000) });

/** How Part II of the letter groups its instruments; `frame` are the approaches that only hold others together. */
export const INSTRUMENT_GROUPS = [
  'investment',
  'business',
  'knowledge',
  'procurement',
  'international',
  'adjacent',
  'insight',
  'frame',
] as const;
export const INSTRUMENT_KINDS = [
  'act',
  'bill',
  'directive',
  'policy',
  'guidance',
  'desk',
  'intelligence',
  'fund',
  'criminal',
  'study',
] as const;
export const INSTRUMENT_STATUSES = [
  'inForce',
  'running',
  'planned',
  'preparation',
  'consultation',
  'announced',
  'proposal',
  'bill',
  'transposition',
  'study',
  'replaced',
] as const;
/** Ids of the three interests that the letter protects (PUR-21); what an instrument can cover. */
export const INTERESTS = ['vitalContinuity', 'dependencies', 'knowledgeTransfer'] as const;

const Standing = z.strictObject({
  from: Day,
  status: z.enum(INSTRUMENT_STATUSES),
  source: z.string().min(1).max(400),
  confidence: z.enum(CONFIDENCES),
  toVerify: z.boolean(),
  note: Words.optional(),
});

/**
 * One instrument of the letter (letter-spec 1.12): what it is, how it stood since the letter, which laws or which
 * question say whether it applies to a company, and when it is the better answer (`refer`).
 */
export const Instrument = z.strictObject({
  id: z.string().regex(/^INS-\d\d$/),
  title: Words,
  group: z.enum(INSTRUMENT_GROUPS),
  kind: z.enum(INSTRUMENT_KINDS),
  level: z.enum(['national', 'eu', 'nato', 'international']),
  owner: z.string().min(1).max(120),
  text: Words,
  covers: z.array(z.enum(INTERESTS)).min(1),
  letter: z.array(z.string().max(20)).min(1),
  where: z.string().min(1).max(60),
  /** Items of the law pack by which the instrument applies; one of them is enough. */
  laws: z.array(z.string()).min(1).optional(),
  applies: Condition.optional(),
  history: z.array(Standing).min(1),
  refer: Words.optional(),
});
export type Instrument = z.infer<typeof Instrument>;

/** A measure that can soften a deal (field-practice 2.1.7), judged beside the instruments: why no set of them suffices. */
const Measure = z.strictObject({
  id: z.string().regex(/^MIT-\d\d$/),
  title: Words,
  covers: z.array(z.enum(INTERESTS)).min(1),
  text: Words,
});
export type Measure = z.infer<typeof Measure>;

export const InstrumentPack = z.strictObject({
  format: z.literal(1),
  id: z.string(),
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  title: Words,
  checked: Day,
  instruments: z.array(Instrument).min(1),
  measures: z.array(Measure),
});

/** The 44 instruments of the letter and the library of measures, as shipped. */
export const CATALOGUE = InstrumentPack.parse(json);

/** How an instrument stood on a day; undefined before the letter spoke of it. */
export const standingOn = ({ history }: Instrument, day: Day) => history.findLast(({ from }) => from <= day);
