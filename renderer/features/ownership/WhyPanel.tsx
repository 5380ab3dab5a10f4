import { Text, Title, UnstyledButton } from '@mantine/core';
import { IconAlertTriangle, IconArrowRight } from '@tabler/icons-react';
import type { RecordId } from '#shared/model/ids.ts';
import { GradeBadge, Panel } from '../../ui/index.ts';
import { Period } from '../dossier/FactMeta.tsx';
import { useStudy } from './OwnershipContext.ts';
import style from './ownership.module.css';

/**
 * Why a verdict stands: every path link by link with value, date, source and grade, the weakest link, the source that
 * carries it, and what would have to be false for it to fall. `of` is the verdict on control or on influence (CON-2).
 */
export function WhyPanel({ of }: { readonly of: 'control' | 'influence' }) {
  const { picture, words } = useStudy();
  const { t } = words;
  const control = of === 'control';
  const why = control ? picture.why : picture.influence;
  const { verdict, paths, support, falls, cut } = why;
  const title = t(control ? 'ownership.why.title' : 'ownership.why.influence');
  if (verdict === 'excluded') {
    return (
      <Panel title={title}>
        <Text>{t(control ? 'ownership.why.nothing' : 'ownership.why.influenceNothing')}</Text>
      </Panel>
    );
  }
  return (
    <Panel title={title}>
      <Text>
        {t(control ? 'ownership.why.lead' : 'ownership.why.influenceLead', { count: paths.length })}{' '}
        {t('ownership.why.support', { count: support.length })}
      </Text>
      <Text>
        <Carriers carriers={why.carriers} />
      </Text>
      <ol
        className={style.paths}
        aria-label={t(control ? 'ownership.why.paths' : 'ownership.why.influencePaths')}
      >
        {paths.map((path) => (
          <li key={path.join(' ')}>
            <Path path={path} weakest={why.weakest} />
          </li>
        ))}
      </ol>
      {why.alternatives.length > 0 && (
        <details>
          <summary>{t('ownership.why.others', { count: why.alternatives.length })}</summary>
          <ul className={style.falls}>
            {why.alternatives.map((others) => (
              <li key={others.join(' ')}>
                {others.map((relation) => (
                  <LinkButton key={relation} relation={relation} />
                ))}
              </li>
            ))}
          </ul>
        </details>
      )}
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
                {fall.length > 1 && <span className={style.fallsAll}>{t('ownership.why.fallsAll')} </span>}
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

/** The sources without which a verdict falls, each alone. */
export function Carriers({ carriers }: { readonly carriers: readonly RecordId[] }) {
  const { picture, words } = useStudy();
  const { t, list } = words;
  const names = carriers.flatMap((id) => picture.sources.find(({ record }) => record === id)?.label ?? []);
  return names.length === 0
    ? t('influence.verdict.noCarrier')
    : t('influence.verdict.carrier', {
        count: names.length,
        list: list(names.map((name) => t('influence.quoted', { name }))),
      });
}

function Path({
  path,
  weakest,
}: {
  readonly path: readonly RecordId[];
  readonly weakest: readonly RecordId[];
}) {
  const { interests, nameOf } = useStudy();
  const first = path[0] === undefined ? undefined : interests.get(path[0]);
  return (
    <div className={style.path}>
      <span className={style.step}>{first && nameOf(first.from)}</span>
      {path.map((relation) => (
        <span key={relation} className={style.link}>
          <Link relation={relation} weakest={weakest.includes(relation)} />
          <span className={style.step}>{nameOf(interests.get(relation)?.to ?? relation)}</span>
        </span>
      ))}
    </div>
  );
}

function Link({ relation, weakest }: { readonly relation: RecordId; readonly weakest: boolean }) {
  const { picture, interests, words, nameOf, openInterest } = useStudy();
  const { t } = words;
  const interest = interests.get(relation);
  if (interest === undefined) return null;
  const sources = interest.sources.flatMap(
    (id) => picture.sources.find(({ record }) => record === id)?.label ?? [],
  );
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
      <span className={style.origin}>
        {sources.length === 0 ? t('ownership.interest.noSource') : words.list(sources)}
        {(interest.validFrom !== undefined || interest.validTo !== undefined) && (
          <>
            {' · '}
            <Period from={interest.validFrom} to={interest.validTo} />
          </>
        )}
      </span>
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
