import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { IconEqual, IconEqualNot, IconRestore } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { DecisionView } from '#shared/ipc/identity.ts';
import { SAME_DECISIONS } from '#shared/model/records/identity.ts';
import { useCommand } from '../../api/index.ts';
import { useT } from '../../app/language.ts';
import { classes } from '../../ui/classes.ts';
import { Chip, DateText, LongTextBlock, MarkingBadge, Panel, RecordLink } from '../../ui/index.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import { Notice } from '../dossier/Notice.tsx';
import { basesOf, bodyOf } from '../dossier/readings.ts';
import { useNotice } from '../dossier/useNotice.ts';
import style from './identity.module.css';
import { type Decided, useDecide } from './pairs.ts';

/** Decisions that cannot all be true: shown until somebody takes one back, never resolved by the tool. */
export function Conflicts({ decided }: { readonly decided: Decided }) {
  const t = useT();
  if (decided.conflicts.length === 0) return null;
  return (
    <Notice tone="bad" role="alert" title={t('identity.conflicts')}>
      <ul className={style.relations}>
        {decided.conflicts.map(({ different, records: [a, b] }) => (
          <li key={`${different} ${a.record} ${b.record}`}>
            {t('identity.conflict', { a: a.label, b: b.label })}
          </li>
        ))}
      </ul>
      <Text size="sm">{t('identity.conflictsText')}</Text>
    </Notice>
  );
}

/** What was decided, by whom and why; each can be changed or taken back. */
export function Decisions(props: { readonly decided: Decided; readonly highlight: string | undefined }) {
  const t = useT();
  const { decisions } = props.decided;
  return (
    <Panel title={t('identity.decisions')}>
      {decisions.length === 0 && <Text c="dimmed">{t('identity.noDecisions')}</Text>}
      {decisions.length > 0 && (
        <ul className={style.decisions}>
          {decisions.map((decision) => (
            <Decision key={decision.record} decision={decision} here={decision.record === props.highlight} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

const SIGN = { same: IconEqual, different: IconEqualNot } as const;

function Decision({ decision, here }: { readonly decision: DecisionView; readonly here: boolean }) {
  const t = useT();
  const { logId, readOnly } = useCase();
  const { decide, running } = useDecide(logId);
  const withdraw = useCommand('records.withdraw');
  const notice = useNotice();
  const [reason, setReason] = useState('');
  const [open, setOpen] = useState(here);
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (here) item.current?.scrollIntoView({ block: 'center' });
  }, [here]);
  const { records, versions } = decision;
  const base = basesOf(versions);
  const said = versions.flatMap((version) => {
    const body = bodyOf(version, 'identity');
    return body === null ? [] : [{ version, body }];
  });
  const takeBack = async () => {
    const done = await withdraw.run({ logId, records: [{ record: decision.record, base }] });
    if (done !== undefined) notice(t('identity.takenBack'));
  };
  return (
    <li ref={item} className={classes(style.decision, here && style.here)}>
      {said.length > 1 && <Text size="sm">{t('identity.versions')}</Text>}
      {said.map(({ version, body }) => {
        const Sign = SIGN[body.decision];
        return (
          <Stack key={version.digest} gap={2}>
            <Group gap="xs">
              <Chip icon={<Sign size={14} aria-hidden />}>{t(`identity.decision.${body.decision}`)}</Chip>
              <Text size="sm" c="dimmed">
                {version.author.name}, <DateText instant={version.time} />
              </Text>
              {version.marking !== 'open' && <MarkingBadge marking={version.marking} />}
            </Group>
            {body.reason === '' ? (
              <Text size="sm" c="dimmed">
                {t('identity.noReason')}
              </Text>
            ) : (
              <LongTextBlock>{body.reason}</LongTextBlock>
            )}
          </Stack>
        );
      })}
      <ul className={style.names}>
        {records.map((ref) => (
          <li key={ref.record}>
            <RecordLink logId={logId} to={ref} />
          </li>
        ))}
      </ul>
      {!readOnly && (
        <Group gap="xs">
          {SAME_DECISIONS.filter((one) => said.length > 1 || said[0]?.body.decision !== one).map((one) => (
            <Button
              key={one}
              size="compact-sm"
              variant="default"
              aria-expanded={open}
              loading={running}
              onClick={() => {
                if (!open) setOpen(true);
                else void decide({ records, decision: one, reason, base });
              }}
            >
              {t(`identity.change.${one}`)}
            </Button>
          ))}
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<IconRestore size={15} aria-hidden />}
            loading={withdraw.running}
            onClick={() => void takeBack()}
          >
            {t('identity.takeBack')}
          </Button>
        </Group>
      )}
      {open && !readOnly && (
        <Textarea
          label={t('identity.reason')}
          placeholder={t('identity.reasonHint')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          autosize
          minRows={1}
          maxRows={4}
        />
      )}
    </li>
  );
}
