import { Anchor, Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { IconEye, IconRefresh, IconSearch } from '@tabler/icons-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { ROLES, type Role } from '#shared/identity/across.ts';
import { forText } from '#shared/identity/reason-text.ts';
import { type Given, useJob } from '../../api/index.ts';
import { useLang, useT } from '../../app/language.ts';
import { hrefOf } from '../../app/router.ts';
import {
  Chip,
  type Column,
  DataTable,
  DateText,
  EmptyState,
  ErrorState,
  JobProgress,
  LoadingState,
  PageHeader,
} from '../../ui/index.ts';
import { TypeIcon } from '../dossier/TypeIcon.tsx';
import style from './watch.module.css';

type WatchMap = Given<'watch.map'>;
type Row = WatchMap['rows'][number];

const casesOf = ({ sightings }: Row): number => new Set(sightings.map(({ logId }) => logId)).size;
const latestOf = ({ sightings }: Row): string =>
  sightings
    .map(({ latest }) => latest)
    .sort()
    .at(-1) ?? '';
const conflictsOf = ({ sightings }: Row): number =>
  sightings.reduce((sum, { conflicts }) => sum + conflicts, 0);
const rolesIn = ({ sightings }: Row): readonly Role[] =>
  ROLES.filter((role) => sightings.some(({ roles }) => roles.includes(role)));

/** All cases of the vault looked over: who appears in more than one of them, as what, and since when. */
export function WatchScreen() {
  const t = useT();
  const { run, cancel, running, progress, error } = useJob('watch.map', { quiet: true });
  const [found, setFound] = useState<WatchMap | null>(null);
  const search = async () => {
    const answer = await run({});
    if (answer !== undefined) setFound(answer);
  };
  const begin = useRef(search);
  useEffect(() => void begin.current(), []);
  return (
    <div className={style.page}>
      <PageHeader
        title={t('watch.title')}
        lead={t('watch.lead')}
        actions={
          running ? (
            <JobProgress label={t('watch.searching')} progress={progress} onCancel={cancel} />
          ) : (
            <Button
              variant="default"
              leftSection={<IconRefresh size={16} aria-hidden />}
              onClick={() => void search()}
            >
              {t('watch.again')}
            </Button>
          )
        }
      />
      {error !== null && !running && <ErrorState error={error} onRetry={() => void search()} />}
      {found === null ? running && <LoadingState /> : <Found found={found} />}
    </div>
  );
}

function Found({ found }: { readonly found: WatchMap }) {
  const t = useT();
  const lang = useLang();
  const [text, setText] = useState('');
  const [role, setRole] = useState<Role | null>(null);
  const rows = useMemo(() => {
    const words = text.toLowerCase().split(/\s+/).filter(Boolean);
    return found.rows.filter((row) => {
      if (role !== null && !rolesIn(row).includes(role)) return false;
      const said = row.sightings
        .map(({ title, ref }) => `${title} ${ref.label}`)
        .join(' ')
        .toLowerCase();
      return words.every((word) => said.includes(word));
    });
  }, [found, text, role]);
  if (found.rows.length === 0) {
    const alone = found.cases < 2;
    return (
      <EmptyState
        title={t(alone ? 'watch.oneCase' : 'watch.none')}
        text={t(alone ? 'watch.oneCaseText' : 'watch.noneText')}
        icon={<IconEye size={28} stroke={1.5} />}
      />
    );
  }
  const columns: Column<Row>[] = [
    {
      key: 'name',
      header: t('watch.party'),
      cell: (row) => (
        <Group gap="xs" wrap="nowrap">
          <TypeIcon type={row.sightings[0]?.ref.type ?? 'company'} />
          <strong>{row.name}</strong>
        </Group>
      ),
      sort: (row) => row.name,
    },
    {
      key: 'cases',
      header: t('watch.cases'),
      cell: (row) => <Cases row={row} />,
      sort: casesOf,
    },
    {
      key: 'recognised',
      header: t('watch.recognised'),
      cell: (row) =>
        row.reasons
          .slice(0, 2)
          .map((reason) => forText(reason, { t, lang }))
          .join('; '),
      sort: (row) => row.score,
    },
    {
      key: 'latest',
      header: t('watch.latest'),
      cell: (row) => <DateText instant={latestOf(row)} />,
      sort: latestOf,
    },
    {
      key: 'conflicts',
      header: t('watch.conflicts'),
      align: 'right',
      cell: (row) => (conflictsOf(row) === 0 ? '–' : <Chip tone="warn">{conflictsOf(row)}</Chip>),
      sort: conflictsOf,
    },
  ];
  const roles = ROLES.filter((one) => found.rows.some((row) => rolesIn(row).includes(one)));
  return (
    <Stack gap="sm">
      <Group align="flex-end">
        <TextInput
          label={t('watch.filter')}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Select
          label={t('watch.role')}
          placeholder={t('watch.anyRole')}
          clearable
          clearButtonProps={{ 'aria-label': t('common.clear') }}
          data={roles.map((value) => ({ value, label: t(`watch.roleName.${value}`) }))}
          value={role}
          onChange={setRole}
        />
      </Group>
      <Text size="sm" c="dimmed" role="status">
        {t('watch.compared', {
          parties: found.parties,
          cases: found.cases,
          ceiling: t(`words.marking.${found.ceiling}`),
        })}
      </Text>
      <DataTable
        label={t('watch.title')}
        rows={rows}
        columns={columns}
        rowKey={(row) => row.key}
        initialSort={{ key: 'cases', down: true }}
      />
    </Stack>
  );
}

/** The cases that a party appears in, each a way to it there, with what it does in it. */
function Cases({ row }: { readonly row: Row }) {
  const t = useT();
  return (
    <ul className={style.cases}>
      {row.sightings.map(({ logId, title, ref, roles }) => (
        <li key={`${logId} ${ref.record}`}>
          <Anchor href={hrefOf({ screen: 'case', logId, tab: 'dossier', record: ref.record })}>
            {title}
          </Anchor>{' '}
          <span className={style.role}>
            {[
              ...(ref.label === row.name ? [] : [t('watch.as', { name: ref.label })]),
              ...roles.map((role) => t(`watch.roleName.${role}`)),
            ].join(', ')}
          </span>
        </li>
      ))}
    </ul>
  );
}
