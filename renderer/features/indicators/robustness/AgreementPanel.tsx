import { Table, Text } from '@mantine/core';
import { useLocale, useT } from '../../../app/language.ts';
import { Panel } from '../../../ui/index.ts';
import type { Robust } from './RobustnessSection.tsx';
import { useIndicatorName } from './useIndicatorName.ts';

/** Where raters differ, first as it is, then as a coefficient with its interval. */
export function AgreementPanel({ agreement }: { readonly agreement: Robust['agreement'] }) {
  const t = useT();
  const nameOf = useIndicatorName();
  const locale = useLocale();
  const number = (value: number) => value.toLocaleString(locale, { maximumFractionDigits: 3 });
  const compared = agreement.disagreements.some(({ span }) => span !== null);
  return (
    <Panel title={t('robustness.agreement.title')}>
      <Text size="sm" c="dimmed">
        {t('robustness.agreement.lead')}
      </Text>
      {!compared ? (
        <Text>{t('robustness.agreement.few')}</Text>
      ) : (
        <>
          <Table aria-label={t('robustness.agreement.title')} verticalSpacing="xs">
            <Table.Thead>
              <Table.Tr>
                {(['indicator', 'given', 'span'] as const).map((column) => (
                  <Table.Th key={column} scope="col">
                    {t(`robustness.agreement.column.${column}`)}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {agreement.disagreements.map(({ indicator, given, span }) => (
                <Table.Tr key={indicator}>
                  <Table.Th scope="row" fw={500}>
                    {nameOf(indicator)}
                  </Table.Th>
                  <Table.Td>{given}</Table.Td>
                  <Table.Td>
                    {span === null
                      ? t('robustness.agreement.alone')
                      : t('robustness.agreement.levels', { count: span })}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
          <Text>
            {t('robustness.agreement.alpha', {
              alpha: agreement.alpha === null ? '–' : number(agreement.alpha),
            })}
            {'; '}
            {agreement.interval === null
              ? t('robustness.agreement.noInterval')
              : t('robustness.agreement.interval', {
                  low: number(agreement.interval.low),
                  high: number(agreement.interval.high),
                })}
            . {t(`cli.calc.agreement.reliance.${agreement.reliance}`)}.
          </Text>
          <Text size="sm" c="dimmed">
            {t('robustness.agreement.unstable')}
          </Text>
        </>
      )}
    </Panel>
  );
}
