import { Button, Group, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useQueryCall } from '../../api/index.ts';
import { useLang, useT } from '../../app/language.ts';
import { Chip, LongTextBlock, Panel, QueryState } from '../../ui/index.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import { useAssessment } from '../overview/useAssessment.ts';
import { ExplainDrawer } from './ExplainDrawer.tsx';
import { MaskedButton } from './MaskedButton.tsx';
import style from './neutrality.module.css';
import { type MaskedRow, useMaskedText } from './useMaskedText.ts';

const COLUMNS = ['indicator', 'rater', 'masked', 'open', 'difference', 'finding'] as const;
const TONE = {
  notOpen: 'neutral',
  conflict: 'warn',
  same: 'met',
  differs: 'warn',
  explained: 'neutral',
} as const;

/** Masked ratings beside open ones: every difference is a finding that asks for a reason (PUR-20). */
export function MaskedPanel() {
  const t = useT();
  const { logId, at } = useCase();
  const query = useQueryCall('neutrality.masked', { logId, at }, { keep: true });
  return (
    <Panel title={t('neutrality.masked.title')}>
      <Text size="sm" c="dimmed" maw="80ch">
        {t('neutrality.masked.lead')}
      </Text>
      <Text size="sm" maw="80ch">
        {t('neutrality.masked.honest')}
      </Text>
      <Group>
        <MaskedButton />
      </Group>
      <QueryState query={query}>{({ me, rows }) => <Compared me={me} rows={rows} />}</QueryState>
    </Panel>
  );
}

function Compared({ me, rows }: { readonly me: string; readonly rows: readonly MaskedRow[] }) {
  const t = useT();
  const { readOnly } = useCase();
  const [shown, setShown] = useState(false);
  const [explaining, setExplaining] = useState<MaskedRow | null>(null);
  // What others made of an indicator is hidden until one has rated it oneself, masked and openly.
  const done = new Set(
    rows.flatMap(({ rater, indicator, open }) => (rater === me && open !== null ? [indicator] : [])),
  );
  const visible = rows.filter(
    ({ rater, indicator }) => readOnly || shown || rater === me || done.has(indicator),
  );
  const hidden = rows.length - visible.length;
  const open = visible.filter(({ standing }) => standing === 'differs').length;
  if (rows.length === 0) return <Text size="sm">{t('neutrality.masked.none')}</Text>;
  return (
    <>
      {visible.length > 0 && (
        <>
          <Text size="sm" fw={600}>
            {open > 0
              ? t('neutrality.masked.openDifferences', { count: open })
              : t('neutrality.masked.noDifferences')}
          </Text>
          <div className={style.scroll}>
            <Table aria-label={t('neutrality.masked.compare')} verticalSpacing="xs">
              <Table.Thead>
                <Table.Tr>
                  {COLUMNS.map((column) => (
                    <Table.Th key={column} scope="col">
                      {t(`neutrality.masked.column.${column}`)}
                    </Table.Th>
                  ))}
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {visible.map((row) => (
                  <Row
                    key={row.record}
                    row={row}
                    own={row.rater === me}
                    onExplain={() => setExplaining(row)}
                  />
                ))}
              </Table.Tbody>
            </Table>
          </div>
        </>
      )}
      {hidden > 0 && (
        <Group gap="sm">
          <Text size="sm">{t('neutrality.masked.hidden', { count: hidden })}</Text>
          <Button size="compact-sm" variant="default" onClick={() => setShown(true)}>
            {t('robustness.blind.show')}
          </Button>
        </Group>
      )}
      {explaining && <ExplainDrawer row={explaining} onClose={() => setExplaining(null)} />}
    </>
  );
}

function Row(props: { readonly row: MaskedRow; readonly own: boolean; readonly onExplain: () => void }) {
  const t = useT();
  const lang = useLang();
  const { readOnly } = useCase();
  const { assessed } = useAssessment();
  const { levelText, stepsText } = useMaskedText();
  const { row, own } = props;
  const explainable = row.standing === 'differs' || row.standing === 'explained';
  return (
    <Table.Tr data-masked={row.standing}>
      <Table.Th scope="row" fw={500}>
        {assessed?.indicators.find(({ id }) => id === row.indicator)?.title[lang] ?? row.indicator}
      </Table.Th>
      <Table.Td>{row.raterName}</Table.Td>
      <Table.Td>{levelText(row.masked)}</Table.Td>
      <Table.Td>{levelText(row.open)}</Table.Td>
      <Table.Td>{stepsText(row)}</Table.Td>
      <Table.Td>
        <Stack gap={4} align="flex-start">
          <Chip tone={TONE[row.standing]}>{t(`neutrality.masked.standing.${row.standing}`)}</Chip>
          {row.knownBefore && <Chip tone="warn">{t('neutrality.masked.knownBefore')}</Chip>}
          {row.reason !== null && <LongTextBlock>{row.reason}</LongTextBlock>}
          {own && explainable && !readOnly && (
            <Button size="compact-sm" variant="default" onClick={props.onExplain}>
              {t(row.reason === null ? 'neutrality.masked.explain' : 'neutrality.masked.explainEdit')}
            </Button>
          )}
        </Stack>
      </Table.Td>
    </Table.Tr>
  );
}
