/**
 * Lets a Node that cannot strip types (the desktop shell's) run our worker threads and helper processes from their
 * sources, in tests: `NODE_OPTIONS="--import <folder>/test/strip-types.mjs"`.
 */
import { register } from 'node:module';

if (!process.features.typescript) register('./strip-types-hooks.mjs', import.meta.url);
