import type { VersionView } from '../ipc/common.ts';

export type Versions = [VersionView, ...VersionView[]];

/** Live versions grouped by record, each group with one version at least; in the order in which records come. */
export const byRecord = (views: readonly VersionView[]): Versions[] =>
  [...Map.groupBy(views, ({ record }) => record).values()] as Versions[];
