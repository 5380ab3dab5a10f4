import { Anchor, Group, Text } from '@mantine/core';
import { BEV_2023 } from '#shared/framework/bev2023.ts';
import { leafById } from '#shared/framework/wording.ts';
import { useLang, useT } from '../../app/language.ts';
import { hrefOf } from '../../app/router.ts';
import { Chip, LongTextBlock, OutcomeChip, Panel } from '../../ui/index.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import type { Neutral } from './NeutralityView.tsx';
import style from './neutrality.module.css';

/** Minimal intervention, proportionality and country neutrality: argued, or still without an argument. */
export function ProportionPanel({ principles }: { readonly principles: Neutral['principles'] }) {
  const t = useT();
  const lang = useLang();
  const { logId } = useCase();
  return (
    <Panel title={t('neutrality.proportion.title')}>
      <Text size="sm" c="dimmed" maw="80ch">
        {t('neutrality.proportion.lead')}
      </Text>
      <ul className={style.principles}>
        {principles.map(({ leaf, outcome, argument, argued }) => {
          const title = leafById(BEV_2023, leaf)?.title[lang] ?? leaf;
          return (
            <li key={leaf} data-principle={leaf} data-argued={argued}>
              <Group gap="sm">
                <Text fw={600}>
                  {title} ({leaf})
                </Text>
                {outcome && argued && <OutcomeChip outcome={outcome} />}
                {!argued && (
                  <Chip tone="warn">
                    {t(
                      argument.trim() === ''
                        ? 'neutrality.proportion.missing'
                        : 'neutrality.proportion.conflict',
                    )}
                  </Chip>
                )}
                <Anchor
                  size="sm"
                  aria-label={t('neutrality.proportion.toVerdict', { title })}
                  href={hrefOf({ screen: 'case', logId, tab: 'overview', record: leaf })}
                >
                  {t('neutrality.proportion.judge')}
                </Anchor>
              </Group>
              {argued && <LongTextBlock>{argument}</LongTextBlock>}
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
