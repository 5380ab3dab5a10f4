import { Button, Checkbox, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { INSTRUMENT_GROUPS } from '#shared/instruments/catalogue.ts';
import { useT } from '../../app/language.ts';
import { Panel } from '../../ui/index.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import { isInstrument, type RungRow, rungOf, useLadder } from './LadderContext.ts';
import { RungDrawer } from './RungDrawer.tsx';
import { RungTable } from './RungTable.tsx';

const GROUPS = [...INSTRUMENT_GROUPS, 'measures'] as const;
type RungGroup = (typeof GROUPS)[number];

const groupOf = ({ id }: RungRow): RungGroup => {
  const rung = rungOf(id);
  return isInstrument(rung) ? rung.group : 'measures';
};

/** Every rung by group; several can be judged alike, because one reason often holds for a whole group. */
export function LadderPanel() {
  const t = useT();
  const { ladder } = useLadder();
  const { readOnly } = useCase();
  const [onlyOpen, setOnlyOpen] = useState(false);
  const [onlyApplying, setOnlyApplying] = useState(false);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [judging, setJudging] = useState<readonly RungRow[] | null>(null);
  const shown = ladder.rungs.filter(
    ({ gap, applies }) => (!onlyOpen || gap !== undefined) && (!onlyApplying || applies !== 'notMet'),
  );
  const choose = (ids: readonly string[], on: boolean) =>
    setChosen((before) => {
      const after = new Set(before);
      for (const id of ids) on ? after.add(id) : after.delete(id);
      return after;
    });
  const selected = ladder.rungs.filter(({ id }) => chosen.has(id));
  return (
    <Panel
      title={t('instruments.ladder.title')}
      actions={
        !readOnly &&
        selected.length > 0 && (
          <Button size="xs" onClick={() => setJudging(selected)}>
            {t('instruments.ladder.judgeSelected', { count: selected.length })}
          </Button>
        )
      }
    >
      <Text size="sm" c="dimmed" maw="76ch">
        {t('instruments.ladder.lead')}
      </Text>
      <Group gap="lg">
        <Checkbox
          label={t('instruments.ladder.onlyOpen')}
          checked={onlyOpen}
          onChange={(event) => setOnlyOpen(event.currentTarget.checked)}
        />
        <Checkbox
          label={t('instruments.ladder.onlyApplying')}
          checked={onlyApplying}
          onChange={(event) => setOnlyApplying(event.currentTarget.checked)}
        />
      </Group>
      {shown.length === 0 && <Text c="dimmed">{t('instruments.ladder.nothing')}</Text>}
      {GROUPS.map((group) => {
        const rungs = shown.filter((rung) => groupOf(rung) === group);
        const name =
          group === 'measures' ? t('instruments.ladder.measures') : t(`instruments.group.${group}`);
        return rungs.length === 0 ? null : (
          <RungTable
            key={group}
            name={name}
            rungs={rungs}
            chosen={chosen}
            onChoose={choose}
            onJudge={(rung) => setJudging([rung])}
          />
        );
      })}
      {judging !== null && (
        <RungDrawer
          key={judging.map(({ id }) => id).join(' ')}
          rungs={judging}
          onClose={(saved) => {
            setJudging(null);
            if (saved) setChosen(new Set());
          }}
        />
      )}
    </Panel>
  );
}
