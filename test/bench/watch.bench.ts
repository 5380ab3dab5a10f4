/**
 * Watch list bench: `npm run bench -- watch [cases ...]`, by default 50 and 200 cases of 60 parties, in a real encrypted
 * vault. Seconds of processor time for: where else one party appears, all parties of the vault compared (both handlers
 * as the window calls them), and the comparison alone with blocking against every pair (the rival; small vaults only).
 */
import os from 'node:os';
import path from 'node:path';
import { knownParties } from '#main/identity-parties.ts';
import { seeded } from '#shared/graph/random.ts';
import { pairsToCompare } from '#shared/identity/blocking.ts';
import { duplicateCandidates } from '#shared/identity/candidates.ts';
import { compareParties } from '#shared/identity/compare-parties.ts';
import { prepareParty } from '#shared/identity/party.ts';
import type { LogId, RecordId } from '#shared/model/ids.ts';
import { startDesk } from '../support/session.ts';

const PARTIES = 60;
const ALL_PAIRS_LIMIT = 4_000;
const SYLLABLES =
  'ba de fo gi ku la me ni po ra se ti vo wa zu bri cla dro gra pla van lin kem hol dor mar'.split(' ');
const FORMS = ['B.V.', 'N.V.', 'GmbH', 'Ltd', 'S.A.'];

const cpu = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};
async function timed<T>(work: () => Promise<T> | T): Promise<{ seconds: number; value: T }> {
  const begin = cpu();
  const value = await work();
  return { seconds: cpu() - begin, value };
}

async function bench(count: number): Promise<void> {
  const random = seeded(count);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const word = (): string => {
    const text = Array.from({ length: 3 }, () => pick(SYLLABLES)).join('');
    return text.charAt(0).toUpperCase() + text.slice(1);
  };
  const vocabulary = Array.from({ length: 6_000 }, word);
  const desk = await startDesk();
  try {
    let asked: { logId: LogId; record: RecordId } | undefined;
    for (let i = 0; i < count; i++) {
      const { logId } = await desk.done('cases.create', {
        title: `Zaak ${i}`,
        leadDepartment: 'EZ',
        trigger: 'signal',
        marking: 'open',
      });
      const names = Array.from(
        { length: PARTIES },
        () => `${pick(vocabulary)} ${pick(vocabulary)} ${pick(FORMS)}`,
      );
      names[0] = 'Zandvoort Optiek B.V.';
      const { records } = await desk.done('records.put', {
        logId,
        action: 'create',
        puts: names.map((name) => ({
          record: null,
          type: 'company',
          base: [],
          body: { name, form: 'company' },
          marking: 'open',
        })),
      });
      asked ??= { logId, record: records[0] as RecordId };
    }
    if (!asked) return;
    const question = asked;
    const one = await timed(() => desk.done('watch.elsewhere', question));
    const all = await timed(() => desk.done('watch.map', {}));
    const db = (desk.sessions.current() as { store: { read: Parameters<typeof knownParties>[0] } }).store
      .read;
    const gather = await timed(() => knownParties(db, {}, 'depV').parties.map(({ party }) => party));
    const parties = gather.value;
    const blocked = await timed(() => duplicateCandidates(parties, { least: 0.9 }));
    const prepared = parties.map(prepareParty);
    const pairs = [...pairsToCompare(prepared)].length;
    const possible = (parties.length * (parties.length - 1)) / 2;
    const line = (name: string, text: string): void => console.log(`${name.padEnd(34)} ${text}`);
    line(`${count} cases, parties`, `${parties.length}`);
    line('where else one party appears', `${one.seconds.toFixed(3)} s, ${one.value.length} found`);
    line('watch list as a whole', `${all.seconds.toFixed(2)} s, ${all.value.rows.length} rows`);
    line('reading all parties', `${gather.seconds.toFixed(3)} s`);
    line('pairs compared', `${pairs} of ${possible} (1 in ${Math.round(possible / Math.max(1, pairs))})`);
    if (parties.length <= ALL_PAIRS_LIMIT) {
      const every = await timed(() => {
        let found = 0;
        prepared.forEach((a, i) => {
          for (const b of prepared.slice(i + 1))
            if (compareParties(a, b, { least: 0.9 }).score >= 0.9) found++;
        });
        return found;
      });
      line('blocking against every pair', `${(every.seconds / blocked.seconds).toFixed(1)} times faster`);
      line('found by blocking, by every pair', `${blocked.value.length}, ${every.value}`);
    } else line('blocking', `${blocked.seconds.toFixed(2)} s`);
  } finally {
    desk.close();
  }
}

const asked = process.argv.slice(2).map(Number);
console.log(`processors ${os.cpus().length}, ${path.basename(process.execPath)} ${process.version}`);
for (const count of asked.length > 0 ? asked : [50, 200]) await bench(count);
