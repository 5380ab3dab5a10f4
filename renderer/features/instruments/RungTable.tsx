import { Button, Checkbox, Table, Text, Title } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useId } from 'react';
import { standingOn } from '#shared/instruments/catalogue.ts';
import { useLang, useT } from '../../app/language.ts';
import { Chip } from '../../ui/index.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import { useDayText } from '../caseFrame/timeWords.ts';
import style from './instruments.module.css';
import { isInstrument, type RungRow, rungOf, useLadder, verdictOn } from './LadderContext.ts';

const COLUMNS = ['name', 'applies', 'verdict', 'inTime', 'reason', 'action'] as const;

type Choosing = {
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (ids: readonly string[], on: boolean) => void;
  readonly onJudge: (rung: RungRow) => void;
};

/** One group of rungs as a table. */
export function RungTable(props: Choosing & { readonly name: string; readonly rungs: readonly RungRow[] }) {
  const t = useT();
  const id = useId();
  const { readOnly } = useCase();
  const ids = props.rungs.map((rung) => rung.id);
  const all = ids.every((one) => props.chosen.has(one));
  return (
    <div className={style.scroll}>
      <Title order={3} size="h4" id={id}>
        {props.name}
      </Title>
      <Table aria-labelledby={id} className={style.rungs} verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            {!readOnly && (
              <Table.Th scope="col" w={44}>
                <Checkbox
                  aria-label={`${t('instruments.ladder.selectAll')}: ${props.name}`}
                  checked={all}
                  indeterminate={!all && ids.some((one) => props.chosen.has(one))}
                  onChange={(event) => props.onChoose(ids, event.currentTarget.checked)}
                />
              </Table.Th>
            )}
            {COLUMNS.map((column) => (
              <Table.Th key={column} scope="col" data-column={column}>
                {t(`instruments.ladder.column.${column}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {props.rungs.map((rung) => (
            <Row key={rung.id} rung={rung} {...props} />
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function Row({ rung, chosen, onChoose, onJudge }: Choosing & { readonly rung: RungRow }) {
  const t = useT();
  const lang = useLang();
  const dayText = useDayText();
  const { day } = useLadder();
  const { readOnly } = useCase();
  const known = rungOf(rung.id);
  const standing = isInstrument(known) ? standingOn(known, day) : undefined;
  const body = verdictOn(rung);
  const title = known.title[lang];
  return (
    <Table.Tr data-rung={rung.id}>
      {!readOnly && (
        <Table.Td>
          <Checkbox
            aria-label={t('instruments.ladder.select', { name: title })}
            checked={chosen.has(rung.id)}
            onChange={(event) => onChoose([rung.id], event.currentTarget.checked)}
          />
        </Table.Td>
      )}
      <Table.Th scope="row" fw={500}>
        {title}
        <Text size="sm" c="dimmed" fw={400}>
          {rung.id}
          {standing !== undefined &&
            ` · ${t('instruments.ladder.standing', {
              status: t(`instruments.status.${standing.status}`),
              day: dayText(standing.from),
            })}`}
        </Text>
        {standing?.toVerify && <Chip tone="warn">{t('law.toVerify')}</Chip>}
      </Table.Th>
      <Table.Td>
        <Chip tone={rung.applies === 'undetermined' ? 'warn' : 'neutral'}>
          {t(`instruments.applies.${rung.applies ?? 'offered'}`)}
        </Chip>
      </Table.Td>
      <Table.Td>
        {rung.gap === undefined && body !== undefined ? (
          <strong>{t(`instruments.verdict.${body.verdict}`)}</strong>
        ) : (
          <Chip tone="warn" icon={<IconAlertTriangle size={13} aria-hidden />}>
            {t(`instruments.gap.${rung.gap ?? 'notJudged'}`)}
          </Chip>
        )}
        {body?.ground !== undefined && (
          <Text size="sm" c="dimmed">
            {t(`instruments.ground.${body.ground}`)}
          </Text>
        )}
      </Table.Td>
      <Table.Td>{body === undefined ? '' : t(`instruments.inTime.${body.inTime}`)}</Table.Td>
      <Table.Td className={style.reason}>
        {body !== undefined && (
          <>
            <Text size="sm">{body.reason}</Text>
            {body.residual !== undefined && body.residual.trim() !== '' && (
              <Text size="sm" c="dimmed">
                {t('instruments.drawer.residual')}: {body.residual}
              </Text>
            )}
          </>
        )}
      </Table.Td>
      <Table.Td>
        <Button
          size="compact-sm"
          variant="default"
          aria-label={`${t('instruments.ladder.column.action')}: ${title}`}
          onClick={() => onJudge(rung)}
        >
          {t('instruments.ladder.column.action')}
        </Button>
      </Table.Td>
    </Table.Tr>
  );
}
