import { Dialog } from '@mantine/core';
import type { Job } from '../../api/index.ts';
import { ChangeProgress } from '../history/ChangeProgress.tsx';

/** A small step is taken back at once and tells nothing; a large one stays in the corner of every screen until it ends. */
export function StepProgress(props: {
  readonly label: string;
  readonly job: Pick<Job<'history.undo' | 'history.redo'>, 'progress' | 'cancel'>;
}) {
  return (
    <Dialog opened={props.job.progress !== null} size="md" withBorder shadow="md">
      <ChangeProgress label={props.label} job={props.job} />
    </Dialog>
  );
}
