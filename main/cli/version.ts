import fs from 'node:fs';
import { z } from 'zod';

const manifest = fs.readFileSync(new URL('../../package.json', import.meta.url), 'utf8');

/** The version of this source tree: the command line runs from source. */
export const VERSION = z.object({ version: z.string() }).parse(JSON.parse(manifest)).version;
