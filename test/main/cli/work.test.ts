import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { EXIT_CODES } from '#main/cli/exit-codes.ts';
import {
  ANNA,
  BRAM,
  caseFolder,
  documentOf,
  newFolder,
  PACKAGE,
  personAt,
  ROOT,
  secretFile,
  WITH_MISTAKE,
  waarborg,
  written,
} from './helpers.ts';

// Every command unlocks with the real key derivation, and a machine may be busy.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

/** Runs a program on a terminal of its own; part of every Debian. */
const PTY = process.platform === 'linux' ? '/usr/bin/script' : '';
const folder = newFolder();
const anna = personAt(path.join(folder, 'Kluis van Anna'), ANNA);
const bram = personAt(path.join(folder, 'Kluis van Bram'), BRAM);
const at = (name: string): string => path.join(folder, name);
let logId: string;
let annaPrint: string;

const create = async (vault: string, name: string, department: string, secret: string) => {
  const line = ['vault', 'create', vault, '--name', name, '--department', department];
  return documentOf(await waarborg([...line, '--passphrase-file', secret, '--json']));
};

beforeAll(async () => {
  const made = await create(anna.vault, 'Anna de Vries', 'EZ', secretFile(folder, 'anna.txt', ANNA));
  annaPrint = made.fingerprint;
  await create(bram.vault, 'Bram Visser', 'DEF', secretFile(folder, 'bram.txt', BRAM));
  ({ case: logId } = await anna.json('import', caseFolder(folder, 'zaak'), '--new'));
});
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

describe('a vault', () => {
  it('is made with a recovery code and a fingerprint, for its owner alone', async () => {
    expect(annaPrint).toMatch(/^([0-9a-f]{4} ){7}[0-9a-f]{4}$/);
    expect(fs.statSync(anna.vault).mode & 0o077).toBe(0);
  });

  it('is not made over another one', async () => {
    const line = ['vault', 'create', anna.vault, '--name', 'A', '--department', 'EZ'];
    const ran = await waarborg([...line, '--passphrase-file', at('anna.txt'), '--json']);
    expect([ran.code, documentOf(ran).error.code]).toEqual([EXIT_CODES.vault, 'vaultExists']);
  });

  it('is not made with a weak passphrase', async () => {
    const line = ['vault', 'create', at('zwak'), '--name', 'A', '--department', 'EZ'];
    const ran = await waarborg([...line, '--passphrase-fd', '0', '--json'], { input: 'welkom01\n' });
    expect([ran.code, documentOf(ran).error.code]).toEqual([EXIT_CODES.refused, 'weakPassphrase']);
    expect(fs.existsSync(at('zwak'))).toBe(false);
  });

  it('stays shut for a wrong passphrase, with an exit code of its own', async () => {
    const ran = await personAt(anna.vault, BRAM).run('case', 'list');
    expect(ran.code).toBe(EXIT_CODES.credential);
    expect(ran.stderr).toContain('wachtwoordzin');
    expect(ran.stdout).toBe('');
  });

  it('is found damaged when a page of it was changed, and the page is named', async () => {
    const copy = at('kopie');
    fs.cpSync(anna.vault, copy, { recursive: true });
    const file = path.join(copy, 'vault.db');
    const bytes = fs.readFileSync(file);
    const place = bytes.length - 2000;
    bytes[place] = (bytes[place] ?? 0) ^ 1;
    fs.writeFileSync(file, bytes);
    const line = ['vault', 'check', copy, '--passphrase-fd', '0', '--json'];
    const ran = await waarborg(line, { input: ANNA });
    expect(ran.code).toBe(EXIT_CODES.finding);
    expect(documentOf(ran)).toMatchObject({ sound: false, badPages: [bytes.length / 4096] });
  });
});

describe('a folder of plain files', () => {
  it('becomes a case, whose list and page show it by id, by the beginning of it and by reference', async () => {
    const { cases } = await anna.json('case', 'list');
    expect(cases).toMatchObject([{ logId, reference: 'PROEF-1', marking: 'depV' }]);
    const shown = await anna.json('case', 'show', '--case', logId.slice(0, 8));
    expect(shown.counts).toMatchObject({ entities: 1, claims: 1, sources: 1, unsourced: 0 });
  });

  it('is only tried with --dry-run: new, changed and refused rows by file and line, and nothing is written', async () => {
    const before = await anna.json('log', 'verify', '--case', logId);
    const tried = caseFolder(folder, 'proef', {
      ...WITH_MISTAKE,
      'companies.csv':
        'key;name;form;country\nco-proef;Proefbedrijf N.V.;company;NL\nco-nieuw;Nieuw B.V.;company;NL\n',
    });
    const dry = await anna.json('import', tried, '--case', logId, '--dry-run');
    expect(dry).toMatchObject({
      dryRun: true,
      counts: { created: 1, changed: 1, unchanged: 4, refused: 1 },
      created: [{ place: 'companies.csv:3', type: 'company', label: 'Nieuw B.V.' }],
      changed: [{ place: 'companies.csv:2', type: 'company', label: 'Proefbedrijf N.V.' }],
      refused: [{ file: 'claims.csv', line: 3, code: 'identifierLength' }],
    });
    expect(await anna.json('log', 'verify', '--case', logId)).toEqual(before);
  });

  it('is refused whole when a row is wrong, and taken without that row when asked', async () => {
    const wrong = caseFolder(folder, 'fout', WITH_MISTAKE);
    const ran = await anna.run('import', wrong, '--new');
    expect(ran.code).toBe(EXIT_CODES.refused);
    expect(ran.stdout).toContain('claims.csv, regel 3');
    expect((await anna.json('case', 'list')).cases).toHaveLength(1);
    const taken = await anna.json('import', wrong, '--case', logId, '--skip-refused');
    expect(taken.counts).toMatchObject({ created: 0, changed: 0, unchanged: 5, refused: 1 });
  });
});

describe('an assessment', () => {
  it('gives the whole proof tree and the sentence in both languages', async () => {
    const document = await anna.json('assess', '--case', logId);
    const { assessment, sentence, law, ladder, case: about } = document;
    expect(law.cases.map(({ leaf }: { leaf: string }) => leaf)).toEqual(['SC-1', 'SC-2', 'SC-3', 'SC-4']);
    expect(ladder.rungs).toHaveLength(56);
    expect(ladder.suggests).toEqual({ law: 'undetermined', market: 'undetermined' });
    expect(about).toEqual({ logId, title: 'Proefbedrijf – deelneming', reference: 'PROEF-1' });
    expect(assessment.root).toMatchObject({ id: 'BEV', op: 'all', outcome: 'undetermined' });
    const conditions = assessment.root.children.find(({ id }: { id: string }) => id === 'CONDITIONS');
    expect(conditions.children).toMatchObject([
      { id: 'CON-1', outcome: 'met', leaf: { reason: 'judged', evidence: 1 } },
      { id: 'CON-2', outcome: 'undetermined', leaf: { reason: 'noVerdict' } },
    ]);
    expect(document.neutrality).toMatchObject({
      swaps: [],
      options: [],
      lightest: null,
      masked: { ratings: [], rows: [] },
    });
    expect(document.verdicts).toMatchObject([{ leaf: 'CON-1', evidence: [{ type: 'claim' }] }]);
    expect(sentence.nl).toMatch(/^Nog geen advies/);
    expect(sentence.en).toMatch(/^No advice yet/);
  });

  it('is a tree in words for a person; no advice yet is a good answer', async () => {
    const { code, stdout } = await anna.run('assess', '--case', 'PROEF-1');
    expect([code, stdout.split('\n')[0]]).toEqual([0, 'Proefbedrijf – deelneming (PROEF-1)']);
    expect(stdout).toMatch(/├─ ✓ CON-1 Voorwaarde 1.* Voldaan · 1 bewijsstuk/);
    expect(stdout).toContain('0 van 56 treden beoordeeld');
    expect(stdout).toMatch(/├─ \? CON-2 Voorwaarde 2.* Onbepaald · Nog geen oordeel/);
  });

  it('of a case that is not there is not found', async () => {
    const ran = await anna.run('assess', '--case', 'PROEF-2', '--json');
    expect([ran.code, documentOf(ran).error.code]).toEqual([EXIT_CODES.notFound, 'notFound']);
  });
});

describe('two vaults', () => {
  it('know the same after a bundle to a passphrase was verified, its sender compared, and merged', async () => {
    const secret = secretFile(folder, 'pakket.txt', PACKAGE);
    const bundle = at('zaak.age');
    const sent = await anna.json(
      'bundle',
      'export',
      '--case',
      logId,
      '--out',
      bundle,
      '--to-passphrase-file',
      secret,
    );
    expect(sent.bytes).toBe(fs.statSync(bundle).size);

    const open = [bundle, '--bundle-passphrase-file', secret];
    const shown = await bram.json('bundle', 'verify', ...open);
    expect(shown.bundle).toMatchObject({
      known: false,
      caseTitle: 'Proefbedrijf – deelneming',
      sender: { name: 'Anna de Vries', fingerprint: annaPrint, trusted: false },
      counts: { changes: 1, newChanges: 1, conflicts: 0 },
    });
    const untrusted = await bram.run('bundle', 'import', ...open);
    expect(untrusted.code).toBe(EXIT_CODES.refused);
    expect(untrusted.stderr).toContain(annaPrint);
    const other = await bram.run('bundle', 'import', ...open, '--trust-sender', annaPrint.replace(/^./, 'x'));
    expect(other.code).toBe(EXIT_CODES.refused);
    expect((await bram.json('case', 'list')).cases).toEqual([]);

    const merged = await bram.json('bundle', 'import', ...open, '--trust-sender', annaPrint);
    expect(merged).toMatchObject({ logId, newChanges: 1, conflicts: 0 });
    const { logs } = await anna.json('log', 'verify', '--case', logId);
    expect(logs).toMatchObject([{ logId, findings: [], stateDigest: merged.stateDigest }]);
  });

  it('exchange to a contact card without any passphrase', async () => {
    const card = at('bram.waarborg-card');
    const bundle = at('kaart.age');
    await bram.json('contact', 'card', '--out', card);
    const sent = await anna.json('bundle', 'export', '--case', logId, '--out', bundle, '--to', card);
    expect(sent.to).toMatchObject([{ name: 'Bram Visser', department: 'DEF', trusted: false }]);
    const shown = await bram.json('bundle', 'verify', bundle);
    expect(shown.bundle.counts).toMatchObject({ newChanges: 0 });
    const ran = await anna.run('bundle', 'verify', bundle, '--json');
    expect([ran.code, documentOf(ran).error.params.reason]).toEqual([EXIT_CODES.credential, 'noMatchingKey']);
  });

  it('refuse a bundle of which a byte was changed, and do not overwrite a file unasked', async () => {
    const bytes = fs.readFileSync(at('zaak.age'));
    const place = bytes.length - 40;
    bytes[place] = (bytes[place] ?? 0) ^ 1;
    fs.writeFileSync(at('anders.age'), bytes);
    const line = ['bundle', 'verify', at('anders.age'), '--bundle-passphrase-file', at('pakket.txt')];
    const ran = await bram.run(...line, '--json');
    expect([ran.code, documentOf(ran).error.code]).toEqual([EXIT_CODES.refused, 'bundleRefused']);
    const again = await waarborg([
      'bundle',
      'export',
      '--vault',
      anna.vault,
      '--case',
      'x',
      '--out',
      at('zaak.age'),
    ]);
    expect([again.code, again.stderr.includes('zaak.age')]).toEqual([EXIT_CODES.refused, true]);
  });
});

describe('a report', () => {
  it('is a PDF where the person said', async () => {
    const out = at('dossier.pdf');
    const made = await anna.json('report', '--case', logId, '--out', out, '--language', 'en');
    const bytes = fs.readFileSync(out);
    expect(made).toMatchObject({ out, language: 'en', bytes: bytes.length });
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
  });
});

describe('the log', () => {
  it('is sound, the vault’s own one included', async () => {
    const { code, stdout } = await anna.run('log', 'verify');
    expect([code, stdout.includes('de kluis zelf')]).toEqual([0, true]);
  });
});

/** Command lines and environments of a process and all that it started. */
function exposedBy(pid: number): string {
  try {
    const children = fs.readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
    const own =
      fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8') + fs.readFileSync(`/proc/${pid}/environ`, 'utf8');
    return (
      own +
      children
        .split(' ')
        .filter(Boolean)
        .map((child) => exposedBy(Number(child)))
        .join('')
    );
  } catch {
    return '';
  }
}

describe('a passphrase', () => {
  it.skipIf(process.platform !== 'linux')(
    'is in no command line and no environment while it is used',
    async () => {
      let seen = '';
      let watch: NodeJS.Timeout | undefined;
      const ran = await waarborg(['case', 'list', '--vault', anna.vault, '--passphrase-fd', '0'], {
        input: ANNA,
        started: (pid) => {
          watch = setInterval(() => {
            seen += exposedBy(pid);
          }, 20);
        },
      });
      clearInterval(watch);
      expect(ran.code).toBe(0);
      expect(seen).toMatch(/main\/cli(\.js|\/waarborg\.ts)/);
      expect(seen).not.toContain('lantaarn');
    },
  );

  it.skipIf(!fs.existsSync(PTY))('is asked on a terminal without being shown', async () => {
    const program = [
      process.execPath,
      path.join(ROOT, 'scripts/waarborg.mjs'),
      'case',
      'list',
      '--vault',
      anna.vault,
    ];
    const line = program.map((word) => `'${word}'`).join(' ');
    const child = spawn(PTY, ['-qec', line, '/dev/null'], { stdio: 'pipe' });
    let shown = '';
    child.stdout.on('data', (bytes) => {
      if (!shown.includes('kluis: ') && String(bytes).includes('kluis: ')) child.stdin.write(`${ANNA}\r`);
      shown += bytes;
    });
    const code = await new Promise((resolve) => child.on('close', resolve));
    written.push(shown);
    expect([code, shown.includes('PROEF-1')]).toEqual([0, true]);
  });

  it('was never written by any command', () => {
    expect(written.length).toBeGreaterThan(20);
    for (const text of written)
      for (const secret of [ANNA, BRAM, PACKAGE]) expect(text).not.toContain(secret);
  });
});
