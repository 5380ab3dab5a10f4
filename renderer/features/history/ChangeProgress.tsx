import type { CallOf, Job } from '../../api/index.ts';
import { useT } from '../../app/language.ts';
import { JobProgress } from '../../ui/index.ts';

type Writing = Pick<Job<CallOf<'job'>>, 'progress' | 'cancel'>;

/** How far the writing of a large change is, what it is at, and the way to stop it as long as there is one. */
export function ChangeProgress(props: {
  readonly label: string;
  readonly job: Writing;
  /** Where something else, such as the button of a dialog, stops it. */
  readonly stopsElsewhere?: boolean;
}) {
  const t = useT();
  const { progress, cancel } = props.job;
  const phase = progress?.phase;
  const label =
    phase === 'ending' ? t('history.ending') : phase === 'saving' ? t('common.saving') : props.label;
  const stops = phase !== 'saving' && !props.stopsElsewhere;
  return <JobProgress label={label} progress={progress} {...(stops ? { onCancel: cancel } : {})} />;
}
