import { useMemo } from 'react';
import type { Progress } from '../../api/index.ts';

const MEGABYTE = 1_000_000;

/** Bytes are told in megabytes; records as they are. */
export const useMegabytes = (progress: Progress | null): Progress | null =>
  useMemo(() => {
    if (progress === null || progress.phase === 'writing' || progress.total === null) return progress;
    // A small file is no zero of zero.
    const scaled = (bytes: number): number => Math.max(1, Math.round(bytes / MEGABYTE));
    return { ...progress, done: scaled(progress.done), total: scaled(progress.total) };
  }, [progress]);
