/** Bytes that a scalar takes in JSON, near enough: text counts in UTF-8, binary data by its length. */
function ownBytes(value: unknown): number {
  if (typeof value === 'string') return Buffer.byteLength(value) + 2;
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return value.byteLength;
  return 8;
}

function parts(value: unknown): readonly unknown[] {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return [];
  if (Array.isArray(value)) return value;
  if (value instanceof Map) return [...value.keys(), ...value.values()];
  if (value instanceof Set) return [...value];
  return [...Object.keys(value), ...Object.values(value)];
}

/**
 * Whether a value is larger than `limit` bytes. Stops as soon as it knows, so that a value which contains itself, or
 * shares one part a million times, costs no more than the limit.
 */
export function isLargerThan(value: unknown, limit: number): boolean {
  const left = [value];
  let bytes = 0;
  while (left.length > 0) {
    const next = left.pop();
    bytes += ownBytes(next);
    if (bytes > limit) return true;
    for (const part of parts(next)) left.push(part);
  }
  return false;
}
