import fs from 'node:fs';
import path from 'node:path';
import { Settings } from '#shared/ipc/vault.ts';

const DEFAULTS: Settings = { language: 'nl', theme: 'auto', lockAfterMinutes: 15, ceiling: 'depV' };

/** Language, theme and lock time: needed before a vault is open, so a plain file. Nothing of a case is in it. */
export class SettingsFile {
  readonly #file: string;
  #settings: Settings;

  constructor(userData: string) {
    this.#file = path.join(userData, 'settings.json');
    this.#settings = read(this.#file);
  }

  get(): Settings {
    return this.#settings;
  }

  save(settings: Settings): Settings {
    this.#settings = settings;
    fs.mkdirSync(path.dirname(this.#file), { recursive: true });
    fs.writeFileSync(`${this.#file}.new`, `${JSON.stringify(settings, null, 2)}\n`);
    fs.renameSync(`${this.#file}.new`, this.#file);
    return settings;
  }
}

/** Unreadable settings are no reason not to start: the defaults hold. */
function read(file: string): Settings {
  try {
    return Settings.parse(JSON.parse(fs.readFileSync(file, 'utf8')));
  } catch {
    return DEFAULTS;
  }
}
