/**
 * Expected failure is a value. `code` is from the closed list of error codes of the caller's contract; `params`
 * are safe to show (names of fields, row numbers, limits): never case content, never a secret, never a path.
 */
export type Failure<Code extends string = string> = {
  readonly ok: false;
  readonly error: { readonly code: Code; readonly params?: Readonly<Record<string, string | number>> };
};
export type Success<T> = { readonly ok: true; readonly value: T };
export type Result<T, Code extends string = string> = Success<T> | Failure<Code>;

export const ok = <T>(value: T): Success<T> => ({ ok: true, value });

export const fail = <Code extends string>(
  code: Code,
  params?: Readonly<Record<string, string | number>>,
): Failure<Code> => ({ ok: false, error: params ? { code, params } : { code } });
