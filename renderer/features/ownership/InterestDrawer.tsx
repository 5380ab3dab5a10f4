import { Anchor, Drawer, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { RecordId } from '#shared/model/ids.ts';
import { propertyOf } from '#shared/model/properties.ts';
import { useQueryCall } from '../../api/index.ts';
import { hrefOf } from '../../app/router.ts';
import { GradeBadge, QueryState, RecordLink } from '../../ui/index.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import { formatValue } from '../dossier/format.ts';
import { bodyOf } from '../dossier/readings.ts';
import { useWording } from '../dossier/useWording.ts';
import { InterestFlags, Validity } from './InterestFlags.tsx';
import { useStudy } from './OwnershipContext.ts';
import style from './ownership.module.css';

/** One interest with everything that is said of it; editing happens in the dossier. */
export function InterestDrawer(props: { readonly relation: RecordId; readonly onClose: () => void }) {
  const { words, interests, nameOf } = useStudy();
  const { t, share } = words;
  const { logId } = useCase();
  const interest = interests.get(props.relation);
  if (interest === undefined) return null;
  const { from, to, kind, capital, votes, right, grade } = interest;
  const place = hrefOf({ screen: 'case', logId, tab: 'dossier', record: interest.relation });
  return (
    <Drawer
      opened
      onClose={props.onClose}
      position="right"
      size={460}
      title={t('ownership.interest.describe', {
        from: nameOf(from),
        kind: t(`words.relationKind.${kind}`),
        to: nameOf(to),
      })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      classNames={{ title: style.drawerTitle }}
    >
      <Stack gap="md">
        <dl className={style.facts}>
          {interest.label !== undefined && <Fact name={t('ownership.interest.label')}>{interest.label}</Fact>}
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
          <Fact name={t('ownership.interest.validity')}>
            <Validity interest={interest} />
          </Fact>
        </dl>
        <div className={style.flags}>
          <InterestFlags interest={interest} />
        </div>
        <Title order={3} size="h4">
          {t('ownership.interest.facts')}
        </Title>
        <Facts holder={from} relation={interest.relation} />
        <Anchor href={place} fw={600}>
          {t('ownership.interest.toDossier')}
        </Anchor>
      </Stack>
    </Drawer>
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

function Facts(props: { readonly holder: RecordId; readonly relation: RecordId }) {
  const { words } = useStudy();
  const { t } = words;
  const { logId, at } = useCase();
  const wording = useWording(logId);
  const query = useQueryCall('dossier.entity', { logId, record: props.holder, at });
  return (
    <QueryState query={query}>
      {({ relations }) => {
        const claims = relations
          .find(({ record }) => record === props.relation)
          ?.claims.flatMap(({ record, versions, source }) => {
            const [version] = versions;
            const body = version && bodyOf(version, 'claim');
            return body ? [{ record, body, source }] : [];
          });
        if (claims === undefined || claims.length === 0) {
          return <Text c="dimmed">{t('ownership.interest.noFacts')}</Text>;
        }
        return (
          <ul className={style.claims}>
            {claims.map(({ record, body, source }) => (
              <li key={record}>
                <div className={style.claim}>
                  <span>{propertyOf(body.property)?.label[wording.lang] ?? body.property}</span>
                  <strong>{formatValue(body.property, body.value, wording)}</strong>
                  <GradeBadge reliability={body.reliability} credibility={body.credibility} />
                </div>
                <Text size="sm" c="dimmed">
                  {t('ownership.interest.source')}:{' '}
                  {source === undefined ? (
                    t('ownership.interest.noSource')
                  ) : (
                    <RecordLink logId={logId} to={source} />
                  )}
                </Text>
              </li>
            ))}
          </ul>
        );
      }}
    </QueryState>
  );
}
