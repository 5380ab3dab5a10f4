import { membersOf } from './schema.ts';

/** Deepest nesting of one statement. */
export const BODS_DEPTH = 24;

/** A statement as it was parsed; `index` counts the statements of the file from 0. */
export type Item = { readonly index: number; readonly value: Readonly<Record<string, unknown>> };

/** Nesting that is too deep, half a surrogate pair, or a number beyond reckoning: nothing that can be kept and signed. */
function isFlawed(value: unknown): boolean {
  const waiting: { readonly value: unknown; readonly depth: number }[] = [{ value, depth: 1 }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value: one, depth } = next;
    if (typeof one === 'string' && !one.isWellFormed()) return true;
    if (typeof one === 'number' && !Number.isFinite(one)) return true;
    if (typeof one !== 'object' || one === null) continue;
    if (depth > BODS_DEPTH) return true;
    for (const [name, inner] of Object.entries(one)) {
      if (!name.isWellFormed()) return true;
      waiting.push({ value: inner, depth: depth + 1 });
    }
  }
  return false;
}

/** One value of the list as a statement: an object of reasonable depth. Nothing else is checked yet. */
export function statementIn(index: number, text: string): Item | 'jsonSyntax' | 'jsonShape' {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return 'jsonSyntax';
  }
  const members = membersOf(value);
  return members === undefined || isFlawed(members) ? 'jsonShape' : { index, value: members };
}
