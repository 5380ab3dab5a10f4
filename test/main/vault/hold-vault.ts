/** Run as a process of its own: opens the vault named on its input, writes a note, and holds on until killed. */
import { once } from 'node:events';
import { openVault } from '#main/vault/vault.ts';

const NOTES = [{ name: '0001-note', sql: 'CREATE TABLE note (text TEXT NOT NULL) STRICT;' }];
const [line] = await once(process.stdin, 'data');
const { dir, recoveryCode } = JSON.parse(String(line));
const opened = await openVault(dir, { kind: 'recovery', code: recoveryCode }, { migrations: NOTES });
if (!opened.ok) throw new Error(opened.error.code);
opened.value.db.transaction((db) => db.run('INSERT INTO note VALUES (?)', ['vlak voor het einde']));
process.stdout.write('open\n');
setInterval(() => {}, 1000);
