import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { openStore, type Store } from '#db/handle.ts';
import { migrations } from '#db/migrations/index.ts';
import { ensureProjection } from '#db/projection/rebuild.ts';
import { createStore } from '#db/store.ts';

/** A new encrypted store with every table, gone after the test. */
export function newStore(): Store {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'waarborg-store-'));
  const place = { file: path.join(folder, 'a.db'), key: randomBytes(32) };
  const created = createStore(place, migrations);
  if (!created.ok) throw new Error(created.error.code);
  const opened = openStore(place);
  if (!opened.ok) throw new Error(opened.error.code);
  opened.value.transaction(ensureProjection);
  onTestFinished(() => {
    opened.value.close();
    fs.rmSync(folder, { recursive: true, force: true });
  });
  return opened.value;
}
