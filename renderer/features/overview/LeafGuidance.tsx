import { List, Stack, Text } from '@mantine/core';
import { BEV_2023 } from '#shared/framework/bev2023.ts';
import type { Trigger } from '#shared/framework/inputs.ts';
import type { Leaf } from '#shared/framework/pack.ts';
import { wordingOf } from '#shared/framework/wording.ts';
import { useLang, useT } from '../../app/language.ts';
import { Chip } from '../../ui/index.ts';
import style from './LeafGuidance.module.css';

/** What the framework says about a question: place in the letter, what to look at, and where the letter leaves room. */
export function LeafGuidance({ leaf, trigger }: { readonly leaf: Leaf; readonly trigger: Trigger }) {
  const t = useT();
  const lang = useLang();
  return (
    <Stack gap="xs">
      <div className={style.ids}>
        <Text size="sm" c="dimmed">
          {t('assessment.letterIds')}:
        </Text>
        {leaf.letter.map((id) => (
          <Chip key={id}>{id}</Chip>
        ))}
        {leaf.construct && <Chip tone="warn">{t('assessment.construct')}</Chip>}
      </div>
      {leaf.role === 'informs' && (
        <Text size="sm" fw={600}>
          {t('assessment.informsOnly')}
        </Text>
      )}
      <details className={style.more} open>
        <summary>{t('assessment.guidance')}</summary>
        <List size="sm" spacing={4}>
          {wordingOf(leaf, trigger).guidance.map((text) => (
            <List.Item key={text.nl}>{text[lang]}</List.Item>
          ))}
        </List>
        <Text size="sm" mt="xs">
          <strong>{t('assessment.evidenceHint')}:</strong> {leaf.evidence[lang]}
        </Text>
      </details>
      {leaf.ambiguities.length > 0 && (
        <details className={style.more}>
          <summary>{t('assessment.ambiguities')}</summary>
          <List size="sm" spacing={4}>
            {leaf.ambiguities.map(({ letter, text }) => (
              <List.Item key={letter}>
                {text[lang]} ({letter})
              </List.Item>
            ))}
          </List>
        </details>
      )}
      <details className={style.more}>
        <summary>{t('assessment.rule')}</summary>
        <Text size="sm">
          {leaf.role === 'informs' ? leaf.roleReason[lang] : BEV_2023.verdictRule.text[lang]}
        </Text>
      </details>
    </Stack>
  );
}
