import { z } from 'zod';
import type { Json } from './canonical.ts';
import { RECORD_TYPES, RECORDS, type RecordType } from './records.ts';

type Shape = { readonly properties?: { readonly [member: string]: { readonly default?: Json } } };

/** Members that a schema fills in when a body leaves them out, by record type. */
export const DEFAULTS: Readonly<Record<RecordType, { readonly [member: string]: Json }>> = Object.fromEntries(
  RECORD_TYPES.map((type) => {
    const { properties = {} } = z.toJSONSchema(RECORDS[type].body, {
      io: 'input',
      unrepresentable: 'any',
    }) as Shape;
    const defaults = Object.entries(properties).flatMap(([member, shape]) =>
      shape.default === undefined ? [] : [[member, shape.default] as const],
    );
    return [type, Object.fromEntries(defaults)];
  }),
) as Record<RecordType, { [member: string]: Json }>;
