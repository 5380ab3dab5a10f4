import type { TextKey } from '#shared/i18n/index.ts';

/** What is wrong with a field of a form: a text and what is filled in. */
export type FieldError = {
  readonly key: TextKey;
  readonly params?: Readonly<Record<string, string | number>>;
};

export const isError = (value: unknown): value is FieldError =>
  typeof value === 'object' && value !== null && 'key' in value;
