import { Anchor, Text } from '@mantine/core';
import { useT } from '../../app/language.ts';
import { AuthorText, DateText, LongTextBlock, MarkingBadge } from '../../ui/index.ts';
import type { Version } from '../overview/useAssessment.ts';
import { useWeighing, weighingBody } from './WeighingContext.ts';
import style from './weighing.module.css';

/** One version of a text: what it says, what it rests on, who wrote it when, and its marking. */
export function PartText({ version }: { readonly version: Version }) {
  const t = useT();
  const { evidence } = useWeighing();
  const { argument, evidence: cited } = weighingBody(version);
  return (
    <article className={style.version}>
      <LongTextBlock>{argument}</LongTextBlock>
      {cited.length > 0 && (
        <div>
          <Text size="sm" fw={600}>
            {t('weighing.evidence')}
          </Text>
          <ul className={style.evidence}>
            {cited.map((record) => {
              const known = evidence.get(record);
              return (
                <li key={record}>
                  {known ? (
                    <Anchor fz="sm" href={known.href}>
                      {known.label}
                    </Anchor>
                  ) : (
                    <Text size="sm" c="dimmed">
                      {t('weighing.evidenceGone')}
                    </Text>
                  )}
                </li>
              );
            })}
          </ul>
        </div>
      )}
      <Text size="sm" c="dimmed" className={style.by}>
        <AuthorText author={version.author} />
        <DateText instant={version.time} />
        <MarkingBadge marking={version.marking} />
      </Text>
    </article>
  );
}
