import { List, SegmentedControl, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useLocale, useT } from '../../../app/language.ts';
import { Chip, Panel } from '../../../ui/index.ts';
import type { Robust, Settings } from './RobustnessSection.tsx';
import { SharesChart, TornadoChart } from './StudyCharts.tsx';
import { StudySettings } from './StudySettings.tsx';
import { ShareTable, TornadoTable } from './StudyTables.tsx';
import { useIndicatorName } from './useIndicatorName.ts';

/** What an aggregation would say, first in words, then as charts with a table twin. */
export function StudyPanel(props: {
  readonly robust: Robust;
  readonly settings: Settings;
  readonly onSettings: (settings: Settings) => void;
}) {
  const { robust, settings } = props;
  const t = useT();
  const locale = useLocale();
  const nameOf = useIndicatorName();
  const [view, setView] = useState('chart');
  const { study } = robust;
  const percent = (share: number) =>
    share.toLocaleString(locale, { style: 'percent', maximumFractionDigits: 0 });
  const number = (value: number) => value.toLocaleString(locale, { maximumFractionDigits: 2 });
  if (study === null)
    return (
      <Panel title={t('robustness.study.title')}>
        <Text>{t(robust.tooTight ? 'robustness.study.tooTight' : 'robustness.study.none')}</Text>
        {robust.tooTight && <StudySettings {...props} indicators={Object.keys(settings.weights ?? {})} />}
      </Panel>
    );
  const top = study.classes.reduce((best, one) => (one.share > best.share ? one : best));
  return (
    <Panel
      title={t('robustness.study.title')}
      actions={
        <SegmentedControl
          size="xs"
          aria-label={t('robustness.study.view')}
          value={view}
          onChange={setView}
          data={[
            { value: 'chart', label: t('robustness.study.asChart') },
            { value: 'table', label: t('robustness.study.asTable') },
          ]}
        />
      }
    >
      <div>
        <Chip tone="warn">{t('robustness.study.construct')}</Chip>
      </div>
      <Text fz="lg" fw={600} data-testid="robust-head">
        {t('robustness.study.head', {
          share: percent(top.share),
          concern: t(`robustness.study.concern.${top.concern}`),
        })}
      </Text>
      <Text size="sm" c="dimmed">
        {t('robustness.study.lead')}
      </Text>
      {study.unknown.length > 0 && (
        <Text size="sm">
          {t('robustness.study.headUnknown', { list: study.unknown.map(nameOf).join(', ') })}
        </Text>
      )}
      <Title order={3} size="h4">
        {t('robustness.study.classes')}
      </Title>
      <Text size="sm" c="dimmed">
        {t('robustness.study.classesLead', {
          draws: (10_000).toLocaleString(locale),
          seed: settings.seed ?? 1,
          error: number(study.error),
        })}
      </Text>
      {view === 'chart' ? (
        <SharesChart classes={study.classes} />
      ) : (
        <ShareTable classes={study.classes} percent={percent} />
      )}
      <Title order={3} size="h4">
        {t('robustness.study.tornado')}
      </Title>
      <Text size="sm" c="dimmed">
        {t('robustness.study.tornadoLead')}
      </Text>
      {view === 'chart' ? (
        <TornadoChart study={study} nameOf={nameOf} />
      ) : (
        <TornadoTable study={study} nameOf={nameOf} number={number} />
      )}
      <Text size="sm">
        {t('robustness.study.sum', { min: number(study.sum.min), max: number(study.sum.max) })}
      </Text>
      <Text size="sm">
        {t('robustness.study.national', { min: study.national.min, max: study.national.max })}
      </Text>
      <Title order={3} size="h4">
        {t('robustness.study.flips')}
      </Title>
      {study.flips.length === 0 ? (
        <Text size="sm">{t('robustness.study.flipsNone')}</Text>
      ) : (
        <List size="sm">
          {study.flips.map(({ indicator, value, from, to }) => (
            <List.Item key={`${indicator} ${value}`}>
              {t('robustness.study.flip', {
                indicator: nameOf(indicator),
                value,
                from: t(`robustness.study.concern.${from}`),
                to: t(`robustness.study.concern.${to}`),
              })}
            </List.Item>
          ))}
        </List>
      )}
      <StudySettings {...props} indicators={study.indicators} />
    </Panel>
  );
}
