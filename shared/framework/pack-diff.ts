import { canonicalText, type Json } from '../model/canonical.ts';

/** One difference between two packs: where, and what it was and is; null where one has nothing. */
export type PackChange = { readonly at: string; readonly was: Json; readonly is: Json };

type Named = { readonly [member: string]: Json };
const isObject = (value: Json): value is Named =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Items of a list by the name that stays theirs (`id` or `leaf`); undefined when they have none. */
function named(list: readonly Json[]): ReadonlyMap<string, Json> | undefined {
  const entries = list.flatMap((item) => {
    const name = isObject(item) ? (item.id ?? item.leaf) : undefined;
    return typeof name === 'string' ? [[name, item] as const] : [];
  });
  const map = new Map(entries);
  return map.size === list.length ? map : undefined;
}

/** A member of its own; null where there is none, whatever every object inherits ("toString"). */
const memberOf = (object: Named, member: string): Json =>
  Object.hasOwn(object, member) ? (object[member] ?? null) : null;

const same = (a: Json, b: Json): boolean => canonicalText(a) === canonicalText(b);

/**
 * What is different between two packs, as places: items of a list are matched by their id, so that an inserted leaf is
 * one difference and not a shift of all that follow. Two equal packs give []. The order of items counts for nothing.
 */
export function packDiff(was: Json, is: Json, at = ''): PackChange[] {
  if (same(was, is)) return [];
  if (isObject(was) && isObject(is)) {
    const members = [...new Set([...Object.keys(was), ...Object.keys(is)])].sort();
    return members.flatMap((member) =>
      packDiff(memberOf(was, member), memberOf(is, member), at === '' ? member : `${at}.${member}`),
    );
  }
  if (Array.isArray(was) && Array.isArray(is)) {
    const [before, after] = [named(was), named(is)];
    if (before && after) {
      const names = [...new Set([...before.keys(), ...after.keys()])];
      return names.flatMap((name) =>
        packDiff(before.get(name) ?? null, after.get(name) ?? null, `${at}[${name}]`),
      );
    }
  }
  return [{ at: at === '' ? '(pack)' : at, was, is }];
}
