import { z } from 'zod';
import { CASE_RECORDS } from './records/case.ts';
import { CHALLENGE_RECORDS } from './records/challenge.ts';
import type { RecordDefinitions } from './records/definition.ts';
import { ENTITY_RECORDS, ENTITY_TYPES } from './records/entities.ts';
import { FACT_RECORDS } from './records/facts.ts';
import { FREEZE_RECORDS } from './records/freeze.ts';
import { IDENTITY_RECORDS } from './records/identity.ts';
import { INFLUENCE_RECORDS } from './records/influence.ts';
import { JUDGEMENT_RECORDS } from './records/judgement.ts';
import { LAST_RESORT_RECORDS } from './records/last-resort.ts';
import { LAW_RECORDS } from './records/law.ts';
import { LAYOUT_RECORDS } from './records/layout.ts';
import { SCENARIO_RECORDS } from './records/scenario.ts';
import { TASK_RECORDS } from './records/task.ts';
import { THREAT_RECORDS } from './records/threat.ts';
import { VAULT_RECORDS } from './records/vault.ts';
import { WEIGHING_RECORDS } from './records/weighing.ts';

/**
 * Every typed thing of a case, by type: one line a topic. Bodies hold what identifies a thing; what is said of it is
 * in claims.
 */
export const RECORDS = {
  ...CASE_RECORDS,
  ...ENTITY_RECORDS,
  ...FACT_RECORDS,
  ...JUDGEMENT_RECORDS,
  ...SCENARIO_RECORDS,
  ...IDENTITY_RECORDS,
  ...INFLUENCE_RECORDS,
  ...LAYOUT_RECORDS,
  ...LAW_RECORDS,
  ...LAST_RESORT_RECORDS,
  ...THREAT_RECORDS,
  ...CHALLENGE_RECORDS,
  ...WEIGHING_RECORDS,
  ...TASK_RECORDS,
  ...FREEZE_RECORDS,
  ...VAULT_RECORDS,
} as const satisfies RecordDefinitions;

export type RecordType = keyof typeof RECORDS;
export const RECORD_TYPES = Object.keys(RECORDS) as readonly RecordType[];
export const RecordTypeName = z.enum(RECORD_TYPES as [RecordType, ...RecordType[]]);
export type BodyOf<T extends RecordType> = z.infer<(typeof RECORDS)[T]['body']>;

export { ENTITY_TYPES };
export type EntityType = (typeof ENTITY_TYPES)[number];

export const isRecordType = (type: string): type is RecordType => Object.hasOwn(RECORDS, type);
