import type { ReactNode } from 'react';
import type { InterestView } from '#shared/ipc/ownership.ts';
import { GradeBadge } from '../../ui/index.ts';
import { useProbability } from '../influence/probability.ts';
import { Validity } from './InterestFlags.tsx';
import { useStudy } from './OwnershipContext.ts';
import style from './ownership.module.css';

/** Size, rights, evidence and dates of one interest, or what an influence claim says. */
export function InterestFigures({ interest }: { readonly interest: InterestView }) {
  const { picture, words } = useStudy();
  const { t, share } = words;
  const probability = useProbability();
  const { kind, capital, votes, right, grade, claim } = interest;
  const sources = interest.sources.flatMap(
    (id) => picture.sources.find(({ record }) => record === id)?.label ?? [],
  );
  return (
    <dl className={style.facts}>
      {interest.label !== undefined && <Fact name={t('ownership.interest.label')}>{interest.label}</Fact>}
      {claim !== undefined && (
        <>
          <Fact name={t('influence.channelLabel')}>{t(`influence.channel.${claim.channel}`)}</Fact>
          <Fact name={t('influence.party')}>{t(`influence.wording.${claim.wording}`)}</Fact>
          <Fact name={t('influence.gripLabel')}>{t(`influence.grip.${claim.grip}`)}</Fact>
          <Fact name={t('influence.probabilityLabel')}>{probability(claim.probability)}</Fact>
          <Fact name={t('influence.confidenceLabel')}>
            {claim.confidence ? t(`words.confidence.${claim.confidence}`) : t('influence.confidenceNone')}
          </Fact>
        </>
      )}
      {(kind === 'owns' || capital !== undefined) && (
        <Fact name={t('ownership.interest.capital')}>
          {share(capital) ?? t('ownership.interest.notRecorded')}
        </Fact>
      )}
      {(kind === 'owns' || votes !== undefined) && (
        <Fact name={t('ownership.interest.votes')}>
          {share(votes) ?? t('ownership.interest.notRecorded')}
        </Fact>
      )}
      {right !== undefined && (
        <Fact name={t('ownership.interest.right')}>
          {t(
            right === 'certain'
              ? 'ownership.interest.rightCertainText'
              : 'ownership.interest.rightPossibleText',
          )}
        </Fact>
      )}
      <Fact name={t('ownership.interest.grade')}>
        {grade === undefined ? t('ownership.interest.noGrade') : <GradeBadge {...grade} />}
      </Fact>
      {claim !== undefined && (
        <Fact name={t('influence.rests')}>
          {sources.length === 0 ? t('ownership.interest.noSource') : words.list(sources)}
        </Fact>
      )}
      <Fact name={t('ownership.interest.validity')}>
        <Validity interest={interest} />
      </Fact>
    </dl>
  );
}

function Fact(props: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </>
  );
}
