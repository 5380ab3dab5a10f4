import { ActionIcon, Text, Tooltip } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { BodyOf } from '#shared/model/records.ts';
import { useQueryCall } from '../../api/index.ts';
import { useT } from '../../app/language.ts';
import { Panel, RecordLink } from '../../ui/index.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import { CaseFactsDrawer } from './CaseFactsDrawer.tsx';
import style from './overview.module.css';

/** What the case is about: trigger, company, the part that is assessed, and why it is an extreme case. */
export function CaseFacts() {
  const t = useT();
  const { versions, logId, at, readOnly } = useCase();
  const [editing, setEditing] = useState(false);
  const entities = useQueryCall('dossier.entities', { logId, at }, { keep: true });
  const body = versions[0]?.body as BodyOf<'case'> | undefined;
  if (body === undefined) return null;
  const company = entities.data?.find((entity) => entity.record === body.company);
  return (
    <Panel
      title={t('assessment.factsTitle')}
      actions={
        !readOnly && (
          <Tooltip label={t('assessment.factsEdit')}>
            <ActionIcon
              variant="subtle"
              aria-label={t('assessment.factsEdit')}
              onClick={() => setEditing(true)}
            >
              <IconPencil size={18} aria-hidden />
            </ActionIcon>
          </Tooltip>
        )
      }
    >
      <dl className={style.facts}>
        <Fact name={t('assessment.company')}>
          {company === undefined ? (
            <NotFilled>{t('assessment.noCompany')}</NotFilled>
          ) : (
            <RecordLink logId={logId} to={company} />
          )}
        </Fact>
        <Fact name={t('assessment.trigger')}>{t(`words.trigger.${body.trigger}`)}</Fact>
        <Words name={t('assessment.triggerText')} text={body.triggerText} />
        <Words name={t('assessment.assessedPart')} text={body.assessedPart} />
        <Words name={t('assessment.exceptionality')} text={body.exceptionality} />
      </dl>
      {editing && <CaseFactsDrawer onClose={() => setEditing(false)} />}
    </Panel>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Words({ name, text }: { readonly name: string; readonly text: string | undefined }) {
  const t = useT();
  return (
    <Fact name={name}>
      {text === undefined || text.trim() === '' ? (
        <NotFilled>{t('assessment.notFilled')}</NotFilled>
      ) : (
        <Text className="wb-prewrap" size="sm">
          {text}
        </Text>
      )}
    </Fact>
  );
}

function NotFilled({ children }: { readonly children: string }) {
  return (
    <Text component="span" size="sm" c="dimmed" fs="italic">
      {children}
    </Text>
  );
}
