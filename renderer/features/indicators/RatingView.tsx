import { Anchor, Text } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import type { Indicator } from '#shared/framework/pack.ts';
import { useLang, useT } from '../../app/language.ts';
import { AuthorText, Chip, DateText, LongTextBlock, MarkingBadge, RecordLink } from '../../ui/index.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import { type Rating, ratingOf } from '../overview/useAssessment.ts';
import { useEvidence } from '../overview/useEvidence.ts';
import style from './indicators.module.css';
import { LevelBar } from './LevelBar.tsx';

/** One rater's rating: level and range on the scale, the words of the level, argument, evidence, what would change it. */
export function RatingView(props: {
  readonly rating: Rating;
  readonly indicator: Indicator;
  readonly highlighted: boolean;
}) {
  const t = useT();
  const lang = useLang();
  const { logId } = useCase();
  const { rating, indicator } = props;
  const evidence = useEvidence(logId);
  return rating.versions.map((version) => {
    const body = ratingOf(version);
    const anchor = indicator.scale.find((step) => step.level === body.level)?.anchor[lang];
    return (
      <div key={version.digest} className={style.rating} data-highlighted={props.highlighted || undefined}>
        <div className={style.scale}>
          <LevelBar level={body.level} low={body.low} high={body.high} />
          <Text size="sm" c="dimmed">
            <AuthorText author={version.author} />, <DateText instant={version.time} />
          </Text>
          <div className={style.chips}>
            {rating.versions.length > 1 && <Chip tone="warn">{t('assessment.reason.conflict')}</Chip>}
            {body.horizon !== undefined && <Chip>{t(`words.horizon.${body.horizon}`)}</Chip>}
            <MarkingBadge marking={version.marking} />
          </div>
        </div>
        <div className={style.words}>
          <Text fw={600}>
            {body.level === 'unknown'
              ? t('assessment.unknownText')
              : body.level === 'notApplicable'
                ? t('assessment.notApplicableText')
                : anchor}
          </Text>
          {body.argument.trim() === '' ? (
            <Text size="sm" c="dimmed" fs="italic">
              {t('assessment.noArgumentYet')}
            </Text>
          ) : (
            <LongTextBlock>{body.argument}</LongTextBlock>
          )}
          {body.wouldChange !== undefined && body.wouldChange.trim() !== '' && (
            <div>
              <Text size="sm" fw={600}>
                {t('assessment.wouldChange')}
              </Text>
              <LongTextBlock>{body.wouldChange}</LongTextBlock>
            </div>
          )}
          <div className={style.evidence}>
            <IconPaperclip size={15} aria-hidden />
            {rating.evidence.length === 0 ? (
              <span>{t('assessment.noEvidence')}</span>
            ) : (
              <ul>
                {rating.evidence.map((ref) => (
                  <li key={ref.record}>
                    {evidence.has(ref.record) ? (
                      <Anchor href={evidence.get(ref.record)?.href} fz="inherit">
                        {evidence.get(ref.record)?.label}
                      </Anchor>
                    ) : (
                      <RecordLink logId={logId} to={ref} />
                    )}
                  </li>
                ))}
              </ul>
            )}
          </div>
        </div>
      </div>
    );
  });
}
