import { parentPort, workerData } from 'node:worker_threads';
import { strToU8, zipSync } from 'fflate';
import { type OpenFile, openFile } from '#shared/export/open-file.ts';
import type { OpenFormat } from '#shared/export/open-formats.ts';
import type { View } from '#shared/export/told.ts';

export type OpenFormatTask = {
  readonly views: readonly View[];
  readonly format: OpenFormat;
  readonly about: Parameters<typeof openFile>[2];
};
export type OpenFormatMade = Omit<OpenFile, 'files'> & { readonly bytes: Uint8Array };

/** A day that every archive can carry, so that the same case gives the same bytes. */
const NO_TIME = new Date(1980, 0, 1);

function bytesOf(files: OpenFile['files']): Uint8Array {
  const [first, ...more] = files;
  if (first !== undefined && more.length === 0) return strToU8(first.text);
  return zipSync(Object.fromEntries(files.map(({ name, text }) => [name, strToU8(text)])), {
    mtime: NO_TIME,
  });
}

const { views, format, about } = workerData as OpenFormatTask;
const { files, ...rest } = openFile(views, format, about);
const made: OpenFormatMade = { ...rest, bytes: bytesOf(files) };
parentPort?.postMessage({ done: made });
