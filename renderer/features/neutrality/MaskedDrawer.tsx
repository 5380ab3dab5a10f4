import { Alert, Drawer, List, Select, Text, Textarea, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconEyeOff } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import type { Indicator } from '#shared/framework/pack.ts';
import type { Marking } from '#shared/model/marking.ts';
import type { BodyOf } from '#shared/model/records.ts';
import type { Masker } from '#shared/neutrality/mask.ts';
import { type Given, useCommand, useQueryCall } from '../../api/index.ts';
import { useLang, useT } from '../../app/language.ts';
import { EmptyState, FormDrawer, MarkingSelect, QueryState } from '../../ui/index.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import { type LevelDraft, LevelFields, levelOf, rangeChecks } from '../indicators/LevelFields.tsx';
import { EvidenceField, type ShownEvidence } from '../overview/EvidenceField.tsx';
import { type Judged, ratingOf, useAssessment } from '../overview/useAssessment.ts';
import style from './neutrality.module.css';
import { useMaskedEvidence } from './useMaskedEvidence.ts';
import { useMasker } from './useMasker.ts';

type Masked = Given<'neutrality.masked'>;
type Draft = LevelDraft & { argument: string; evidence: readonly string[]; marking: Marking };

/**
 * Rates one indicator after another with names hidden, over the whole window (PUR-20). Nothing on it leads to a page
 * that shows the names, and the evidence of earlier ratings comes without their levels.
 */
export function MaskedDrawer({ onClose }: { readonly onClose: () => void }) {
  const t = useT();
  const { logId } = useCase();
  const { query: assessing, assessed } = useAssessment();
  const { query: hiding, masker } = useMasker();
  const { query: reading, evidence } = useMaskedEvidence(logId, masker);
  const masked = useQueryCall('neutrality.masked', { logId }, { keep: true });
  const open = (assessed?.indicators ?? []).filter(
    ({ id }) => assessed?.assessment.indicators.find((one) => one.id === id)?.open ?? true,
  );
  if (assessed && masker && evidence && masked.data && open.length > 0)
    return (
      <Rating
        indicators={open}
        judged={assessed.judged}
        masked={masked.data}
        masker={masker}
        evidence={evidence}
        onClose={onClose}
      />
    );
  return (
    <Drawer
      opened
      onClose={onClose}
      title={t('neutrality.masked.title')}
      size="100%"
      position="right"
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <QueryState query={assessing}>
        {() => (
          <QueryState query={hiding}>
            {() => (
              <QueryState query={reading}>
                {() => (
                  <QueryState query={masked}>
                    {() => <EmptyState title={t('neutrality.masked.nothing')} />}
                  </QueryState>
                )}
              </QueryState>
            )}
          </QueryState>
        )}
      </QueryState>
    </Drawer>
  );
}

function Rating(props: {
  readonly indicators: readonly Indicator[];
  readonly judged: Judged;
  readonly masked: Masked;
  readonly masker: Masker;
  readonly evidence: ReadonlyMap<string, ShownEvidence>;
  readonly onClose: () => void;
}) {
  const t = useT();
  const lang = useLang();
  const { logId, row } = useCase();
  const { indicators, judged, masked, masker, evidence, onClose } = props;
  const { mask } = masker;
  const rate = useCommand('neutrality.rateMasked', { quiet: true });
  const head = useRef<HTMLHeadingElement>(null);
  const drafts = useRef(new Map<string, Draft>());
  const ownOf = (id: string) =>
    masked.ratings.find(({ indicator, rater }) => indicator === id && rater === masked.me);
  const draftOf = ({ id }: Indicator): Draft => {
    const kept = drafts.current.get(id);
    if (kept) return kept;
    const version = ownOf(id)?.versions[0];
    if (version === undefined) {
      const given = judged.ratings
        .filter(({ indicator }) => indicator === id)
        .flatMap(({ versions }) => versions.flatMap((one) => ratingOf(one).evidence));
      const base = { level: 'unknown', low: '', high: '', argument: '', marking: row.marking };
      return { ...base, evidence: [...new Set(given)] };
    }
    const body = version.body as BodyOf<'maskedRating'>;
    return {
      level: String(body.level),
      low: String(body.low ?? ''),
      high: String(body.high ?? ''),
      argument: body.argument,
      evidence: body.evidence,
      marking: version.marking,
    };
  };
  const [place, setPlace] = useState(() =>
    Math.max(
      0,
      indicators.findIndex(({ id }) => ownOf(id) === undefined),
    ),
  );
  const indicator = indicators[place] as Indicator;
  const form = useForm<Draft>({
    initialValues: draftOf(indicator),
    validate: {
      argument: (value) => (value.trim() === '' ? t('assessment.argumentNeeded') : null),
      ...rangeChecks(t),
    },
  });
  const show = (next: number) => {
    const draft = draftOf(indicators[next] as Indicator);
    form.setValues(draft);
    form.resetDirty(draft);
    form.clearErrors();
    setPlace(next);
    head.current?.focus();
  };
  const choose = (id: string) => {
    if (form.isDirty()) drafts.current.set(indicator.id, form.values);
    show(indicators.findIndex((one) => one.id === id));
  };
  const submit = async () => {
    if (form.validate().hasErrors) return;
    const { argument, evidence: chosen, marking } = form.values;
    const saved = await rate.run({
      logId,
      indicator: indicator.id,
      base: (ownOf(indicator.id)?.versions ?? []).map(({ digest }) => digest),
      ...levelOf(form.values),
      argument: argument.trim(),
      evidence: [...chosen],
      marking,
    });
    if (saved === undefined) return;
    drafts.current.delete(indicator.id);
    if (place + 1 < indicators.length) show(place + 1);
    else onClose();
  };
  const title = mask(indicator.title[lang]);
  return (
    <FormDrawer
      opened
      full
      title={t('neutrality.masked.title')}
      onClose={onClose}
      onSubmit={() => void submit()}
      dirty={form.isDirty() || drafts.current.size > 0}
      saving={rate.running}
      error={rate.error}
      {...(place + 1 < indicators.length ? { submit: t('neutrality.masked.saveNext') } : {})}
    >
      <div className={style.masked} data-testid="masked">
        <div>
          <Alert variant="light" icon={<IconEyeOff aria-hidden />} p="sm">
            {t('neutrality.masked.honest')}
          </Alert>
          <Select
            label={t('neutrality.masked.choose')}
            data={indicators.map((one) => {
              const words = mask(one.title[lang]);
              const label = ownOf(one.id) ? t('neutrality.masked.done', { title: words }) : words;
              return { value: one.id, label };
            })}
            value={indicator.id}
            allowDeselect={false}
            onChange={(id) => id !== null && id !== indicator.id && choose(id)}
          />
          <Title order={3} ref={head} tabIndex={-1}>
            {title}
          </Title>
          <Text>{mask(indicator.question[lang])}</Text>
          <List size="sm" aria-label={t('assessment.subQuestions')}>
            {indicator.subQuestions.map((question) => (
              <List.Item key={question.nl}>{mask(question[lang])}</List.Item>
            ))}
          </List>
          <EvidenceField
            all={evidence}
            lead={t('neutrality.masked.scale')}
            value={form.values.evidence}
            onChange={(value) => form.setFieldValue('evidence', value)}
          />
        </div>
        <div>
          <LevelFields indicator={indicator} form={form} say={mask} />
          <Textarea
            label={t('assessment.argumentLabel')}
            description={t('neutrality.masked.argument')}
            required
            autosize
            minRows={4}
            {...form.getInputProps('argument')}
          />
          {masker.named(form.values.argument).length > 0 && (
            <Text size="sm" role="status" fw={600}>
              {t('neutrality.masked.argumentNames')}
            </Text>
          )}
          <MarkingSelect
            label={t('neutrality.masked.marking')}
            value={form.values.marking}
            onChange={(value) => form.setFieldValue('marking', value)}
          />
        </div>
      </div>
    </FormDrawer>
  );
}
