import type { VersionView } from '../ipc/common.ts';

export type Versions = [VersionView, ...VersionView[]];

/** Live versions grouped by record, each group with one version at least; in the order in which records come. */
export const byRecord = <View extends Pick<VersionView, 'record'>>(
  views: readonly View[],
): [View, ...View[]][] => [...Map.groupBy(views, ({ record }) => record).values()] as [View, ...View[]][];

/** The same order whoever lists the versions; of several live versions of a record the first is taken. */
export const inOneOrder = (views: readonly VersionView[]): VersionView[] =>
  views.toSorted((a, b) =>
    a.record === b.record ? (a.digest < b.digest ? -1 : 1) : a.record < b.record ? -1 : 1,
  );
