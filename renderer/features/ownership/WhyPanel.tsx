import { Text, Title, UnstyledButton } from '@mantine/core';
import { IconAlertTriangle, IconArrowRight } from '@tabler/icons-react';
import type { RecordId } from '#shared/model/ids.ts';
import { GradeBadge, Panel } from '../../ui/index.ts';
import { useStudy } from './OwnershipContext.ts';
import style from './ownership.module.css';

/** Why the verdict stands: every path link by link, the weakest link, and what would have to be false for it to fall. */
export function WhyPanel() {
  const { picture, words } = useStudy();
  const { t } = words;
  const { verdict, paths, support, falls, cut } = picture.why;
  if (verdict === 'excluded') {
    return (
      <Panel title={t('ownership.why.title')}>
        <Text>{t('ownership.why.nothing')}</Text>
      </Panel>
    );
  }
  return (
    <Panel title={t('ownership.why.title')}>
      <Text>
        {t('ownership.why.lead', { count: paths.length })}{' '}
        {t('ownership.why.support', { count: support.length })}
      </Text>
      <ol className={style.paths} aria-label={t('ownership.why.paths')}>
        {paths.map((path) => (
          <li key={path.join(' ')}>
            <Path path={path} />
          </li>
        ))}
      </ol>
      {falls.length > 0 && (
        <>
          <Title order={3} size="h4">
            {t('ownership.why.falls')}
          </Title>
          <Text size="sm" c="dimmed">
            {t('ownership.why.fallsLead')}
          </Text>
          <ul className={style.falls}>
            {falls.map((fall) => (
              <li key={fall.join(' ')}>
                {fall.length > 1 && <span className={style.fallsAll}>{t('ownership.why.fallsAll')}</span>}
                {fall.map((relation) => (
                  <LinkButton key={relation} relation={relation} />
                ))}
              </li>
            ))}
          </ul>
        </>
      )}
      {cut && <Text size="sm">{t('ownership.why.cut')}</Text>}
    </Panel>
  );
}

function Path({ path }: { readonly path: readonly RecordId[] }) {
  const { interests, nameOf } = useStudy();
  const first = path[0] === undefined ? undefined : interests.get(path[0]);
  return (
    <div className={style.path}>
      <span className={style.step}>{first && nameOf(first.from)}</span>
      {path.map((relation) => (
        <span key={relation} className={style.link}>
          <Link relation={relation} />
          <span className={style.step}>{nameOf(interests.get(relation)?.to ?? relation)}</span>
        </span>
      ))}
    </div>
  );
}

function Link({ relation }: { readonly relation: RecordId }) {
  const { picture, interests, words, nameOf, openInterest } = useStudy();
  const { t } = words;
  const interest = interests.get(relation);
  if (interest === undefined) return null;
  const weakest = picture.why.weakest.includes(relation);
  return (
    <>
      <UnstyledButton
        className={style.arrow}
        data-weakest={weakest || undefined}
        onClick={() => openInterest(relation)}
        aria-label={[
          t('ownership.interest.describe', {
            from: nameOf(interest.from),
            kind: t(`words.relationKind.${interest.kind}`),
            to: nameOf(interest.to),
          }),
          words.lineLabel(interest),
          ...(weakest ? [t('ownership.why.weakest')] : []),
        ].join(', ')}
      >
        {weakest && <IconAlertTriangle size={15} aria-hidden />}
        {words.lineLabel(interest)}
        {weakest && <span className={style.weakest}>{t('ownership.why.weakest')}</span>}
        <IconArrowRight size={15} aria-hidden />
      </UnstyledButton>
      {interest.grade && <GradeBadge {...interest.grade} />}
    </>
  );
}

function LinkButton({ relation }: { readonly relation: RecordId }) {
  const { interests, words, nameOf, openInterest } = useStudy();
  const interest = interests.get(relation);
  if (interest === undefined) return null;
  return (
    <UnstyledButton className={style.fall} onClick={() => openInterest(relation)}>
      {words.t('ownership.interest.describe', {
        from: nameOf(interest.from),
        kind: words.t(`words.relationKind.${interest.kind}`),
        to: nameOf(interest.to),
      })}{' '}
      ({words.lineLabel(interest)})
    </UnstyledButton>
  );
}
