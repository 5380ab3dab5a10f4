import type { BodyOf } from '#shared/model/records.ts';
import type { Given } from '../../api/index.ts';

export type Plan = Given<'collect.get'>;
export type PlanRow = Plan['items'][number];
export type TaskRow = Plan['settled'][number];

export const taskBody = (task: TaskRow | null): BodyOf<'task'> | undefined =>
  task?.versions[0]?.body as BodyOf<'task'> | undefined;

export type TaskState = 'free' | 'open' | 'late' | 'done' | 'conflict';

/** How a task stands on a day. */
export function stateOf(task: TaskRow | null, day: string): TaskState {
  const body = taskBody(task);
  if (task === null || body === undefined) return 'free';
  if (task.versions.length > 1) return 'conflict';
  if (body.done) return 'done';
  return body.due !== undefined && body.due < day ? 'late' : 'open';
}
