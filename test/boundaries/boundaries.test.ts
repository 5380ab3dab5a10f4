import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { importsOf } from './graph.ts';
import { type Breach, breaches } from './rules.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const made: string[] = [];

/** A small house with these files in it. */
function house(files: Readonly<Record<string, string>>): string {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'house-'));
  made.push(root);
  for (const [name, code] of Object.entries(files)) {
    fs.mkdirSync(path.join(root, path.dirname(name)), { recursive: true });
    fs.writeFileSync(path.join(root, name), code);
  }
  return root;
}

afterEach(() => {
  for (const root of made.splice(0)) fs.rmSync(root, { recursive: true, force: true });
});

describe('the rule of who may import what', () => {
  it('holds in the source', () => {
    expect(importsOf(ROOT).length).toBeGreaterThan(100);
    expect(breaches(ROOT)).toEqual([]);
  });

  it('allows what the design allows', () => {
    const root = house({
      'shared/a.ts': "import { z } from 'zod'; export const a = z;",
      'db/b.ts':
        "import Database from 'better-sqlite3'; import { a } from '#shared/a.ts'; export const b = [Database, a];",
      'main/handlers/c.ts':
        "import fs from 'node:fs'; import { b } from '#db/b.ts'; export const c = [fs, b];",
      'main/ipc.ts':
        "import { ipcMain } from 'electron'; import { c } from './handlers/c.ts'; export default [ipcMain, c];",
      'main/preload/p.ts':
        "import { contextBridge, ipcRenderer } from 'electron'; export default [contextBridge, ipcRenderer];",
      'renderer/r.tsx':
        "import { useState } from 'react'; import { a } from '#shared/a.ts'; export default [useState, a];",
    });
    expect(breaches(root)).toEqual([]);
  });

  const broken: readonly (readonly [what: string, files: Record<string, string>, breach: Breach])[] = [
    [
      'shared reads the disk',
      { 'shared/a.ts': "import fs from 'fs'; export default fs;" },
      { rule: 'shared imports nothing but shared', from: 'shared/a.ts', to: 'node:fs' },
    ],
    [
      'shared knows the store by a re-export',
      { 'shared/a.ts': "export * from '#db/b.ts';", 'db/b.ts': 'export const b = 1;' },
      { rule: 'shared imports nothing but shared', from: 'shared/a.ts', to: 'db/b.ts' },
    ],
    [
      'the store knows the shell',
      { 'db/a.ts': "import '#main/b.ts';", 'main/b.ts': '' },
      { rule: 'db imports db and shared', from: 'db/a.ts', to: 'main/b.ts' },
    ],
    [
      'the shell knows the face',
      { 'main/a.ts': "import '#renderer/b.ts';", 'renderer/b.ts': '' },
      { rule: 'main imports main, db and shared', from: 'main/a.ts', to: 'renderer/b.ts' },
    ],
    [
      'the face loads the store late',
      { 'renderer/a.ts': "export const later = () => import('#db/b.ts');", 'db/b.ts': '' },
      { rule: 'renderer imports renderer and shared', from: 'renderer/a.ts', to: 'db/b.ts' },
    ],
    [
      'the preload carries the schemas',
      { 'main/preload/p.ts': "import { z } from 'zod'; export default z;" },
      { rule: 'the preload imports the contract and electron', from: 'main/preload/p.ts', to: 'zod' },
    ],
    [
      'a folder reaches into another by a relative path',
      { 'main/a.ts': "import '../shared/b.ts';", 'shared/b.ts': '' },
      { rule: 'other folders are named by #', from: 'main/a.ts', to: 'shared/b.ts' },
    ],
    [
      'a handler opens a dialog by itself',
      { 'main/handlers/a.ts': "import type { Dialog } from 'electron'; export type A = Dialog;" },
      { rule: 'electron stays in the shell', from: 'main/handlers/a.ts', to: 'electron' },
    ],
    [
      'a handler loads Electron through another file',
      {
        'main/handlers/a.ts': "import { b } from '../dialogs.ts'; export const a = b;",
        'main/dialogs.ts': "import { dialog } from 'electron'; export const b = dialog;",
      },
      {
        rule: 'cli, handlers and workers run without electron',
        from: 'main/handlers/a.ts',
        to: 'main/dialogs.ts',
      },
    ],
    [
      'a second file answers the page',
      { 'main/window.ts': "import { ipcMain } from 'electron'; export default ipcMain;" },
      { rule: 'only main/ipc.ts answers the page', from: 'main/window.ts', to: 'electron' },
    ],
    [
      'a second file has SQL',
      { 'main/a.ts': "import type Database from 'better-sqlite3'; export type A = Database;" },
      { rule: 'only db knows the database driver', from: 'main/a.ts', to: 'better-sqlite3' },
    ],
    [
      'a link opens in a browser',
      { 'main/window.ts': "import { shell } from 'electron'; export default shell;" },
      { rule: 'nothing is opened outside the app', from: 'main/window.ts', to: 'electron' },
    ],
    [
      'something listens to a port',
      { 'main/a.ts': "import net from 'node:net'; export default net;" },
      { rule: 'no network', from: 'main/a.ts', to: 'node:net' },
    ],
    [
      'two files need each other',
      {
        'shared/a.ts': "export { b } from './b.ts'; export const a = 1;",
        'shared/b.ts': "import { a } from './a.ts'; export const b = a;",
      },
      { rule: 'no cycles', from: 'shared/a.ts', to: 'shared/b.ts' },
    ],
  ];
  it.each(broken)('fails when %s', (_what, files, breach) => {
    expect(breaches(house(files))).toEqual([breach]);
  });

  it('fails when two folders use one package', () => {
    const root = house({
      'db/a.ts': "import { gzipSync } from 'fflate'; export default gzipSync;",
      'main/b.ts': "import { gunzipSync } from 'fflate'; export default gunzipSync;",
    });
    const rule = 'one folder owns a package';
    expect(breaches(root)).toEqual([
      { rule, from: 'db/a.ts', to: 'fflate' },
      { rule, from: 'main/b.ts', to: 'fflate' },
    ]);
  });

  it('lets types refer to each other', () => {
    const root = house({
      'shared/a.ts': "import type { B } from './b.ts'; export type A = B | 1;",
      'shared/b.ts': "import type { A } from './a.ts'; export type B = A | 2;",
    });
    expect(breaches(root)).toEqual([]);
  });
});
