import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import {
  IconArchive,
  IconArrowBackUp,
  IconArrowForwardUp,
  IconArrowsJoin2,
  IconClockHour4,
  IconEqualNot,
  IconFileImport,
  IconFolderPlus,
  IconLayoutBoard,
  IconPaperclip,
  IconPencil,
  IconPlus,
  IconRestore,
  IconScale,
  IconSnowflake,
  IconTrash,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useJob } from '../../api/index.ts';
import { useT } from '../../app/language.ts';
import { go } from '../../app/router.ts';
import { AuthorText, Chip, ConfirmDialog, DateText } from '../../ui/index.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import { ChangeProgress } from './ChangeProgress.tsx';
import { HistoryItems } from './HistoryItems.tsx';
import style from './history.module.css';
import type { Action, Entry } from './useHistory.ts';
import { useChangeWords } from './words.ts';

const ICON: Readonly<Record<Action, typeof IconPlus>> = {
  createCase: IconFolderPlus,
  create: IconPlus,
  edit: IconPencil,
  withdraw: IconTrash,
  restore: IconRestore,
  judge: IconScale,
  rate: IconScale,
  attach: IconPaperclip,
  import: IconFileImport,
  merge: IconArrowsJoin2,
  resolve: IconArrowsJoin2,
  undo: IconArrowBackUp,
  redo: IconArrowForwardUp,
  revert: IconArrowBackUp,
  arrange: IconLayoutBoard,
  identify: IconEqualNot,
  archive: IconArchive,
  freeze: IconSnowflake,
};

/** One step: who did what and when; what it touched on demand; and the two things one can do with it. */
export function HistoryEntryCard({ entry }: { readonly entry: Entry }) {
  const t = useT();
  const say = useChangeWords();
  const { logId, readOnly, setAt } = useCase();
  const [asking, setAsking] = useState(false);
  const revert = useJob('history.revert');
  const Icon = ICON[entry.intent.action];
  const did = say(entry);
  const count = entry.items.length + entry.moreItems;

  const takeBack = async () => {
    const done = await revert.run({ logId, change: entry.id });
    setAsking(false);
    if (done === undefined) return;
    notifications.show({
      message: t('history.reverted', { what: did }),
      closeButtonProps: { 'aria-label': t('common.close') },
    });
  };
  const lookThen = () => {
    setAt({ knownAt: entry.receivedAt });
    go({ screen: 'case', logId, tab: 'overview' });
  };

  return (
    <li className={style.entry}>
      <span className={style.icon} aria-hidden>
        <Icon size={18} stroke={1.7} />
      </span>
      <article className={style.words}>
        <div className={style.top}>
          <div className={style.topWords}>
            <Text>
              <strong>
                <AuthorText author={entry.author} />
              </strong>{' '}
              {t('history.sentence', { did })}
            </Text>
            <div className={style.meta}>
              <DateText instant={entry.time} />
              {entry.own && <Chip>{t('history.ownBadge')}</Chip>}
              {entry.revertedBy !== undefined && <Chip tone="warn">{t('history.revertedBadge')}</Chip>}
              {entry.withheld > 0 && <span>{t('history.withheld', { count: entry.withheld })}</span>}
            </div>
          </div>
          <Group gap={6} className="wb-no-print">
            <Button
              size="compact-sm"
              variant="subtle"
              leftSection={<IconClockHour4 size={15} aria-hidden />}
              onClick={lookThen}
            >
              {t('history.knownThen')}
            </Button>
            {!readOnly && entry.revertedBy === undefined && entry.intent.action !== 'createCase' && (
              <Button size="compact-sm" variant="default" onClick={() => setAsking(true)}>
                {t('history.revert')}
              </Button>
            )}
          </Group>
        </div>
        {count > 0 && <HistoryItems items={entry.items} more={entry.moreItems} />}
      </article>
      <ConfirmDialog
        opened={asking}
        title={t('history.revertTitle')}
        confirm={t('history.revert')}
        running={revert.running}
        onConfirm={() => void takeBack()}
        onClose={() => (revert.running ? revert.cancel() : setAsking(false))}
      >
        {t('history.revertText', { what: did })}
        {revert.progress !== null && (
          <ChangeProgress label={t('history.reverting')} job={revert} stopsElsewhere />
        )}
      </ConfirmDialog>
    </li>
  );
}
