import { ActionIcon, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconBuildingBank, IconPlus, IconTrash } from '@tabler/icons-react';
import { useT } from '../../../app/language.ts';
import type { FieldError } from '../../dossier/fieldError.ts';
import { useFieldError } from '../../dossier/forms/fieldsets.tsx';
import style from '../scenarios.module.css';
import { EMPTY_QUANTITY, keyFor, OWN, type PartyRow } from './draft.ts';
import { PartyField, type PartyOptions, QuantityField } from './fields.tsx';

export type PartyErrors = { readonly name?: FieldError; readonly percent?: FieldError };

/** Keys of the chain of the State, the same in every scenario, so that their columns compare (ACT-06, ACT-07). */
const CHAIN = ['staat', 'invest-nl', 'bev'] as const;

/** Parties that are not in the dossier, with who owns them. */
export function PartyRows(props: {
  readonly rows: readonly PartyRow[];
  readonly errors: readonly PartyErrors[];
  readonly options: PartyOptions;
  readonly onChange: (rows: readonly PartyRow[]) => void;
}) {
  const t = useT();
  const say = useFieldError();
  const { rows, onChange } = props;
  const taken = rows.map(({ key }) => key);
  const change = (place: number, part: Partial<PartyRow>) => {
    const row = rows[place];
    if (row !== undefined) onChange(rows.with(place, { ...row, ...part }));
  };
  const add = () =>
    onChange([
      ...rows,
      { key: keyFor('', taken), fresh: true, name: '', owner: null, percent: EMPTY_QUANTITY, others: [] },
    ]);
  const addChain = () => {
    const names = [
      t('scenarios.form.chain.state'),
      t('scenarios.form.chain.investNl'),
      t('scenarios.form.chain.vehicle'),
    ];
    const chain = CHAIN.map((key, i): PartyRow => {
      const above = CHAIN[i - 1];
      return {
        key,
        name: names[i] ?? '',
        owner: above === undefined ? null : `${OWN}${above}`,
        percent: above === undefined ? EMPTY_QUANTITY : { ...EMPTY_QUANTITY, value: 100 },
        others: [],
      };
    });
    onChange([...rows, ...chain.filter(({ key }) => !taken.includes(key))]);
  };
  return (
    <Stack gap="xs">
      <Text size="sm" c="dimmed">
        {t('scenarios.form.partiesHelp')}
      </Text>
      {rows.map((row, place) => {
        const errors = props.errors[place] ?? {};
        const name = row.name.trim() === '' ? t('scenarios.form.partyUnnamed') : row.name;
        const self = `${OWN}${row.key}`;
        return (
          <fieldset key={row.key} className={style.party} aria-label={name}>
            <Stack gap="xs">
              <TextInput
                label={t('scenarios.form.partyName')}
                withAsterisk
                maxLength={400}
                value={row.name}
                error={say(errors.name)}
                onChange={(event) => change(place, { name: event.currentTarget.value })}
              />
              <PartyField
                label={t('scenarios.form.partyOwner')}
                placeholder={t('scenarios.form.partyOwnerNone')}
                required={false}
                options={props.options.map(({ group, items }) => ({
                  group,
                  items: items.filter(({ value }) => value !== self),
                }))}
                value={row.owner}
                onChange={(owner) => change(place, { owner })}
              />
              {row.owner !== null && (
                <QuantityField
                  label={t('scenarios.form.partyPercent')}
                  value={row.percent}
                  error={errors.percent}
                  required
                  onChange={(percent) => change(place, { percent })}
                />
              )}
            </Stack>
            <ActionIcon
              variant="subtle"
              aria-label={t('scenarios.form.partyRemove', { name })}
              onClick={() => onChange(rows.toSpliced(place, 1))}
            >
              <IconTrash size={17} aria-hidden />
            </ActionIcon>
          </fieldset>
        );
      })}
      <Group gap="xs">
        <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={add}>
          {t('scenarios.form.addParty')}
        </Button>
        {!CHAIN.every((key) => taken.includes(key)) && (
          <Button
            variant="default"
            leftSection={<IconBuildingBank size={16} aria-hidden />}
            onClick={addChain}
          >
            {t('scenarios.form.addChain')}
          </Button>
        )}
      </Group>
    </Stack>
  );
}
