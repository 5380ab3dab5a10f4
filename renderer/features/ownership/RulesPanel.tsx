import { Alert, Table, Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import type { TextKey } from '#shared/i18n/index.ts';
import { THRESHOLD_RULES } from '#shared/ownership/rules.ts';
import { Panel } from '../../ui/index.ts';
import { CertaintyChip } from './CertaintyChip.tsx';
import { useStudy } from './OwnershipContext.ts';
import style from './ownership.module.css';
import type { Picture } from './words.ts';

type Rule = Picture['rules'][number];

const isKnown = (id: string): boolean => THRESHOLD_RULES.some((rule) => rule.id === id);
const REGIMES = ['vifo', 'telecom', 'energy', 'ofac', 'eu', 'ubo', 'free'] as const;

/** The thresholds of the law on that day, by field of law, each with how sure its outcome and its reading are. */
export function RulesPanel() {
  const { picture, words, day } = useStudy();
  const { t } = words;
  return (
    <Panel title={t('ownership.rules.title')}>
      <Text size="sm" c="dimmed">
        {t('ownership.rules.lead', { day: words.day(day) })} {t('ownership.rules.applies')}
      </Text>
      <div className={style.scroll}>
        <Table aria-label={t('ownership.rules.title')} className={style.rules} verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              {(['rule', 'level', 'verdict', 'stake', 'source'] as const).map((key) => (
                <Table.Th key={key} scope="col">
                  {t(`ownership.rules.${key}`)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          {REGIMES.map((regime) => {
            const rules = picture.rules.filter((rule) => rule.regime === regime);
            return rules.length === 0 ? null : (
              <Table.Tbody key={regime}>
                <Table.Tr>
                  <Table.Th colSpan={5} scope="colgroup" className={style.regime}>
                    {t(`ownership.rules.regime.${regime}`)}
                  </Table.Th>
                </Table.Tr>
                {rules.map((rule) => (
                  <Row key={`${rule.rule} ${rule.level} ${rule.parties.join(' ')}`} rule={rule} />
                ))}
              </Table.Tbody>
            );
          })}
        </Table>
      </div>
      <Alert
        bg="var(--wb-accent-soft)"
        icon={<IconInfoCircle aria-hidden />}
        styles={{ message: { color: 'var(--mantine-color-text)' } }}
      >
        {t('ownership.rules.note')}
      </Alert>
    </Panel>
  );
}

function Row({ rule }: { readonly rule: Rule }) {
  const { picture, words, nameOf } = useStudy();
  const { t, span, percent } = words;
  const known = isKnown(rule.rule);
  const [only] = rule.parties;
  // A rule that looks at the parties one by one says of whom it speaks.
  const single = rule.parties.length === 1 && picture.parties.length > 1;
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={500}>
        {known ? t(`ownership.rule.${rule.rule}.name` as TextKey) : rule.rule}
        {single && only !== undefined && (
          <Text size="sm" c="dimmed">
            {t('ownership.rules.party', { name: nameOf(only) })}
          </Text>
        )}
      </Table.Th>
      <Table.Td>
        {t(rule.operator === '>' ? 'ownership.rules.operator.>' : 'ownership.rules.operator.>=', {
          level: percent(rule.level),
        })}
      </Table.Td>
      <Table.Td>
        <CertaintyChip verdict={rule.verdict} />
        {rule.byRight && (
          <Text size="sm" c="dimmed">
            {t('ownership.rules.byRight')}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        {rule.stakes.map(({ basis, ...stake }) => (
          <div key={basis} className={style.stake}>
            {t(basis === 'capital' ? 'ownership.rules.stakeOfCapital' : 'ownership.rules.stakeOfVotes', {
              share: span(stake, 2),
            })}
          </div>
        ))}
      </Table.Td>
      <Table.Td>
        {known ? t(`ownership.rule.${rule.rule}.source` as TextKey) : rule.source}
        <Text size="sm" c="dimmed">
          {t(`ownership.rules.reading.${rule.confidence}`)}
        </Text>
      </Table.Td>
    </Table.Tr>
  );
}
