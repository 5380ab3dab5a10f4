import { Anchor, List, Text } from '@mantine/core';
import { useT } from '../../app/language.ts';
import { hrefOf, tabOfType } from '../../app/router.ts';
import { Panel } from '../../ui/index.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import { useAboutText } from '../evidence/useAboutText.ts';
import type { Neutral } from './NeutralityView.tsx';

/** Judgements that may rest on a country alone, each with where to read it again. */
export function LintPanel({ findings }: { readonly findings: Neutral['findings'] }) {
  const t = useT();
  const { logId } = useCase();
  const aboutText = useAboutText();
  return (
    <Panel title={t('neutrality.lint.title')}>
      <Text size="sm" c="dimmed" maw="80ch">
        {t('neutrality.lint.lead')}
      </Text>
      {findings.length === 0 ? (
        <Text size="sm">{t('neutrality.lint.none')}</Text>
      ) : (
        <List size="sm" spacing="sm" aria-label={t('neutrality.lint.title')}>
          {findings.map(({ record, type, about, code, words }) => {
            const at = type === 'verdict' ? { record: about } : {};
            return (
              <List.Item key={`${record} ${code}`} data-neutrality={code}>
                <Anchor
                  size="sm"
                  fw={600}
                  href={hrefOf({ screen: 'case', logId, tab: tabOfType(type), ...at })}
                >
                  {aboutText({ type, about })}
                </Anchor>
                <Text size="sm">{t(`neutrality.lint.${code}`, { words: words.join(', ') })}</Text>
              </List.Item>
            );
          })}
        </List>
      )}
    </Panel>
  );
}
