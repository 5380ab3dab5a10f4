import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { foldName } from '#shared/identity/fold.ts';
import { familyOfForm, withoutForm } from '#shared/identity/legal-forms.ts';
import { parseCsv } from '#shared/import/csv.ts';
import { sharedData } from '../../db/fixture.ts';

const FILE = sharedData('gleif/elf/datasets/_global/gleif/ref/elf-codes-1.4.1.csv');
const without = (name: string) => withoutForm(foldName(name).words);

describe('legal forms', () => {
  it('are taken off the end and, where they are written there, the front', () => {
    expect(without('Optiek Holding B.V.')).toEqual({
      words: ['optiek', 'holding'],
      family: 'private',
      form: 'bv',
    });
    expect(without('ПАО Заря')).toEqual({ words: ['zarya'], family: 'public', form: 'pao' });
    expect(without('Stichting Optiek')).toEqual({
      words: ['optiek'],
      family: 'foundation',
      form: 'stichting',
    });
    expect(without('Rhein Fonds GmbH & Co. KG').family).toBe('partnership');
  });

  it('are left where they are the name, or all of it', () => {
    expect(without('AB Optiek').words).toEqual(['ab', 'optiek']);
    expect(without('Compagnie Optiek').words).toEqual(['compagnie', 'optiek']);
    expect(without('B.V.').words).toEqual(['bv']);
  });

  it('are known in full with a slip, or cut off', () => {
    expect(without('ZARYA JOYNT STOCK COMPANY').family).toBe('public');
    expect(without('ZARYA JOINT STOCK COMPAN').words).toEqual(['zarya']);
  });
});

describe.skipIf(!fs.existsSync(FILE))('the Entity Legal Forms list of GLEIF', () => {
  it('has most of its short forms of nearby states in our table', () => {
    const table = parseCsv(fs.readFileSync(FILE, 'utf8'));
    if (!table.ok) throw new Error('the list cannot be read');
    const [head, ...rows] = table.value;
    const column = (name: string): number => head?.cells.findIndex((cell) => cell.startsWith(name)) ?? -1;
    const [country, short, status] = [
      column('Country Code'),
      column('Abbreviations Local'),
      column('ELF Status'),
    ];
    const known = new Map<string, boolean[]>();
    for (const { cells } of rows) {
      const state = cells[country] ?? '';
      if (
        cells[status] !== 'ACTV' ||
        !['NL', 'DE', 'LU', 'GB', 'FR', 'IT', 'ES', 'PL', 'SE', 'DK'].includes(state)
      )
        continue;
      for (const form of (cells[short] ?? '').split(';').filter((text) => text.trim() !== ''))
        known.set(state, [
          ...(known.get(state) ?? []),
          familyOfForm(foldName(form).words.join(' ')) !== undefined,
        ]);
    }
    const share = (all: boolean[]): number => all.filter(Boolean).length / all.length;
    console.log(
      [...known].map(([state, all]) => `${state} ${share(all).toFixed(2)} of ${all.length}`).join(', '),
    );
    expect(share(known.get('NL') ?? [])).toBeGreaterThan(0.7);
    expect(share(known.get('LU') ?? [])).toBeGreaterThan(0.6);
    expect(share([...known.values()].flat())).toBeGreaterThan(0.5);
  });
});
