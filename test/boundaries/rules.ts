import { cycles, type Import, importsOf, reachable } from './graph.ts';

/** A broken rule: which, by whom, with what. */
export type Breach = { readonly rule: string; readonly from: string; readonly to: string };

type Rule = { readonly rule: string; readonly breaks: (one: Import) => boolean };

const within = (file: string, ...folders: string[]): boolean =>
  folders.some((folder) => file.startsWith(`${folder}/`));
const inPreload = (file: string): boolean => within(file, 'main/preload');

/** Packages that more than one folder may use: the schemas of every border, and hashing. */
const COMMON = new Set(['zod', '@noble/hashes']);
/** The only files that speak to Electron, besides the preload. */
const SHELL = new Set(
  ['main', 'shell', 'window', 'protocol', 'ipc', 'hardening', 'menu', 'dialogs'].map(
    (name) => `main/${name}.ts`,
  ),
);
const NETWORK = new Set(
  ['http', 'https', 'http2', 'net', 'tls', 'dgram', 'dns', 'dns/promises', 'inspector'].map(
    (name) => `node:${name}`,
  ),
);

const RULES: readonly Rule[] = [
  {
    rule: 'shared imports nothing but shared',
    breaks: ({ from, to, kind }) =>
      within(from, 'shared') && (kind === 'node' || (kind === 'file' && !within(to, 'shared'))),
  },
  {
    rule: 'db imports db and shared',
    breaks: ({ from, to, kind }) => within(from, 'db') && kind === 'file' && !within(to, 'db', 'shared'),
  },
  {
    rule: 'main imports main, db and shared',
    breaks: ({ from, to, kind }) =>
      within(from, 'main') && kind === 'file' && !within(to, 'main', 'db', 'shared'),
  },
  {
    rule: 'the preload imports the contract and electron',
    breaks: ({ from, to, kind }) =>
      inPreload(from) && (kind === 'file' ? !within(to, 'main/preload', 'shared/ipc') : to !== 'electron'),
  },
  {
    rule: 'renderer imports renderer and shared',
    breaks: ({ from, to, kind }) =>
      within(from, 'renderer') && (kind === 'node' || (kind === 'file' && !within(to, 'renderer', 'shared'))),
  },
  {
    rule: 'nobody imports the preload',
    breaks: ({ from, to, kind }) => kind === 'file' && inPreload(to) && !inPreload(from),
  },
  {
    rule: 'other folders are named by #',
    breaks: ({ from, to, asked, kind }) =>
      kind === 'file' && asked.startsWith('.') && from.split('/')[0] !== to.split('/')[0],
  },
  {
    rule: 'electron stays in the shell',
    breaks: ({ from, to }) => to === 'electron' && !SHELL.has(from) && !inPreload(from),
  },
  {
    rule: 'only main/ipc.ts answers the page',
    breaks: ({ from, to, names }) =>
      to === 'electron' && (names.includes('ipcMain') || names.includes('*')) && from !== 'main/ipc.ts',
  },
  {
    rule: 'only the preload speaks for the page',
    breaks: ({ from, to, names }) =>
      to === 'electron' &&
      names.some((name) => name === 'ipcRenderer' || name === 'contextBridge') &&
      !inPreload(from),
  },
  {
    rule: 'only db knows the database driver',
    breaks: ({ from, to }) => to === 'better-sqlite3' && !within(from, 'db'),
  },
  {
    rule: 'nothing is opened outside the app',
    breaks: ({ to, names }) => to === 'electron' && names.includes('shell'),
  },
  { rule: 'no network', breaks: ({ to }) => NETWORK.has(to) },
];

/** A package belongs to the one folder that uses it. */
function sharedPackages(imports: readonly Import[]): Breach[] {
  const owners = new Map<string, Set<string>>();
  const packages = imports.filter(({ kind, to }) => kind === 'package' && !COMMON.has(to));
  for (const { from, to } of packages)
    owners.set(to, (owners.get(to) ?? new Set()).add(from.split('/')[0] ?? ''));
  return packages
    .filter(({ to }) => (owners.get(to)?.size ?? 0) > 1)
    .map(({ from, to }) => ({ rule: 'one folder owns a package', from, to }));
}

/** What runs without Electron must not load it, not even through others. */
function indirectElectron(imports: readonly Import[]): Breach[] {
  const needElectron = new Set(
    imports.filter(({ to, typeOnly }) => to === 'electron' && !typeOnly).map(({ from }) => from),
  );
  const starts = new Set(
    imports
      .map(({ from }) => from)
      .filter((from) => within(from, 'main/cli', 'main/handlers', 'main/workers')),
  );
  return [...starts].flatMap((from) =>
    [...reachable(imports, from)]
      .filter((file) => needElectron.has(file))
      .map((to) => ({ rule: 'cli, handlers and workers run without electron', from, to })),
  );
}

/** Every rule that the source below `root` breaks; none is []. */
export function breaches(root: string): Breach[] {
  const imports = importsOf(root);
  return [
    ...RULES.flatMap(({ rule, breaks }) =>
      imports.filter(breaks).map(({ from, to }) => ({ rule, from, to })),
    ),
    ...sharedPackages(imports),
    ...indirectElectron(imports),
    ...cycles(imports).map((group) => ({
      rule: 'no cycles',
      from: group[0] ?? '',
      to: group.slice(1).join(', '),
    })),
  ];
}
