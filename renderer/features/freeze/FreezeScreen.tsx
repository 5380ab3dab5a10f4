import { Anchor, Button, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconLock, IconSnowflake } from '@tabler/icons-react';
import { useState } from 'react';
import { type Given, useQueryCall } from '../../api/index.ts';
import { useT } from '../../app/language.ts';
import { type CaseTab, hrefOf } from '../../app/router.ts';
import { Chip, EmptyState, PageHeader, Panel, QueryState } from '../../ui/index.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import { useItemText } from '../challenge/useItemText.ts';
import { FreezeDrawer } from './FreezeDrawer.tsx';
import { FrozenCard } from './FrozenCard.tsx';
import style from './freeze.module.css';

type Blocker = Given<'freeze.list'>['blockers'][number];

/** Where each point is mended. */
const PLACE: Readonly<Record<Blocker['code'], CaseTab>> = {
  emptyRungs: 'instruments',
  conflicts: 'exchange',
  unsourcedVerdicts: 'overview',
  danglingEvidence: 'overview',
  oneOrigin: 'evidence',
  circularEvidence: 'evidence',
  contradictedEvidence: 'evidence',
  unexplainedDifferences: 'challenge',
  noWeighing: 'weighing',
  noProportionality: 'overview',
  noChallenge: 'challenge',
  noSelfCheck: 'challenge',
};

/** The part of that place, where it has parts of its own. */
const VIEW: Readonly<Partial<Record<Blocker['code'], string>>> = { unexplainedDifferences: 'neutrality' };

/** What stands in the way of a final assessment, and those that were frozen, made again and compared. */
export function FreezeScreen() {
  const t = useT();
  const { logId, readOnly } = useCase();
  const [making, setMaking] = useState(false);
  const query = useQueryCall('freeze.list', { logId });
  return (
    <>
      <PageHeader title={t('freeze.title')} lead={t('freeze.lead')} />
      <QueryState query={query}>
        {({ blockers, frozen }) => (
          <Stack gap="lg">
            <Panel title={t('freeze.ready.title')}>
              <Text fw={600} className={style.stand}>
                {blockers.length === 0 ? (
                  <IconCircleCheck size={20} aria-hidden />
                ) : (
                  <IconAlertTriangle size={20} aria-hidden />
                )}
                {blockers.length === 0
                  ? t('freeze.ready.yes')
                  : t('freeze.ready.blocked', { count: blockers.length })}
              </Text>
              <ul className={style.blockers}>
                {blockers.map((blocker) => (
                  <BlockerRow key={blocker.code} blocker={blocker} />
                ))}
              </ul>
              {!readOnly && (
                <div>
                  <Button
                    leftSection={<IconSnowflake size={16} aria-hidden />}
                    disabled={blockers.some(({ hard }) => hard)}
                    onClick={() => setMaking(true)}
                  >
                    {t('freeze.ready.make')}
                  </Button>
                </div>
              )}
            </Panel>
            <Panel title={t('freeze.list.title')}>
              {frozen.length === 0 ? (
                <EmptyState
                  title={t('freeze.list.none')}
                  text={t('freeze.list.noneText')}
                  icon={<IconSnowflake size={28} stroke={1.5} />}
                />
              ) : (
                <ul className={style.frozen}>
                  {frozen.map((one) => (
                    <FrozenCard key={one.record} frozen={one} />
                  ))}
                </ul>
              )}
            </Panel>
            {making && <FreezeDrawer blocked={blockers.length > 0} onClose={() => setMaking(false)} />}
          </Stack>
        )}
      </QueryState>
    </>
  );
}

function BlockerRow({ blocker }: { readonly blocker: Blocker }) {
  const t = useT();
  const { logId } = useCase();
  const itemText = useItemText();
  const { code, items, hard } = blocker;
  const [first] = items;
  const tab = PLACE[code];
  const inside = tab === 'overview' ? first : VIEW[code];
  const record = inside === undefined ? {} : { record: inside };
  return (
    <li data-blocker={code}>
      <span>
        {t(`freeze.blocker.${code}`, { count: items.length, list: items.map(itemText).join(', ') })}
      </span>
      <Chip tone={hard ? 'warn' : 'neutral'} icon={hard ? <IconLock size={13} aria-hidden /> : undefined}>
        {t(hard ? 'freeze.ready.hard' : 'freeze.ready.soft')}
      </Chip>
      <Anchor fz="sm" href={hrefOf({ screen: 'case', logId, tab, ...record })}>
        {t('freeze.ready.go')}
      </Anchor>
    </li>
  );
}
