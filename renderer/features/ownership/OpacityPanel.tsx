import { Text, Title } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { Panel } from '../../ui/index.ts';
import { useStudy } from './OwnershipContext.ts';
import style from './ownership.module.css';

const SOME = 1e-9;

/** A circle has no beginning: told from the name that comes first, in its own direction. */
const fromFirst = (names: readonly string[]): readonly string[] => {
  const at = names.indexOf([...names].sort()[0] ?? '');
  return [...names.slice(at), ...names.slice(0, at)];
};

/** How much of the capital ends with somebody known, and the shape of the network: circles and the longest chain. */
export function OpacityPanel() {
  const { picture, words, nameOf } = useStudy();
  const { t, span } = words;
  const { known, opaque, unrecorded, unseen } = picture.opacity;
  const parts = [
    { key: 'known', from: 0, to: known.min },
    { key: 'unsure', from: known.min, to: known.max },
    { key: 'unseen', from: known.max, to: 1 },
  ] as const;
  const chain = picture.longestChain;
  return (
    <Panel title={t('ownership.opacity.title')}>
      <div
        role="img"
        aria-label={t('ownership.opacity.bar', {
          known: span(known),
          opaque: span(opaque),
          unrecorded: span(unrecorded),
        })}
        className={style.bar}
      >
        {parts
          .filter(({ from, to }) => to - from > SOME)
          .map(({ key, from, to }) => (
            <span key={key} data-part={key} style={{ flexGrow: to - from }} />
          ))}
      </div>
      <ul className={style.barLegend}>
        <li data-part="known">
          {t('ownership.opacity.known')}: <strong>{span(known)}</strong>
        </li>
        {known.max - known.min > SOME && <li data-part="unsure">{t('ownership.opacity.uncertain')}</li>}
        <li data-part="unseen">
          {t('ownership.opacity.unseen')}: <strong>{span(unseen)}</strong>
          {unseen.max > SOME &&
            ` (${t('ownership.opacity.unseenParts', { opaque: span(opaque), unrecorded: span(unrecorded) })})`}
        </li>
      </ul>
      <Title order={3} size="h4">
        {t('ownership.structure.circles')}
      </Title>
      {picture.circles.length === 0 ? (
        <Text size="sm">{t('ownership.structure.noCircles')}</Text>
      ) : (
        picture.circles.map((circle) => (
          <Text key={circle.join(' ')} size="sm">
            {t('ownership.structure.circle', { names: words.list(fromFirst(circle.map(nameOf))) })}
          </Text>
        ))
      )}
      {chain.length > 1 && (
        <>
          <Title order={3} size="h4">
            {t('ownership.structure.longest')} ({t('ownership.structure.steps', { count: chain.length - 1 })})
          </Title>
          <p className={style.chain}>
            {chain.map((record, i) => (
              <span key={record} className={style.chainPart}>
                {i > 0 && <IconChevronRight size={15} aria-hidden />}
                {nameOf(record)}
              </span>
            ))}
          </p>
        </>
      )}
    </Panel>
  );
}
