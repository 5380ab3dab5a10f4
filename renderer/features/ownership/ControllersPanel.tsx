import { Text } from '@mantine/core';
import { Panel } from '../../ui/index.ts';
import { CertaintyChip } from './CertaintyChip.tsx';
import { useStudy } from './OwnershipContext.ts';
import style from './ownership.module.css';
import { PartyName } from './PartyName.tsx';

/** Who commands the company alone. */
export function ControllersPanel() {
  const { picture, words } = useStudy();
  const { t, span } = words;
  return (
    <Panel title={t('ownership.controllers.title')}>
      <Text size="sm" c="dimmed">
        {t('ownership.controllers.lead')}
      </Text>
      {picture.controllers.length === 0 ? (
        <Text>{t('ownership.controllers.none', { target: picture.target.label })}</Text>
      ) : (
        <ul className={style.rows}>
          {picture.controllers.map(({ controller, control, votes }) => (
            <li key={controller}>
              <PartyName record={controller} />
              <span className={style.figure}>{t('ownership.controllers.votes', { share: span(votes) })}</span>
              <CertaintyChip verdict={control} plain={!picture.parties.includes(controller)} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
