import type { z } from 'zod';
import type { Entry, EntryKind, ErrorCode, OutputOf } from './contract.ts';

/** Names of the entries of these kinds. */
type NamesOf<C, Kind extends EntryKind> = {
  [Name in keyof C & string]: C[Name] extends Entry<infer K> ? (K extends Kind ? Name : never) : never;
}[keyof C & string];

/** Names that the face may call, and names that it may listen to. */
export type CallName<C> = NamesOf<C, Exclude<EntryKind, 'event'>>;
export type EventName<C> = NamesOf<C, 'event'>;

/** What a caller hands over: fields that have a default may be left out. */
export type SentOf<E> = E extends Entry<EntryKind, infer I, z.ZodType> ? z.input<I> : never;
/** What a listener is given, or a handler gets: all defaults filled in. */
export type ReceivedOf<E> = E extends Entry<EntryKind, infer I, z.ZodType> ? z.output<I> : never;

/** Every call answers one of these and never rejects. `incident` comes with `internal`. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      readonly error: {
        readonly code: ErrorCode;
        readonly params?: Readonly<Record<string, string | number>>;
        readonly incident?: string;
      };
    };

/**
 * What the preload puts on the page as `window.waarborg`: one function for each call and for each event of the
 * contract. `on` gives the function that ends the subscription.
 */
export type Bridge<C> = {
  readonly call: {
    readonly [Name in CallName<C>]: (input: SentOf<C[Name]>) => Promise<Answer<OutputOf<C[Name]>>>;
  };
  readonly on: {
    readonly [Name in EventName<C>]: (listener: (payload: ReceivedOf<C[Name]>) => void) => () => void;
  };
};
