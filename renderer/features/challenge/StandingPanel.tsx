import { Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useT } from '../../app/language.ts';
import { Chip, Panel } from '../../ui/index.ts';
import { useChallenged } from './ChallengeContext.ts';
import style from './challenge.module.css';
import { useItemText } from './useItemText.ts';

/** The four parts of the challenge, each done or with what is still missing. */
export function StandingPanel() {
  const t = useT();
  const itemText = useItemText();
  const { missing } = useChallenged();
  const open = (test: (code: string) => boolean) => missing.challenge.filter(test);
  const parts = [
    ['verdicts', open((code) => code.startsWith('NEC'))],
    ['challenger', open((code) => code === 'challenger')],
    ['gaming', open((code) => code.startsWith('gaming'))],
    ['selfCheck', missing.selfCheck],
  ] as const;
  return (
    <Panel title={t('challenge.standing.title')}>
      <ul className={style.parts}>
        {parts.map(([part, list]) => (
          <li key={part} data-part={part} data-done={list.length === 0}>
            <Text size="sm" fw={600}>
              {t(`challenge.standing.${part}`)}
            </Text>
            {list.length === 0 ? (
              <Chip tone="met" icon={<IconCircleCheck size={14} aria-hidden />}>
                {t('challenge.standing.done')}
              </Chip>
            ) : (
              <span className={style.open}>
                <IconAlertTriangle size={16} aria-hidden />
                {t('challenge.standing.open', { list: list.map(itemText).join(', ') })}
              </span>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
