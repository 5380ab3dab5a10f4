export { CallError, type CallOf, call, type Given, listen, type Sent } from './bridge.ts';
export { type Command, useCommand } from './useCommand.ts';
export { errorText, useErrorNotice } from './useErrorNotice.ts';
export { type Job, type Progress, useJob } from './useJob.ts';
export { type JobQuery, useJobQuery } from './useJobQuery.ts';
export { useQueryCall } from './useQueryCall.ts';
