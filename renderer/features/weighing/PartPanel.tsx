import { Alert, Button, Text } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { WeighingPart } from '#shared/model/records/weighing.ts';
import { judgedSince } from '#shared/weighing/grounds.ts';
import { useT } from '../../app/language.ts';
import { Chip, Panel } from '../../ui/index.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import { Grounds } from './Grounds.tsx';
import { PartText } from './PartText.tsx';
import { useWeighing } from './WeighingContext.ts';
import { WeighingDrawer } from './WeighingDrawer.tsx';
import style from './weighing.module.css';

/** One part of the weighing: its text as written, and beside it what was judged elsewhere. */
export function PartPanel({ part, shown }: { readonly part: WeighingPart; readonly shown: boolean }) {
  const t = useT();
  const { readOnly } = useCase();
  const { weighed, assessed } = useWeighing();
  const [writing, setWriting] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (shown) place.current?.scrollIntoView({ block: 'start' });
  }, [shown]);
  const versions = weighed.parts.find((one) => one.part === part)?.versions ?? [];
  const verdicts = assessed.judged.verdicts.flatMap(({ leaf, versions: all }) =>
    all.map(({ time }) => ({ leaf, time })),
  );
  const since = judgedSince(part, versions, verdicts, assessed.assessment.root);
  const title = t(`weighing.part.${part}`);
  const word = t(versions.length === 0 ? 'weighing.write' : 'weighing.change');
  return (
    <div ref={place} data-part={part}>
      <Panel
        title={title}
        actions={
          !readOnly && (
            <Button
              size="xs"
              variant={versions.length === 0 ? 'filled' : 'default'}
              leftSection={<IconPencil size={15} aria-hidden />}
              aria-label={`${word}: ${title}`}
              onClick={() => setWriting(true)}
            >
              {word}
            </Button>
          )
        }
      >
        <Text size="sm" c="dimmed" maw="80ch">
          {t(`weighing.ask.${part}`)}
        </Text>
        <div className={style.body}>
          <div className={style.text}>
            {versions.length > 1 && (
              <Alert color="yellow" variant="outline">
                {t('weighing.conflict')}
              </Alert>
            )}
            {versions.length === 0 ? (
              <Text c="dimmed">{t('weighing.none')}</Text>
            ) : (
              versions.map((version) => <PartText key={version.digest} version={version} />)
            )}
            {since.length > 0 && (
              <div>
                <Chip tone="warn">{t('weighing.since', { list: since.join(', ') })}</Chip>
              </div>
            )}
          </div>
          <Grounds part={part} />
        </div>
      </Panel>
      {writing && <WeighingDrawer part={part} versions={versions} onClose={() => setWriting(false)} />}
    </div>
  );
}
