import { Button, Group, Select, Text } from '@mantine/core';
import { useState } from 'react';
import { BEV_2023 } from '#shared/framework/bev2023.ts';
import { leafById } from '#shared/framework/wording.ts';
import type { BodyOf } from '#shared/model/records.ts';
import { useLang, useT } from '../../app/language.ts';
import { AuthorText, Chip, DateText, LongTextBlock, Panel } from '../../ui/index.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import { type ChallengeRow, challengeBody, useChallenged, type VerdictRow } from './ChallengeContext.ts';
import { ChallengeDrawer } from './ChallengeDrawer.tsx';
import style from './challenge.module.css';

/** Verdicts that are always in sight, because everything rests on them. */
const ALWAYS: readonly string[] = ['NEC-05', 'CON-1', 'CON-2'];

/** The verdicts and what others hold against them; whose signature stands under it decides whether it counts. */
export function ChallengesPanel() {
  const t = useT();
  const lang = useLang();
  const { readOnly } = useCase();
  const { verdicts } = useChallenged();
  const [leaf, setLeaf] = useState<string | null>(null);
  const shown = verdicts
    .filter((one) => ALWAYS.includes(one.leaf) || one.challenges.length > 0)
    .toSorted((a, b) => place(a) - place(b));
  const others = verdicts.filter((one) => !shown.includes(one));
  const opened = verdicts.find((one) => one.leaf === leaf);
  return (
    <Panel title={t('challenge.list.title')}>
      <Text size="sm" c="dimmed" maw="80ch">
        {t('challenge.list.lead')}
      </Text>
      {verdicts.length === 0 && <Text>{t('challenge.list.noVerdicts')}</Text>}
      <ul className={style.verdicts}>
        {shown.map((row) => (
          <VerdictItem key={row.leaf} row={row} onChallenge={() => setLeaf(row.leaf)} />
        ))}
      </ul>
      {!readOnly && others.length > 0 && (
        <Select
          label={t('challenge.list.other')}
          placeholder={t('challenge.list.otherLabel')}
          maw={520}
          searchable
          value={null}
          data={others.map((one) => ({
            value: one.leaf,
            label: `${leafById(BEV_2023, one.leaf)?.title[lang] ?? one.leaf} (${one.leaf})`,
          }))}
          onChange={setLeaf}
        />
      )}
      {opened !== undefined && (
        <ChallengeDrawer key={opened.leaf} row={opened} onClose={() => setLeaf(null)} />
      )}
    </Panel>
  );
}

const place = ({ leaf }: VerdictRow): number =>
  ALWAYS.includes(leaf) ? ALWAYS.indexOf(leaf) : ALWAYS.length;

function VerdictItem({ row, onChallenge }: { readonly row: VerdictRow; readonly onChallenge: () => void }) {
  const t = useT();
  const lang = useLang();
  const { readOnly } = useCase();
  const { me } = useChallenged();
  const own = row.signers.includes(me);
  const title = leafById(BEV_2023, row.leaf)?.title[lang] ?? row.leaf;
  const mine = row.challenges.some(({ versions }) => versions.some(({ author }) => author.key === me));
  const outcomes = row.versions.map(({ body }) => t(`words.outcome.${(body as BodyOf<'verdict'>).outcome}`));
  return (
    <li className={style.verdict} data-verdict={row.leaf}>
      <Group justify="space-between" align="flex-start" gap="sm">
        <div>
          <Text fw={600}>
            {title} ({row.leaf})
          </Text>
          <Text size="sm" c="dimmed">
            {t('challenge.list.verdictBy', {
              outcome: outcomes.join(' / '),
              names: [...new Set(row.versions.map(({ author }) => author.name))].join(', '),
            })}
          </Text>
        </div>
        {!readOnly && !own && (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={`${t('challenge.list.give')}: ${title}`}
            onClick={onChallenge}
          >
            {t(mine ? 'challenge.list.change' : 'challenge.list.give')}
          </Button>
        )}
      </Group>
      {own && <Text size="sm">{t('challenge.list.own')}</Text>}
      {row.challenges.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('challenge.list.none')}
        </Text>
      ) : (
        row.challenges.map((one) => <Given key={one.record} challenge={one} />)
      )}
    </li>
  );
}

function Given({ challenge }: { readonly challenge: ChallengeRow }) {
  const t = useT();
  const body = challengeBody(challenge);
  const [version] = challenge.versions;
  const { standing } = challenge;
  return (
    <div className={style.given} data-standing={standing}>
      <Group gap="xs">
        <Chip size="normal">{t(`challenge.finding.${body.finding}`)}</Chip>
        <Chip tone={standing === 'counts' ? 'met' : 'warn'}>{t(`challenge.${standing}`)}</Chip>
        {challenge.versions.length > 1 && <Chip tone="warn">{t('challenge.conflict')}</Chip>}
        {version && (
          <Text size="sm" c="dimmed">
            <AuthorText author={version.author} />, <DateText instant={version.time} />
          </Text>
        )}
      </Group>
      <LongTextBlock>{body.argument}</LongTextBlock>
    </div>
  );
}
