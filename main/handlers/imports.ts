import type { importsContract } from '#shared/ipc/imports.ts';
import { ok } from '#shared/result.ts';
import type { HandlersOf } from '../context.ts';
import { pickFiles, pickFolder } from '../dialogs-ask.ts';
import { importMappings } from './import-mappings.ts';
import { importPlanning } from './import-planning.ts';
import { importWaiting } from './import-waiting.ts';

export const imports: HandlersOf<typeof importsContract> = {
  'imports.pick': (context, { folder }) => (folder ? pickFolder(context) : pickFiles(context, 'import')),

  'imports.drop': ({ files }, { name, bytes }) => ok({ ...files.addBytes(name, bytes), folder: false }),

  ...importPlanning,
  ...importWaiting,
  ...importMappings,
};
