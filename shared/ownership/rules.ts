import { type Day, holdsOn } from '../model/dates.ts';
import type { Attribution, ThresholdRule } from './rule.ts';
import { MAJORITY } from './ticks.ts';

const byMajority: Attribution = { kind: 'commanded', chain: MAJORITY };
const byHalf: Attribution = { kind: 'commanded', chain: { level: 0.5, operator: '>=' } };

/**
 * Threshold rules with their dates, from field practice 2.1.2, 2.2, 2.6.4 and 2.6.5. Percentages of the law are one
 * way to control among others: a rule that is not met never proves that there is no control. The Vifo Act and the
 * energy laws speak of decisive influence (art. 26 Mededingingswet); a majority of votes, or a right, is what can be
 * computed of it. Released ids never change their meaning; a change of the law is a new rule and an end date.
 */
export const THRESHOLD_RULES: readonly ThresholdRule[] = [
  {
    id: 'vifo.control',
    regime: 'vifo',
    bases: ['votes'],
    levels: [0.5],
    operator: '>',
    attribution: byMajority,
    rights: 'count',
    aggregate: 'together',
    validFrom: '2023-06-01',
    source: 'Wet vifo; Mededingingswet art. 26',
    confidence: 'high',
  },
  {
    id: 'vifo.significantInfluence',
    regime: 'vifo',
    bases: ['votes'],
    levels: [0.1, 0.2, 0.25],
    operator: '>=',
    attribution: byMajority,
    rights: 'count',
    aggregate: 'together',
    validFrom: '2023-06-01',
    source: 'Wet vifo; Besluit toepassingsbereik sensitieve technologie, Stb. 2023, 172',
    confidence: 'high',
  },
  {
    id: 'telecom.predominantControl',
    regime: 'telecom',
    bases: ['votes', 'capital'],
    levels: [0.3],
    operator: '>=',
    attribution: byMajority,
    rights: 'count',
    aggregate: 'together',
    validFrom: '2020-10-01',
    source: 'Telecommunicatiewet ch. 14a; Stcrt. 2020, 48965',
    confidence: 'high',
  },
  {
    id: 'energy.electricityControl',
    regime: 'energy',
    bases: ['votes'],
    levels: [0.5],
    operator: '>',
    attribution: byMajority,
    rights: 'count',
    aggregate: 'together',
    validTo: '2025-12-31',
    source: 'Elektriciteitswet 1998 art. 86f; Gaswet art. 66e; Mededingingswet art. 26',
    confidence: 'high',
  },
  {
    id: 'energy.control',
    regime: 'energy',
    bases: ['votes'],
    levels: [0.5],
    operator: '>',
    attribution: byMajority,
    rights: 'count',
    aggregate: 'together',
    validFrom: '2026-01-01',
    source: 'Energiewet; Mededingingswet art. 26',
    confidence: 'moderate',
  },
  {
    id: 'ofac.fiftyPercent',
    regime: 'ofac',
    bases: ['capital'],
    levels: [0.5],
    operator: '>=',
    attribution: byHalf,
    rights: 'ignore',
    aggregate: 'together',
    validFrom: '2014-08-13',
    source: 'OFAC, revised guidance of 13 August 2014; FAQ 398 and 401',
    confidence: 'high',
  },
  {
    id: 'eu.sanctionsOwnership',
    regime: 'eu',
    bases: ['capital', 'votes'],
    levels: [0.5],
    operator: '>=',
    attribution: byHalf,
    rights: 'count',
    aggregate: 'together',
    source: 'EU best practices on restrictive measures: 50% or more, or control',
    confidence: 'moderate',
  },
  {
    id: 'ubo.wwft',
    regime: 'ubo',
    bases: ['capital', 'votes'],
    levels: [0.25],
    operator: '>',
    attribution: { kind: 'lookThrough' },
    rights: 'ignore',
    aggregate: 'each',
    validFrom: '2018',
    validTo: '2027-07-09',
    source: 'Uitvoeringsbesluit Wwft 2018: more than 25%',
    confidence: 'high',
  },
  {
    id: 'ubo.amlr',
    regime: 'ubo',
    bases: ['capital', 'votes'],
    levels: [0.25],
    operator: '>=',
    attribution: { kind: 'lookThrough' },
    rights: 'ignore',
    aggregate: 'each',
    validFrom: '2027-07-10',
    source: 'Regulation (EU) 2024/1624 art. 52: 25% or more, chains multiplied and added up',
    confidence: 'high',
  },
];

/** The rules that apply on a day. */
export const rulesOn = (day: Day, rules: readonly ThresholdRule[] = THRESHOLD_RULES): ThresholdRule[] =>
  rules.filter((rule) => holdsOn(rule, day));
