/**
 * One part of the import bench in a process of its own, so that its memory is its own:
 * `node part.ts <read|desk|preview> <csv|bods> <file>`; figures as JSON on the last line.
 */
import { throughTheDesk } from './desk.ts';
import { readAlone } from './read.ts';

const [part = '', format, file = ''] = process.argv.slice(2);
if (format !== 'csv' && format !== 'bods') throw new Error('csv or bods');
const figures =
  part === 'read' ? await readAlone(file, format) : await throughTheDesk(file, format, part === 'desk');
console.log(JSON.stringify(figures));
