import { Button, Group, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { Pane } from '#shared/model/records/threat.ts';
import { ARTICLES, CRITERIA, type CriterionId, criterionOf } from '#shared/threat/criteria.ts';
import { likelihoodText } from '#shared/threat/likelihood.ts';
import { lintAppraisal } from '#shared/threat/wording.ts';
import { useCommand } from '../../api/index.ts';
import { useLang, useT } from '../../app/language.ts';
import { Chip, MarkingBadge, Panel } from '../../ui/index.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import { AppraisalDrawer, type Opened } from './AppraisalDrawer.tsx';
import { type Appraised, appraisalOf, useThreat } from './ThreatContext.ts';
import style from './threat.module.css';

/** One of the three parts with its appraisals; the investor's has the criteria of the Wet vifo as a template. */
export function PanePanel({ pane }: { readonly pane: Pane }) {
  const t = useT();
  const { readOnly } = useCase();
  const { threat } = useThreat();
  const [opened, setOpened] = useState<Opened | null>(null);
  const mine = threat.appraisals.filter((one) => appraisalOf(one).pane === pane);
  const own = mine.filter((one) => criterionOf(appraisalOf(one).criterion) === undefined);
  const open = (appraised: Appraised) => {
    const criterion = criterionOf(appraisalOf(appraised).criterion)?.id;
    setOpened({ pane, appraised, ...(criterion ? { criterion } : {}) });
  };
  return (
    <Panel
      title={t(`threat.pane.${pane}`)}
      actions={
        !readOnly && (
          <Button
            size="xs"
            leftSection={<IconPlus size={15} aria-hidden />}
            onClick={() => setOpened({ pane })}
          >
            {t('threat.add')}
          </Button>
        )
      }
    >
      <Text size="sm" c="dimmed">
        {t(`threat.paneLead.${pane}`)}
      </Text>
      {own.length === 0 && pane !== 'investor' && <Text size="sm">{t('threat.none')}</Text>}
      {own.length > 0 && (
        <ul className={style.appraisals}>
          {own.map((one) => (
            <AppraisalItem key={one.record} appraised={one} onOpen={() => open(one)} />
          ))}
        </ul>
      )}
      {pane === 'investor' &&
        ARTICLES.map((article) => (
          <div key={article}>
            <Title order={3} size="h4" mt="xs">
              {t('threat.criteria', { article })}
            </Title>
            <Text size="xs" c="dimmed" mb={6}>
              {t('threat.criteriaNote')}
            </Text>
            <ul className={style.appraisals}>
              {CRITERIA.filter((one) => one.article === article).map(({ id }) => {
                const found = mine.find((one) => appraisalOf(one).criterion === id);
                return found ? (
                  <AppraisalItem key={id} criterion={id} appraised={found} onOpen={() => open(found)} />
                ) : (
                  <EmptyCriterion key={id} criterion={id} onOpen={() => setOpened({ pane, criterion: id })} />
                );
              })}
            </ul>
          </div>
        ))}
      {opened !== null && (
        <AppraisalDrawer
          key={opened.appraised?.record ?? opened.criterion ?? 'new'}
          opened={opened}
          onClose={() => setOpened(null)}
        />
      )}
    </Panel>
  );
}

function EmptyCriterion(props: { readonly criterion: CriterionId; readonly onOpen: () => void }) {
  const t = useT();
  const { readOnly } = useCase();
  const name = t(`threat.criterion.${props.criterion}`);
  return (
    <li className={style.empty} data-criterion={props.criterion}>
      <Text size="sm">{name}</Text>
      <Group gap="xs" wrap="nowrap">
        <Text size="sm" c="dimmed">
          {t('threat.notAppraised')}
        </Text>
        {!readOnly && (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={`${t('threat.appraise')}: ${name}`}
            onClick={props.onOpen}
          >
            {t('threat.appraise')}
          </Button>
        )}
      </Group>
    </li>
  );
}

function AppraisalItem(props: {
  readonly appraised: Appraised;
  readonly criterion?: CriterionId;
  readonly onOpen: () => void;
}) {
  const t = useT();
  const lang = useLang();
  const { logId, readOnly } = useCase();
  const { threat } = useThreat();
  const withdraw = useCommand('records.withdraw');
  const { record, versions, evidence } = props.appraised;
  const body = appraisalOf(props.appraised);
  const remarks = lintAppraisal(body, threat.yardstick.id, lang).length;
  const said = likelihoodText(body.likelihood, lang) ?? t('threat.likelihood.by.unknown');
  return (
    <li className={style.item} data-appraisal={props.criterion ?? record}>
      <div className={style.words}>
        {props.criterion && (
          <Text size="sm" c="dimmed">
            {t(`threat.criterion.${props.criterion}`)}
          </Text>
        )}
        <Text fw={600}>{body.statement}</Text>
        {body.argument.trim() !== '' && (
          <Text size="sm" className="wb-prewrap" lineClamp={4}>
            {body.argument}
          </Text>
        )}
        <div className={style.chips}>
          <Chip size="normal">{said}</Chip>
          <Chip>
            {body.confidence
              ? t('threat.confidence', { word: t(`words.confidence.${body.confidence}`) })
              : t('threat.noConfidence')}
          </Chip>
          {body.argument.trim() === '' && <Chip tone="warn">{t('threat.noArgument')}</Chip>}
          {evidence.length === 0 ? (
            <Chip tone="warn">{t('assessment.noEvidence')}</Chip>
          ) : (
            <Chip>{t('assessment.evidenceCount', { count: evidence.length })}</Chip>
          )}
          {versions.length > 1 && <Chip tone="warn">{t('threat.conflict')}</Chip>}
          {remarks > 0 && <Chip tone="warn">{t('threat.lint.count', { count: remarks })}</Chip>}
          {versions[0] && <MarkingBadge marking={versions[0].marking} />}
        </div>
      </div>
      <Group gap="xs" align="flex-start" wrap="nowrap">
        <Button
          size="compact-sm"
          variant="default"
          aria-label={`${t('threat.open')}: ${body.statement}`}
          onClick={props.onOpen}
        >
          {t('threat.open')}
        </Button>
        {!readOnly && (
          <Button
            size="compact-sm"
            variant="subtle"
            aria-label={`${t('threat.withdraw')}: ${body.statement}`}
            onClick={() =>
              void withdraw.run({
                logId,
                records: [{ record, base: versions.map(({ digest }) => digest) }],
              })
            }
          >
            {t('threat.withdraw')}
          </Button>
        )}
      </Group>
    </li>
  );
}
