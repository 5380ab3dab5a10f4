import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { assetPath, PACKAGE_ASSETS } from '#main/assets.ts';
import { workerUrl } from '#main/workers.ts';

describe('where things lie when the app runs from source', () => {
  it('every asset of a package is there', () => {
    const names = Object.keys(PACKAGE_ASSETS) as (keyof typeof PACKAGE_ASSETS)[];
    expect(names.filter((name) => !fs.existsSync(assetPath(name)))).toEqual([]);
    expect(fs.readFileSync(assetPath('typst.wasm')).subarray(0, 4).toString('latin1')).toBe('\0asm');
  });

  it('a worker is a file in main/workers', () => {
    expect(fs.existsSync(fileURLToPath(workerUrl('argon2')))).toBe(true);
  });
});
