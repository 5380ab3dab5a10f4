import { Button, Text } from '@mantine/core';
import { IconEyeOff } from '@tabler/icons-react';
import { useState } from 'react';
import type { Indicator } from '#shared/framework/pack.ts';
import { useT } from '../../app/language.ts';
import type { Rating } from '../overview/useAssessment.ts';
import style from './indicators.module.css';
import { RatingView } from './RatingView.tsx';

/**
 * What others made of an indicator: hidden until one has rated it oneself, so that raters stay blind to each other
 * (peers' row 39). Who only reads may look.
 */
export function OtherRatings(props: {
  readonly indicator: Indicator;
  readonly ratings: readonly Rating[];
  readonly blind: boolean;
  readonly highlighted: string | undefined;
}) {
  const t = useT();
  const [shown, setShown] = useState(false);
  const { ratings, indicator } = props;
  if (props.blind && !shown && ratings.length > 0)
    return (
      <div className={style.shut} data-testid={`blind-${indicator.id}`}>
        <IconEyeOff size={16} aria-hidden />{' '}
        <strong>{t('robustness.blind.hidden', { count: ratings.length })}.</strong>{' '}
        <Text component="span" size="sm">
          {t('robustness.blind.why')}
        </Text>{' '}
        <Button size="compact-sm" variant="default" onClick={() => setShown(true)}>
          {t('robustness.blind.show')}
        </Button>
      </div>
    );
  return ratings.map((rating) => (
    <RatingView
      key={rating.record}
      rating={rating}
      indicator={indicator}
      highlighted={rating.record === props.highlighted}
    />
  ));
}
