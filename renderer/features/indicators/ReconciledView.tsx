import { List, Text } from '@mantine/core';
import { IconScale } from '@tabler/icons-react';
import type { Indicator } from '#shared/framework/pack.ts';
import { useLang, useT } from '../../app/language.ts';
import { Chip, LongTextBlock } from '../../ui/index.ts';
import style from './indicators.module.css';
import { LevelBar } from './LevelBar.tsx';
import type { Reconciled } from './useReconciled.ts';

/** What the raters came to, why, and who still thinks otherwise. */
export function ReconciledView(props: { readonly indicator: Indicator; readonly reconciled: Reconciled }) {
  const t = useT();
  const lang = useLang();
  const { body, versions } = props.reconciled;
  const anchor = props.indicator.scale.find((step) => step.level === body.level)?.anchor[lang];
  return (
    <div className={style.rating} data-testid={`agreed-${props.indicator.id}`}>
      <div className={style.scale}>
        <Text fw={650}>
          <IconScale size={16} aria-hidden className={style.inlineIcon} /> {t('robustness.agreed.title')}
        </Text>
        <LevelBar level={body.level} low={body.low} high={body.high} />
        {versions.length > 1 && <Chip tone="warn">{t('assessment.reason.conflict')}</Chip>}
      </div>
      <div className={style.words}>
        <Text fw={600}>
          {body.level === 'unknown'
            ? t('assessment.unknownText')
            : body.level === 'notApplicable'
              ? t('assessment.notApplicableText')
              : anchor}
        </Text>
        <LongTextBlock>{body.argument}</LongTextBlock>
        <Text size="sm" fw={600}>
          {t('robustness.agreed.dissent')}
        </Text>
        {body.dissent.length === 0 ? (
          <Text size="sm" c="dimmed">
            {t('robustness.agreed.dissentNone')}
          </Text>
        ) : (
          <List size="sm">
            {body.dissent.map(({ who, text }) => (
              <List.Item key={`${who} ${text}`}>
                <strong>{who}:</strong> {text}
              </List.Item>
            ))}
          </List>
        )}
      </div>
    </div>
  );
}
