import { printableName } from '#shared/bundle/names.ts';
import type { BundleRefusal } from '#shared/bundle/refusals.ts';
import { type Failure, fail } from '#shared/result.ts';

/** Codes of every door of this folder; all are in the contract's closed list. */
export type BundleCode = 'bundleRefused' | 'cancelled' | 'fileUnreadable' | 'fileExists' | 'notWritable';
export type BundleFailure = Failure<BundleCode>;

/**
 * Carries an expected failure out of nested streams, where a value cannot travel. Never leaves this folder: each door
 * turns it into a `Result` with `settle`.
 */
export class Refused extends Error {
  readonly failure: BundleFailure;
  constructor(failure: BundleFailure) {
    super(failure.error.code);
    this.failure = failure;
  }
}

/** The failure value for a refusal; a hostile entry name is made printable. */
export const refusal = (
  reason: BundleRefusal,
  params: { readonly entry?: string; readonly [key: string]: string | number | undefined } = {},
): Failure<'bundleRefused'> => {
  const shown: Record<string, string | number> = { reason };
  for (const [key, value] of Object.entries(params))
    if (value !== undefined) shown[key] = key === 'entry' ? printableName(String(value)) : value;
  return fail('bundleRefused', shown);
};

export function refuse(reason: BundleRefusal, params?: Parameters<typeof refusal>[1]): never {
  throw new Refused(refusal(reason, params));
}

/** Passes on a pure check's failure, whose code is a refusal. */
export function refuseAs(failure: Failure<BundleRefusal>, entry?: string): never {
  const { code, params } = failure.error;
  return refuse(code, { ...params, entry });
}

/** Throws the failure `cancelled` when the caller gave up. */
export function checkAbort(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new Refused(fail('cancelled'));
}

/** Turns a thrown `Refused` into its value; anything else is a broken invariant and flies on. */
export function settle(error: unknown): BundleFailure {
  if (error instanceof Refused) return error.failure;
  throw error;
}
