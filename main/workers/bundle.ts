import { parentPort, workerData } from 'node:worker_threads';
import type { OpenWith } from '../bundle/decrypt.ts';
import { type BundleFile, type OpenOptions, openBundle } from '../bundle/open.ts';
import { type SealInput, sealBundle } from '../bundle/seal.ts';

/** What the thread is asked: make a bundle, or open one and hand its checked content over. */
export type BundleTask =
  | { readonly kind: 'seal'; readonly input: Omit<SealInput, 'signal' | 'onProgress'> }
  | {
      readonly kind: 'open';
      readonly path: string;
      readonly open: OpenWith;
      readonly trusted: OpenOptions['trusted'];
      readonly allowUnknownSender: boolean;
      readonly seen: ReadonlySet<string>;
    };

const report = (message: unknown): void => parentPort?.postMessage(message);
const onProgress = (progress: number): void => report({ progress });

async function work(task: BundleTask): Promise<unknown> {
  if (task.kind === 'seal') return sealBundle({ ...task.input, onProgress });
  const { path, open, trusted, allowUnknownSender, seen } = task;
  const opened = await openBundle(path, open, {
    trusted,
    allowUnknownSender,
    isSeen: (id) => seen.has(id),
    onProgress,
  });
  if (!opened.ok) return opened;
  const files: BundleFile[] = [];
  for await (const file of opened.value.files()) files.push(file);
  return { ok: true, value: { envelope: opened.value.envelope, trusted: opened.value.trusted, files } };
}

report({ done: await work(workerData as BundleTask) });
