import fs from 'node:fs';
import { isBuiltin } from 'node:module';
import path from 'node:path';
import { parseSync } from 'vite';

/** One import or re-export: who, what, and the names taken (`*` for all of it). */
export type Import = {
  readonly from: string;
  readonly asked: string;
  /** A file of the repository (`shared/result.ts`), a package (`zod`) or a Node module (`node:fs`). */
  readonly to: string;
  readonly kind: 'file' | 'package' | 'node';
  readonly names: readonly string[];
  /** Gone once types are stripped. */
  readonly typeOnly: boolean;
};

const FOLDERS = ['shared', 'db', 'main', 'renderer'] as const;
const CODE = /\.tsx?$/;

/** Every source file below the four folders, as a path from the root with forward slashes. */
function sources(root: string): string[] {
  return FOLDERS.flatMap((folder) => {
    const at = path.join(root, folder);
    if (!fs.existsSync(at)) return [];
    const names = fs.readdirSync(at, { recursive: true, encoding: 'utf8' });
    return names
      .filter((name) => CODE.test(name))
      .map((name) => path.posix.join(folder, ...name.split(path.sep)));
  });
}

/** `@scope/name/deep` is of package `@scope/name`. */
const packageName = (asked: string): string => asked.split('/', asked.startsWith('@') ? 2 : 1).join('/');

function resolve(from: string, asked: string): Pick<Import, 'to' | 'kind'> {
  if (asked.startsWith('.')) return { kind: 'file', to: path.posix.join(path.posix.dirname(from), asked) };
  if (asked.startsWith('#')) return { kind: 'file', to: asked.slice(1) };
  if (isBuiltin(asked)) return { kind: 'node', to: asked.startsWith('node:') ? asked : `node:${asked}` };
  return { kind: 'package', to: packageName(asked) };
}

type Taken = { readonly asked: string; readonly names: readonly string[]; readonly typeOnly: boolean };

/** What a file imports, re-exports and loads later, as it is written. */
function taken(file: string, code: string): Taken[] {
  const { module, errors } = parseSync(file, code);
  if (errors.length > 0) throw new Error(`${file} does not parse: ${errors[0]?.message}`);
  const imports = module.staticImports.map(({ moduleRequest, entries }) => ({
    asked: moduleRequest.value,
    names: entries.map(({ importName }) => importName.name ?? '*'),
    typeOnly: entries.length > 0 && entries.every(({ isType }) => isType),
  }));
  const exports = module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ moduleRequest, importName, isType }) =>
      moduleRequest === null
        ? []
        : [{ asked: moduleRequest.value, names: [importName.name ?? '*'], typeOnly: isType }],
    ),
  );
  const later = module.dynamicImports.flatMap(({ moduleRequest }) => {
    const [, asked] = /^['"`]([^'"`$]+)['"`]$/.exec(code.slice(moduleRequest.start, moduleRequest.end)) ?? [];
    return asked === undefined ? [] : [{ asked, names: ['*'], typeOnly: false }];
  });
  return [...imports, ...exports, ...later];
}

/** Every import of the source below `root`. */
export function importsOf(root: string): Import[] {
  return sources(root).flatMap((from) =>
    taken(from, fs.readFileSync(path.join(root, from), 'utf8')).map((one) => ({
      from,
      ...one,
      ...resolve(from, one.asked),
    })),
  );
}

/** The files that run when `start` runs, by import. */
export function reachable(imports: readonly Import[], start: string): Set<string> {
  const seen = new Set([start]);
  for (const file of seen) {
    for (const { from, to, kind, typeOnly } of imports) {
      if (from === file && kind === 'file' && !typeOnly) seen.add(to);
    }
  }
  return seen;
}

/** Groups of files each of which imports, in the end, all the others of its group. Types alone do not count. */
export function cycles(imports: readonly Import[]): string[][] {
  const next = new Map<string, string[]>();
  for (const { from, to, kind, typeOnly } of imports) {
    if (kind === 'file' && !typeOnly) next.set(from, [...(next.get(from) ?? []), to]);
  }
  // Tarjan's strongly connected components.
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const found: string[][] = [];
  const visit = (file: string): void => {
    const own = order.size;
    order.set(file, own);
    low.set(file, own);
    stack.push(file);
    for (const to of next.get(file) ?? []) {
      if (!order.has(to)) visit(to);
      if (stack.includes(to)) low.set(file, Math.min(low.get(file) ?? own, low.get(to) ?? own));
    }
    if (low.get(file) !== own) return;
    const group = stack.splice(stack.indexOf(file));
    if (group.length > 1 || (next.get(file) ?? []).includes(file)) found.push(group.sort());
  };
  for (const file of next.keys()) if (!order.has(file)) visit(file);
  return found;
}
