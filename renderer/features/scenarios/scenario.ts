import type { ScenarioColumn } from '#shared/ipc/scenarios.ts';
import { type BodyOf, RECORDS } from '#shared/model/records.ts';

export type ScenarioBody = BodyOf<'scenario'>;

/** The scenario of a column, as its first live version has it; undefined for the facts. */
export const bodyOfColumn = ({ versions }: ScenarioColumn): ScenarioBody | undefined => {
  const parsed = RECORDS.scenario.body.safeParse(versions[0]?.body);
  return parsed.success ? (parsed.data as ScenarioBody) : undefined;
};
