import { ActionIcon, Alert, Button, Menu, Stack, Text, Textarea, UnstyledButton } from '@mantine/core';
import {
  IconArrowDown,
  IconArrowUp,
  IconBan,
  IconChevronDown,
  IconChevronRight,
  IconPlus,
  IconTrash,
} from '@tabler/icons-react';
import { useId, useRef, useState } from 'react';
import type { StepKind } from '#shared/model/records/scenario.ts';
import { useT } from '../../../app/language.ts';
import style from '../scenarios.module.css';
import { fieldsOf, newStep, type StepDraft, type StepErrors } from './draft.ts';
import { type PartyOptions, StepField } from './fields.tsx';
import { STEP_KINDS } from './spec.ts';

/** The steps of a scenario: add, fill in, move, take away. All by keyboard; what is wrong opens by itself. */
export function StepList(props: {
  readonly steps: readonly StepDraft[];
  readonly errors: readonly StepErrors[];
  readonly parties: PartyOptions;
  /** Debt is refused here, with the letter's reason. */
  readonly noDebt: boolean;
  readonly onChange: (steps: readonly StepDraft[]) => void;
}) {
  const t = useT();
  const { steps, onChange } = props;
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set());
  const list = useRef<HTMLDivElement>(null);
  /** The focus follows a step that moves, and goes on to the next thing to do when a step goes. */
  const focus = (selector: string): void => {
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(selector)?.focus());
  };
  const toggle = (id: number) => {
    const next = new Set(open);
    if (!next.delete(id)) next.add(id);
    setOpen(next);
  };
  const add = (kind: StepKind) => {
    const id = Math.max(0, ...steps.map((step) => step.id)) + 1;
    onChange([...steps, newStep(id, kind)]);
    setOpen(new Set([...open, id]));
  };
  const move = (from: number, to: number) => {
    const step = steps[from];
    if (step === undefined || to < 0 || to >= steps.length) return;
    onChange(steps.toSpliced(from, 1).toSpliced(to, 0, step));
    focus(`[data-step="${step.id}"] [data-move="${to < from ? 'up' : 'down'}"]`);
  };
  const remove = (place: number) => {
    onChange(steps.toSpliced(place, 1));
    focus('[data-add]');
  };
  return (
    <Stack gap="xs" ref={list}>
      <Text size="sm" c="dimmed">
        {t(steps.length === 0 ? 'scenarios.form.noSteps' : 'scenarios.form.stepsHelp')}
      </Text>
      <ol className={style.steps}>
        {steps.map((step, place) => {
          const errors = props.errors[place] ?? {};
          return (
            <StepCard
              key={step.id}
              step={step}
              place={place}
              last={place === steps.length - 1}
              open={open.has(step.id) || Object.keys(errors).length > 0}
              errors={errors}
              parties={props.parties}
              refused={props.noDebt && step.kind === 'debt'}
              onToggle={() => toggle(step.id)}
              onChange={(changed) => onChange(steps.with(place, changed))}
              onMove={(by) => move(place, place + by)}
              onRemove={() => remove(place)}
            />
          );
        })}
      </ol>
      <Menu position="bottom-start" withinPortal>
        <Menu.Target>
          <Button
            variant="default"
            data-add
            w="fit-content"
            leftSection={<IconPlus size={16} aria-hidden />}
            rightSection={<IconChevronDown size={16} aria-hidden />}
          >
            {t('scenarios.form.addStep')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {STEP_KINDS.map((kind) => (
            <Menu.Item key={kind} onClick={() => add(kind)}>
              {t(`scenarios.step.${kind}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </Stack>
  );
}

/** Who and what a folded step is about. */
function useSummary(): (step: StepDraft, parties: PartyOptions) => string {
  const t = useT();
  return (step, parties) => {
    const items = parties.flatMap(({ items: all }) => all);
    const words = fieldsOf(step).flatMap((spec) => {
      const value = step.fields[spec.path];
      if (spec.type === 'party') return items.find((one) => one.value === value)?.label ?? [];
      if (spec.type === 'choice' && TOLD.includes(spec.path)) {
        const text = spec.choices.find(([code]) => code === value)?.[1];
        return text === undefined ? [] : t(text);
      }
      return spec.path === 'detail' && typeof value === 'string' && value !== '' ? value : [];
    });
    return words.join(' · ');
  };
}
const TOLD: readonly string[] = ['action', 'right', 'measure', 'instrument'];

function StepCard(props: {
  readonly step: StepDraft;
  readonly place: number;
  readonly last: boolean;
  readonly open: boolean;
  readonly errors: StepErrors;
  readonly parties: PartyOptions;
  readonly refused: boolean;
  readonly onToggle: () => void;
  readonly onChange: (step: StepDraft) => void;
  readonly onMove: (by: 1 | -1) => void;
  readonly onRemove: () => void;
}) {
  const t = useT();
  const id = useId();
  const summary = useSummary();
  const { step, place, open, errors, parties } = props;
  const number = place + 1;
  const title = t('scenarios.form.stepOf', { step: number, kind: t(`scenarios.step.${step.kind}`) });
  const Sign = open ? IconChevronDown : IconChevronRight;
  return (
    <li
      className={style.step}
      data-step={step.id}
      data-wrong={props.refused || Object.keys(errors).length > 0 || undefined}
    >
      <div className={style.stepHead}>
        <UnstyledButton
          className={style.stepToggle}
          aria-expanded={open}
          aria-controls={open ? id : undefined}
          onClick={props.onToggle}
        >
          <Sign size={16} aria-hidden />
          {title}
          {!open && <span className={style.stepSummary}>{summary(step, parties)}</span>}
        </UnstyledButton>
        <ActionIcon
          variant="subtle"
          aria-label={t('scenarios.form.up', { step: number })}
          data-move="up"
          data-disabled={place === 0 || undefined}
          aria-disabled={place === 0}
          onClick={() => props.onMove(-1)}
        >
          <IconArrowUp size={17} aria-hidden />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          aria-label={t('scenarios.form.down', { step: number })}
          data-move="down"
          data-disabled={props.last || undefined}
          aria-disabled={props.last}
          onClick={() => props.onMove(1)}
        >
          <IconArrowDown size={17} aria-hidden />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          aria-label={t('scenarios.form.remove', { step: number })}
          onClick={props.onRemove}
        >
          <IconTrash size={17} aria-hidden />
        </ActionIcon>
      </div>
      {open && (
        <fieldset id={id} className={style.stepFields} aria-label={title}>
          {props.refused && (
            <Alert
              role="alert"
              color="red"
              variant="outline"
              icon={<IconBan size={18} aria-hidden />}
              styles={{ message: { color: 'var(--mantine-color-text)' } }}
            >
              {t('scenarios.form.debtRefused')}
            </Alert>
          )}
          {fieldsOf(step).map((spec) => (
            <StepField
              key={`${spec.path} ${spec.when?.is.join(' ') ?? ''}`}
              spec={spec}
              value={step.fields[spec.path]}
              error={errors[spec.path]}
              parties={parties}
              onChange={(value) =>
                props.onChange({ ...step, fields: { ...step.fields, [spec.path]: value } })
              }
            />
          ))}
          <Textarea
            label={t('scenarios.form.stepNote')}
            autosize
            minRows={1}
            maxLength={2000}
            value={step.note}
            onChange={(event) => props.onChange({ ...step, note: event.currentTarget.value })}
          />
        </fieldset>
      )}
    </li>
  );
}
