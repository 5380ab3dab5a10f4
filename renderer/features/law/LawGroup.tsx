import { Button, Text } from '@mantine/core';
import { IconChevronRight, IconPencil } from '@tabler/icons-react';
import { useLang, useT } from '../../app/language.ts';
import { Chip, Panel } from '../../ui/index.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import { useDayText } from '../caseFrame/timeWords.ts';
import { type LawRow, useLaw } from './LawContext.ts';
import style from './law.module.css';
import { ProofLines } from './ProofLines.tsx';
import { ScopeChip } from './ScopeChip.tsx';

/** The laws of one role, each with its answer; opened it shows text, source, validity, proof and history. */
export function LawGroup({ role }: { readonly role: LawRow['role'] }) {
  const t = useT();
  const { legal } = useLaw();
  const laws = legal.laws.filter((law) => law.role === role);
  return (
    <Panel title={t(`law.role.${role}`)}>
      <Text size="sm" c="dimmed">
        {t(`law.roleLead.${role}`)}
      </Text>
      <ul className={style.laws}>
        {laws.map((law) => (
          <li key={law.id}>
            <LawCard law={law} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function LawCard({ law }: { readonly law: LawRow }) {
  const t = useT();
  const lang = useLang();
  const { short, answer, own } = law;
  const { version, scope } = answer;
  const counts = law.role !== 'frame' || scope === 'expected' || scope === 'notInForce';
  return (
    <details className={style.law} data-law={law.id}>
      <summary>
        <IconChevronRight size={16} stroke={2} aria-hidden className={style.chevron} />
        <span className={style.lawName}>{short[lang]}</span>
        {counts && <ScopeChip scope={scope} />}
        {version?.toVerify && <Chip tone="warn">{t('law.toVerify')}</Chip>}
        {own !== undefined && <Chip>{t('law.own')}</Chip>}
        <Since law={law} />
      </summary>
      <LawDetails law={law} />
    </details>
  );
}

/** Since when the answer has been what it is. */
function Since({ law }: { readonly law: LawRow }) {
  const t = useT();
  const dayText = useDayText();
  const { day, version } = law.answer;
  const turn = law.history.filter((one) => one.day <= day).at(-1);
  if (turn === undefined || turn.scope === 'notInForce') return null;
  const since = dayText(turn.scope === 'expected' ? (version?.validFrom ?? turn.day) : turn.day);
  const frame = law.role === 'frame' && turn.scope === 'notInScope';
  return (
    <Text component="span" size="sm" c="dimmed" className={style.since}>
      {frame ? t('law.frameInForce', { day: since }) : t(`law.since.${turn.scope}`, { day: since })}
    </Text>
  );
}

function LawDetails({ law }: { readonly law: LawRow }) {
  const t = useT();
  const lang = useLang();
  const dayText = useDayText();
  const { readOnly } = useCase();
  const { legal, edit } = useLaw();
  const { version, lines } = law.answer;
  const successors = legal.laws.filter(({ id }) => law.replacedBy.includes(id));
  return (
    <div className={style.lawBody}>
      <Text fw={600}>{law.title[lang]}</Text>
      {version !== undefined && (
        <>
          <Text maw="76ch">{version.text[lang]}</Text>
          <dl className={style.facts}>
            <dt>{t('law.edit.statusLabel')}</dt>
            <dd>
              {t(`law.kind.${law.kind}`)}, {t(`law.level.${law.level}`)}, {t(`law.status.${version.status}`)}
            </dd>
            <dt>{t('law.validity')}</dt>
            <dd>
              {version.validFrom === undefined ? '…' : dayText(version.validFrom)} –{' '}
              {version.validTo === undefined ? t('law.always') : dayText(version.validTo)}
            </dd>
            <dt>{t('law.source')}</dt>
            <dd>{version.source}</dd>
            <dt>{t('law.confidence')}</dt>
            <dd>{t(`words.confidence.${version.confidence}`)}</dd>
          </dl>
        </>
      )}
      {lines.length > 0 ? (
        <>
          <Text fw={600} size="sm">
            {t('law.proof')}
          </Text>
          <ProofLines lines={lines} />
        </>
      ) : (
        <Text size="sm" c="dimmed">
          {t('law.noScope')}
        </Text>
      )}
      <Text fw={600} size="sm">
        {t('law.history')}
      </Text>
      <ol className={style.history}>
        {law.history.map((one) => (
          <li key={one.day}>
            <time dateTime={one.day}>{dayText(one.day)}</time>
            <ScopeChip scope={one.scope} />
            {one.version !== undefined && (
              <Text component="span" size="sm" c="dimmed">
                {one.version.source}
              </Text>
            )}
          </li>
        ))}
      </ol>
      {successors.length > 0 && (
        <Text size="sm">
          {t('law.replacedBy')}: {successors.map(({ short }) => short[lang]).join(', ')}
        </Text>
      )}
      {!readOnly && (
        <div>
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconPencil size={14} aria-hidden />}
            onClick={() => edit(law)}
          >
            {t('law.edit.correct')}
          </Button>
        </div>
      )}
    </div>
  );
}
