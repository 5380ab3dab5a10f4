import type { Refusal } from '../refusal.ts';
import { membersOf, type Problem, textOf } from './schema.ts';

/** Largest file in UTF-16 units, most statements of one file, deepest nesting of one statement. */
export const BODS_LIMITS = { characters: 200_000_000, statements: 200_000, depth: 24 } as const;

/**
 * A refused statement. `index` counts the statements of the file from 0 and `line` from 1, `field` is the path of the
 * broken member inside the statement, `statementId` the id that the statement gives itself.
 */
export type BodsRefusal = Refusal & { readonly index: number; readonly statementId?: string };

export type Item = { readonly index: number; readonly value: Readonly<Record<string, unknown>> };

/** A problem of one statement as a refusal with the statement named. */
export function refusalOf(
  file: string,
  index: number,
  value: unknown,
  { path, code, params }: Problem,
): BodsRefusal {
  const members = membersOf(value) ?? {};
  const statementId = textOf(members.statementId) ?? textOf(members.statementID);
  return {
    file,
    line: index + 1,
    index,
    ...(statementId === undefined ? {} : { statementId: statementId.slice(0, 64) }),
    ...(path === '' ? {} : { field: path }),
    code,
    ...(params ? { params } : {}),
  };
}

/** Nesting that is too deep, half a surrogate pair, or a number beyond reckoning: nothing that can be kept and signed. */
function isFlawed(value: unknown): boolean {
  const waiting: { readonly value: unknown; readonly depth: number }[] = [{ value, depth: 1 }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value: one, depth } = next;
    if (typeof one === 'string' && !one.isWellFormed()) return true;
    if (typeof one === 'number' && !Number.isFinite(one)) return true;
    if (typeof one !== 'object' || one === null) continue;
    if (depth > BODS_LIMITS.depth) return true;
    for (const [name, inner] of Object.entries(one)) {
      if (!name.isWellFormed()) return true;
      waiting.push({ value: inner, depth: depth + 1 });
    }
  }
  return false;
}

function parse(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** The values of a file: one JSON array, or one JSON value a line. Undefined in a list is a line that is no JSON. */
function valuesIn(
  text: string,
): readonly ({ readonly value: unknown } | undefined)[] | 'jsonSyntax' | 'jsonShape' {
  const source = text.startsWith('\ufeff') ? text.slice(1) : text;
  if (/^\s*\[/.test(source)) {
    const whole = parse(source);
    if (whole === undefined) return 'jsonSyntax';
    return Array.isArray(whole.value) ? whole.value.map((value: unknown) => ({ value })) : 'jsonShape';
  }
  const lines = source.split(/\r?\n/).filter((line) => line.trim() !== '');
  const [first] = lines;
  if (first === undefined) return 'jsonShape';
  // One object spread over many lines is JSON, but no list of statements.
  if (parse(first) === undefined) return parse(source) === undefined ? 'jsonSyntax' : 'jsonShape';
  return lines.map(parse);
}

/**
 * The statements of a BODS file: a JSON array, or JSON lines of which a bad line spoils no other. Nothing is checked
 * yet but that each is an object of reasonable depth.
 */
export function readStatements(
  file: string,
  text: string,
): { readonly items: readonly Item[]; readonly refused: readonly BodsRefusal[] } {
  const none = (code: 'jsonSyntax' | 'jsonShape', limit?: number) => ({
    items: [],
    refused: [{ file, line: 1, index: 0, code, ...(limit === undefined ? {} : { params: { limit } }) }],
  });
  if (text.length > BODS_LIMITS.characters) return none('jsonShape', BODS_LIMITS.characters);
  const values = valuesIn(text);
  if (typeof values === 'string') return none(values);
  if (values.length > BODS_LIMITS.statements) return none('jsonShape', BODS_LIMITS.statements);
  const items: Item[] = [];
  const refused: BodsRefusal[] = [];
  values.forEach((parsed, index) => {
    const value = membersOf(parsed?.value);
    if (value !== undefined && !isFlawed(value)) items.push({ index, value });
    else {
      const code = parsed === undefined ? 'jsonSyntax' : 'jsonShape';
      refused.push(refusalOf(file, index, undefined, { path: '', code }));
    }
  });
  return { items, refused };
}
