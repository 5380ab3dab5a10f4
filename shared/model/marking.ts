import { z } from 'zod';

/**
 * Classification of one item under VIRBI 2013, lowest first. `open` is unclassified. The tool carries markings; it
 * cannot authorise the handling of state secrets, which depends on approved equipment and premises (field practice 2.5.4).
 */
export const MARKINGS = ['open', 'depV', 'stgC', 'stgG', 'stgZG'] as const;
export const Marking = z.enum(MARKINGS);
export type Marking = z.infer<typeof Marking>;

/** Traffic Light Protocol 2.0 (FIRST, 2022): governs sharing, not secrecy, and is kept apart from the marking. */
export const Tlp = z.enum(['red', 'amberStrict', 'amber', 'green', 'clear']);
export type Tlp = z.infer<typeof Tlp>;

const rank = (marking: Marking): number => MARKINGS.indexOf(marking);

/** High-water mark: the highest of the given markings, `open` when there are none. */
export const highestMarking = (markings: Iterable<Marking>): Marking => {
  let highest: Marking = 'open';
  for (const marking of markings) if (rank(marking) > rank(highest)) highest = marking;
  return highest;
};

/** True when an item with this marking may be shown at this ceiling. */
export const isWithin = (marking: Marking, ceiling: Marking): boolean => rank(marking) <= rank(ceiling);
