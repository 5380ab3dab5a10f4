import { IconAlertTriangle } from '@tabler/icons-react';
import { useLocale, useT } from '../../app/language.ts';
import { type CaseTab, hrefOf } from '../../app/router.ts';
import { Chip, Panel } from '../../ui/index.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import style from './overview.module.css';

const ROWS = [
  ['claims', 'dossier', false],
  ['sources', 'sources', false],
  ['unsourced', 'dossier', true],
  ['disputed', 'dossier', true],
  ['missing', 'dossier', true],
  ['conflicts', 'exchange', true],
  ['withheld', 'exchange', true],
] as const satisfies readonly (readonly [string, CaseTab, boolean])[];

/** How sound the case's evidence is, in counts that lead to the place to mend it. */
export function HealthPanel() {
  const t = useT();
  const locale = useLocale();
  const { counts, logId } = useCase();
  const number = new Intl.NumberFormat(locale);
  return (
    <Panel title={t('assessment.healthTitle')}>
      <table className={style.health}>
        <tbody>
          {ROWS.map(([key, tab, asks]) => (
            <tr key={key}>
              <th scope="row">
                {counts[key] > 0 ? (
                  <a href={hrefOf({ screen: 'case', logId, tab })}>{t(`assessment.health.${key}`)}</a>
                ) : (
                  t(`assessment.health.${key}`)
                )}
              </th>
              <td>
                {asks && counts[key] > 0 ? (
                  <Chip tone="warn" icon={<IconAlertTriangle size={13} aria-hidden />}>
                    {number.format(counts[key])}
                  </Chip>
                ) : (
                  number.format(counts[key])
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
