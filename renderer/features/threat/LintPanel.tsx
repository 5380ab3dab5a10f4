import { List, Text } from '@mantine/core';
import { lintAppraisal } from '#shared/threat/wording.ts';
import { useLang, useT } from '../../app/language.ts';
import { Chip, Panel } from '../../ui/index.ts';
import { appraisalOf, useThreat } from './ThreatContext.ts';

/** Every remark on the wording of the appraisals, and why there is no total. */
export function LintPanel() {
  const t = useT();
  const lang = useLang();
  const { threat } = useThreat();
  const findings = threat.appraisals.flatMap((one) =>
    lintAppraisal(appraisalOf(one), threat.yardstick.id, lang).map((finding) => ({ ...finding, one })),
  );
  return (
    <Panel title={t('threat.lint.title')}>
      <Text size="sm" c="dimmed">
        {t('threat.lint.lead')}
      </Text>
      {findings.length === 0 ? (
        <Text size="sm">{t('threat.lint.none')}</Text>
      ) : (
        <List size="sm" spacing="xs" aria-label={t('threat.lint.title')}>
          {findings.map(({ field, code, words, start, one }) => (
            <List.Item key={`${one.record} ${field} ${code} ${start}`} data-lint={code}>
              <Chip tone="warn">{t(`threat.field.${field}`)}</Chip>{' '}
              {t(`threat.lint.${code}`, { words: words.join(', ') })}
              <Text size="sm" c="dimmed">
                {appraisalOf(one).statement}
              </Text>
            </List.Item>
          ))}
        </List>
      )}
      <Text size="sm" fw={600}>
        {t('threat.noProduct')}
      </Text>
    </Panel>
  );
}
