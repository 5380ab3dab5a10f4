import { Anchor, Button, NativeSelect, Text, UnstyledButton } from '@mantine/core';
import { type KeyboardEvent, useRef, useState } from 'react';
import { MATRIX_WEIGHTS } from '#shared/model/records/threat.ts';
import { useCommand } from '../../api/index.ts';
import { useLocale, useT } from '../../app/language.ts';
import { Chip } from '../../ui/index.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import { type Mark, MatrixCell, markOfKey } from './MatrixCell.tsx';
import { type HypothesisColumn, type MatrixLine, rowBody, useThreat } from './ThreatContext.ts';
import style from './threat.module.css';
import { useHypothesisTitle } from './useHypothesisTitle.ts';
import { useRowTitle } from './useRowTitle.ts';

type Place = { readonly row: number; readonly column: number };

const STEP: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/**
 * Evidence against hypotheses as a grid: one stop for Tab, arrow keys from cell to cell, a letter fills a cell in. Every
 * mark is one step that can be undone.
 */
export function MatrixGrid(props: {
  readonly onRow: (row: MatrixLine) => void;
  readonly onHypothesis: (hypothesis: HypothesisColumn) => void;
}) {
  const t = useT();
  const { logId, readOnly } = useCase();
  const { threat } = useThreat();
  const titleOf = useHypothesisTitle();
  const rowTitle = useRowTitle();
  const mark = useCommand('threat.mark');
  const body = useRef<HTMLTableSectionElement>(null);
  const [stop, setStop] = useState<Place>({ row: 0, column: 0 });
  const { hypotheses, rows } = threat;

  const put = (row: MatrixLine, column: number, chosen: Mark | null) => {
    const key = hypotheses[column]?.key;
    if (readOnly || row.conflict || key === undefined || row.cells[column] === chosen) return;
    void mark.run({ logId, row: row.record, marks: [{ key, mark: chosen }] });
  };
  const weigh = (row: MatrixLine, which: 'credibility' | 'relevance', value: string) => {
    const weight = MATRIX_WEIGHTS.find((one) => one === value);
    if (weight) void mark.run({ logId, row: row.record, [which]: weight });
  };
  const onKey = (event: KeyboardEvent, at: Place) => {
    const line = rows[at.row];
    const step = STEP[event.key];
    const chosen = markOfKey(event);
    if (event.ctrlKey || event.metaKey || event.altKey || line === undefined) return;
    if (step) {
      const row = Math.min(Math.max(at.row + step[0], 0), rows.length - 1);
      const column = Math.min(Math.max(at.column + step[1], 0), hypotheses.length - 1);
      body.current?.querySelector<HTMLElement>(`[data-at="${row} ${column}"]`)?.focus();
    } else if (chosen !== undefined) put(line, at.column, chosen);
    else return;
    event.preventDefault();
  };
  return (
    <>
      {!readOnly && (
        <Text size="xs" c="dimmed">
          {t('threat.ach.keys')}
        </Text>
      )}
      <div className={style.scroll}>
        {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is an interactive table. */}
        <table role="grid" className={style.matrix} aria-label={t('threat.ach.title')}>
          <thead>
            <tr>
              <th scope="col" className={style.evidence}>
                {t('threat.ach.evidence')}
              </th>
              <th scope="col">{t('threat.ach.credibility')}</th>
              <th scope="col">{t('threat.ach.relevance')}</th>
              {hypotheses.map((one) => (
                <th scope="col" key={one.key}>
                  <UnstyledButton
                    fz="sm"
                    fw={600}
                    onClick={() => props.onHypothesis(one)}
                    title={t('threat.ach.editHypothesis')}
                  >
                    {titleOf(one)}
                  </UnstyledButton>
                  {one.conflict && <Chip tone="warn">{t('threat.conflict')}</Chip>}
                </th>
              ))}
              <th scope="col">{t('threat.ach.flag')}</th>
            </tr>
          </thead>
          <tbody ref={body}>
            {rows.map((row, k) => {
              const title = rowTitle(row);
              return (
                <tr key={row.record} data-row={k}>
                  <th scope="row" className={style.evidence}>
                    <RowName row={row} title={title} onRow={props.onRow} />
                  </th>
                  {(['credibility', 'relevance'] as const).map((which) => (
                    <td key={which} className={style.weight}>
                      <NativeSelect
                        size="xs"
                        aria-label={`${t(`threat.ach.${which}`)}: ${title}`}
                        disabled={readOnly || row.conflict}
                        value={rowBody(row)[which]}
                        data={MATRIX_WEIGHTS.map((value) => ({
                          value,
                          label: t(`threat.ach.weight.${value}`),
                        }))}
                        onChange={(event) => weigh(row, which, event.currentTarget.value)}
                      />
                    </td>
                  ))}
                  {hypotheses.map((one, column) => (
                    <td key={one.key} className={style.marked}>
                      <MatrixCell
                        cell={row.cells[column] ?? null}
                        names={{ evidence: title, hypothesis: titleOf(one) }}
                        at={`${k} ${column}`}
                        stop={stop.row === k && stop.column === column}
                        locked={readOnly || row.conflict}
                        onFocus={() => setStop({ row: k, column })}
                        onKey={(event) => onKey(event, { row: k, column })}
                        onMark={(chosen) => put(row, column, chosen)}
                      />
                    </td>
                  ))}
                  <td>
                    <Flags row={row} />
                  </td>
                </tr>
              );
            })}
          </tbody>
          <Standings />
        </table>
      </div>
    </>
  );
}

function RowName(props: {
  readonly row: MatrixLine;
  readonly title: string;
  readonly onRow: (row: MatrixLine) => void;
}) {
  const t = useT();
  const { evidence } = useThreat();
  const { readOnly } = useCase();
  const about = rowBody(props.row).evidence;
  const href = about && evidence.get(about)?.href;
  return (
    <>
      {href ? (
        <Anchor href={href} fz="inherit">
          {props.title}
        </Anchor>
      ) : (
        props.title
      )}
      {!readOnly && (
        <div>
          <Button
            size="compact-xs"
            variant="subtle"
            aria-label={`${t(props.row.conflict ? 'threat.ach.settleRow' : 'threat.ach.row')}: ${props.title}`}
            onClick={() => props.onRow(props.row)}
          >
            {t(props.row.conflict ? 'threat.ach.settleRow' : 'threat.ach.row')}
          </Button>
        </div>
      )}
    </>
  );
}

function Flags({ row }: { readonly row: MatrixLine }) {
  const t = useT();
  if (row.conflict)
    return (
      <div className={style.flags}>
        <Chip tone="warn">{t('threat.conflict')}</Chip>
      </div>
    );
  return (
    <div className={style.flags}>
      {row.diagnosticity === 'none' && <Chip tone="warn">{t('threat.ach.sameOfAll')}</Chip>}
      {row.diagnosticity === 'open' && <Chip>{t('threat.ach.open')}</Chip>}
      {row.diagnosticity === 'some' && <Chip>{t('threat.ach.tells')}</Chip>}
      {row.linchpin && <Chip tone="warn">{t('threat.ach.linchpin')}</Chip>}
    </div>
  );
}

/** Below each hypothesis what speaks against it, and its place; words where nothing is known. */
function Standings() {
  const t = useT();
  const locale = useLocale();
  const { hypotheses, scores, ranking } = useThreat().threat;
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  return (
    <tfoot>
      <tr>
        <th scope="row" colSpan={3}>
          {t('threat.ach.score')}
        </th>
        {hypotheses.map(({ key }, h) => (
          <td key={key} data-score={key}>
            {scores[h] == null ? t('threat.ach.noScore') : number.format(scores[h] as number)}
          </td>
        ))}
        <td />
      </tr>
      <tr>
        <th scope="row" colSpan={3}>
          {t('threat.ach.rank')}
        </th>
        {hypotheses.map(({ key }, h) => (
          <td key={key}>
            {ranking.includes(h)
              ? t('threat.ach.rankOf', { place: ranking.indexOf(h) + 1, count: ranking.length })
              : t('threat.ach.noRank')}
          </td>
        ))}
        <td />
      </tr>
    </tfoot>
  );
}
