import { z } from 'zod';
import { Day, PartialDate } from '../dates.ts';
import { RecordId } from '../ids.ts';
import { LongText, ShortText } from '../value.ts';
import type { RecordDefinitions } from './definition.ts';

/** What a scenario is about; the facts themselves are never a scenario (PUR-11). */
export const SCENARIO_KINDS = [
  'unwantedDeal',
  'marketAlternative',
  'mitigatedDeal',
  'bevStake',
  'other',
] as const;
/** How far the State intervenes, least first (PUR-18). An order for reading, not a score. */
export const INTERVENTIONS = ['none', 'conditions', 'finance', 'minority', 'blocking', 'control'] as const;
/** Rights beside shares (PUR-12). Only the first two may go as far as control. */
export const DEAL_RIGHTS = ['appointment', 'goldenShare', 'veto', 'information', 'consultation'] as const;
/** Measures that leave shares and votes as they are (field practice 2.1.7). */
export const MEASURES = [
  'securityPolicy',
  'securityCommittee',
  'accessLimits',
  'supervisor',
  'boardConditions',
  'escrow',
  'licence',
  'supplyDuty',
  'ringFence',
  'reporting',
  'other',
] as const;
/** Debt, which the letter does not allow for the facility (FIN-X, footnote 12). */
export const DEBTS = ['loan', 'subordinatedLoan', 'guarantee'] as const;

const MAX_AMOUNT = 1e15;

/** A quantity, not below 0: known, within bounds, or there without anybody knowing how much. */
const quantity = (max: number, positive = false) => {
  const number = positive ? z.number().positive().max(max) : z.number().nonnegative().max(max);
  return z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('exact'), value: number }),
    z
      .strictObject({ kind: z.literal('range'), min: number, max: number })
      .refine((range) => range.min <= range.max, { error: 'rangeReversed', path: ['max'] }),
    z.strictObject({ kind: z.literal('unknown') }),
  ]);
};

/** Euros, numbers of shares or votes; `Percent` is 0 to 100 and `Price` above 0. */
export const Quantity = quantity(MAX_AMOUNT);
export type Quantity = z.infer<typeof Quantity>;
const Percent = quantity(100);
const Price = quantity(MAX_AMOUNT, true);

const OwnKey = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);
/** Somebody of the case, or a party that is there in the scenario alone. */
export const Party = z.union([z.strictObject({ record: RecordId }), z.strictObject({ own: OwnKey })]);
export type Party = z.infer<typeof Party>;

/** A party that is not in the case, with who owns it (ACT-06, ACT-07: State, Invest-NL, the separate entity). */
const OwnParty = z.strictObject({
  key: OwnKey,
  name: ShortText,
  owners: z
    .array(z.strictObject({ owner: Party, percent: Percent }))
    .max(50)
    .default([]),
});
export type OwnParty = z.infer<typeof OwnParty>;

const note = { note: z.string().max(2_000).optional() };
const shareClass = { shareClass: z.string().trim().min(1).max(100).optional() };

/** How many new shares: for money at a valuation before the money, as a number, or so that the investor ends at a part. */
const IssueSize = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('money'), amount: Quantity, preMoney: Price }),
  z.strictObject({ by: z.literal('shares'), count: Quantity, amount: Quantity.optional() }),
  z.strictObject({ by: z.literal('percent'), percent: Percent, amount: Quantity.optional() }),
]);

const TransferSize = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('all') }),
  z.strictObject({ by: z.literal('percent'), percent: Percent }),
  z.strictObject({ by: z.literal('shares'), count: Quantity }),
]);

/**
 * At what price a loan becomes shares. Valuations are of the whole company before conversion, over all shares and
 * reserved rights; `postMoney` caps are the part that the amount buys of the company after conversion.
 */
const ConversionTerms = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('fixed'), valuation: Price }),
  z.strictObject({ by: z.literal('price'), price: Price }),
  z.strictObject({ by: z.literal('cap'), cap: Price, postMoney: z.boolean().default(false) }),
  z.strictObject({ by: z.literal('discount'), discount: Percent, preMoney: Price }),
  z.strictObject({ by: z.literal('capOrDiscount'), cap: Price, discount: Percent, preMoney: Price }),
]);

/** How many shares a warrant gives: a part of all shares and rights after exercise, a number, or an amount at a valuation. */
const WarrantSize = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('percent'), percent: Percent }),
  z.strictObject({ by: z.literal('shares'), count: Quantity }),
  z.strictObject({ by: z.literal('money'), amount: Quantity, valuation: Price }),
]);
const Strike = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('price'), price: Quantity }),
  z.strictObject({ by: z.literal('valuation'), valuation: Price }),
]);

const step = <Kind extends string, Shape extends z.ZodRawShape>(kind: Kind, shape: Shape) =>
  z.strictObject({ kind: z.literal(kind), ...shape, ...note });

/**
 * One step of a scenario, done in order. Rights that are not exercised yet (`converted`, `exercised`, `granted` false)
 * count for the fully diluted picture alone.
 */
export const Step = z.discriminatedUnion('kind', [
  step('issue', { investor: Party, size: IssueSize, votesPerShare: Quantity.optional(), ...shareClass }),
  step('transfer', { from: Party, to: Party, size: TransferSize }),
  step('convertible', {
    holder: Party,
    amount: Quantity,
    terms: ConversionTerms,
    converted: z.boolean().default(false),
    /** Whether the loan is new money, and not one that is there already. */
    fresh: z.boolean().default(true),
    ...shareClass,
  }),
  step('warrants', {
    holder: Party,
    size: WarrantSize,
    /** The loan that they come with (FIN-3); it is not converted itself. */
    loan: Quantity.optional(),
    strike: Strike.optional(),
    exercised: z.boolean().default(false),
    expires: PartialDate.optional(),
  }),
  step('pool', {
    percent: Percent,
    /** A part of all shares and rights as they are then, or as they are after the next issue of shares. */
    basis: z.enum(['now', 'afterRound']),
    granted: z.boolean().default(false),
  }),
  step('seats', { holder: Party, seats: Quantity, of: z.int().min(1).max(100).optional() }),
  step('right', {
    holder: Party,
    action: z.enum(['grant', 'remove']),
    right: z.enum(DEAL_RIGHTS),
    detail: z.string().trim().min(1).max(400).optional(),
  }),
  /** Votes go to somebody else and the economic right stays: certification of shares, or a nominee. */
  step('certify', { holder: Party, trustee: Party, percent: Percent.optional() }),
  step('voteCap', { holder: Party, percent: Percent }),
  step('measure', { measure: z.enum(MEASURES), detail: z.string().trim().min(1).max(400).optional() }),
  step('debt', { lender: Party, instrument: z.enum(DEBTS), amount: Quantity }),
]);
export type Step = z.infer<typeof Step>;
export type StepKind = Step['kind'];

/** Members of steps that name a party. */
export const PARTY_MEMBERS = ['investor', 'holder', 'from', 'to', 'trustee', 'lender'] as const;

/** The parties that a step names. */
export const partiesOf = (step: Step): readonly { readonly member: string; readonly party: Party }[] =>
  PARTY_MEMBERS.flatMap((member) => {
    const party = (step as { readonly [key: string]: unknown })[member];
    return party === undefined ? [] : [{ member, party: party as Party }];
  });

export const sameParty = (a: Party, b: Party): boolean =>
  'record' in a ? 'record' in b && a.record === b.record : 'own' in b && a.own === b.own;

/** What-if on the cap table of a company. It is calculated beside the facts and never becomes one. */
export const SCENARIO_RECORDS = {
  scenario: {
    body: z
      .strictObject({
        title: ShortText,
        kind: z.enum(SCENARIO_KINDS),
        company: RecordId,
        /** Scenario whose steps come first, as for a deal with measures on top of it. */
        basedOn: RecordId.optional(),
        day: Day.optional(),
        intervention: z.enum(INTERVENTIONS).optional(),
        note: LongText.optional(),
        parties: z.array(OwnParty).max(50).default([]),
        steps: z.array(Step).max(100).default([]),
      })
      .superRefine(({ kind, parties, steps }, ctx) => {
        const problem = (path: (string | number)[], message: string): void =>
          void ctx.addIssue({ code: 'custom', path, message });
        const known = new Set(parties.map(({ key }) => key));
        const check = (party: Party, ...path: (string | number)[]): void => {
          if ('own' in party && !known.has(party.own)) problem(path, 'partyUnknown');
        };
        if (known.size < parties.length) problem(['parties'], 'partyTwice');
        parties.forEach(({ key, owners }, i) => {
          owners.forEach(({ owner }, j) => {
            check(owner, 'parties', i, 'owners', j, 'owner');
            if ('own' in owner && owner.own === key)
              problem(['parties', i, 'owners', j, 'owner'], 'partySame');
          });
        });
        steps.forEach((one, i) => {
          for (const { member, party } of partiesOf(one)) check(party, 'steps', i, member);
          if (one.kind === 'debt' && kind === 'bevStake') problem(['steps', i, 'instrument'], 'bevDebt');
          if (one.kind === 'transfer' && sameParty(one.from, one.to))
            problem(['steps', i, 'to'], 'partySame');
          if (one.kind === 'certify' && sameParty(one.holder, one.trustee))
            problem(['steps', i, 'trustee'], 'partySame');
        });
      }),
    indexed: ['company'],
    refs: [
      'company',
      'basedOn',
      'parties.owners.owner.record',
      ...PARTY_MEMBERS.map((member) => `steps.${member}.record`),
    ],
  },
} as const satisfies RecordDefinitions;
