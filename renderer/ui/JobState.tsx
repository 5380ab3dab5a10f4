import { type ReactNode, useEffect, useState } from 'react';
import type { JobQuery } from '../api/index.ts';
import { JobProgress } from './JobProgress.tsx';
import { ErrorState } from './states.tsx';

/** Shows what a job gave, or how far it is with a way to stop it, or why it failed. */
export function JobState<T>(props: {
  readonly job: JobQuery<T>;
  readonly label: string;
  readonly children: (data: T) => ReactNode;
}) {
  const { query, progress, cancel } = props.job;
  if (query.data !== undefined) return props.children(query.data);
  if (query.error && !query.isFetching)
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  return <Running label={props.label} progress={progress} onCancel={cancel} />;
}

/** Silent for a moment: most are done before anybody has read what is going on. */
function Running(props: Parameters<typeof JobProgress>[0]) {
  const [said, setSaid] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSaid(true), 250);
    return () => clearTimeout(timer);
  }, []);
  return said && <JobProgress {...props} />;
}
