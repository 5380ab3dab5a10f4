import { Anchor, Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useJob } from '../../api/index.ts';
import { useLocale, useT } from '../../app/language.ts';
import { hrefOf } from '../../app/router.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import { Notice } from '../dossier/Notice.tsx';
import { ChangeProgress } from '../history/ChangeProgress.tsx';
import type { Taken } from './ImportScreen.tsx';

/** What was taken, where to see it, and the way back. */
export function DoneNotice({ taken }: { readonly taken: Taken }) {
  const t = useT();
  const locale = useLocale();
  const { logId } = useCase();
  const [undone, setUndone] = useState(false);
  const revert = useJob('history.revert');
  const { change, counts, file } = taken;
  const number = (count: number): string => new Intl.NumberFormat(locale).format(count);
  const takeBack = async () => {
    if (change !== null && (await revert.run({ logId, change })) !== undefined) setUndone(true);
  };
  if (undone) return <Notice tone="info">{t('imports.done.undone')}</Notice>;
  return (
    <Notice tone="good" title={t('imports.done.title')}>
      <Text size="sm">
        {t('imports.done.text', { file, created: number(counts.created), changed: number(counts.changed) })}
      </Text>
      {revert.running ? (
        <ChangeProgress label={t('imports.done.undoing')} job={revert} />
      ) : (
        <Group gap="md" mt={6}>
          <Anchor fz="sm" href={hrefOf({ screen: 'case', logId, tab: 'dossier' })}>
            {t('imports.done.dossier')}
          </Anchor>
          <Anchor fz="sm" href={hrefOf({ screen: 'case', logId, tab: 'history' })}>
            {t('imports.done.history')}
          </Anchor>
          {change !== null && (
            <Button size="compact-sm" variant="default" onClick={() => void takeBack()}>
              {t('imports.done.undo')}
            </Button>
          )}
        </Group>
      )}
    </Notice>
  );
}
