import type { RecordId } from '../../model/ids.ts';

/** Numbers for sources, handed out in the order in which the document first cites them. */
export type Citations = {
  /** Number of a source, or of an attachment that belongs to none; undefined when it is not known here. */
  readonly numberOf: (record: RecordId) => number | undefined;
  /** All that can be cited, the cited first and in their order, then the rest in the given order. */
  readonly all: () => readonly { readonly n: number; readonly record: RecordId }[];
};

/** A new register over what can be cited. Numbering follows the calls, so chapters are composed in reading order. */
export function citationsOver(citable: readonly RecordId[]): Citations {
  const known = new Set(citable);
  const numbers = new Map<RecordId, number>();
  const numberOf = (record: RecordId): number | undefined => {
    if (!known.has(record)) return undefined;
    const number = numbers.get(record) ?? numbers.size + 1;
    numbers.set(record, number);
    return number;
  };
  return {
    numberOf,
    all: () => {
      for (const record of citable) numberOf(record);
      return [...numbers].map(([record, n]) => ({ n, record }));
    },
  };
}
