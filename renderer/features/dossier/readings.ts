import type { VersionView } from '#shared/ipc/common.ts';
import { type BodyOf, RECORDS, type RecordType } from '#shared/model/records.ts';

/**
 * The body of a version as its type promises, or null when a newer app wrote members that this one does not know:
 * then the screen says so rather than show half of it.
 */
export function bodyOf<T extends RecordType>(version: VersionView, type: T): BodyOf<T> | null {
  if (version.type !== type) return null;
  const parsed = RECORDS[type].body.safeParse(version.body);
  return parsed.success ? (parsed.data as BodyOf<T>) : null;
}

/** Digests of the versions that are on the screen: what a new version says that it replaces. */
export const basesOf = (versions: readonly VersionView[]) => versions.map((version) => version.digest);
