import { Group } from '@mantine/core';
import { useMemo } from 'react';
import type { InterestView, ShareView } from '#shared/ipc/ownership.ts';
import { CREDIBILITIES, RELIABILITIES } from '#shared/model/grade.ts';
import { type Column, DataTable, GradeBadge } from '../../ui/index.ts';
import { InterestFlags, Validity } from './InterestFlags.tsx';
import { useStudy } from './OwnershipContext.ts';

const upper = (share: ShareView | undefined): number | undefined =>
  share === undefined || share.kind === 'unknown'
    ? undefined
    : share.kind === 'exact'
      ? share.value
      : share.max;

const gradeRank = ({ grade }: InterestView): number | undefined =>
  grade && RELIABILITIES.indexOf(grade.reliability) * 10 + CREDIBILITIES.indexOf(grade.credibility);

/** Everything that the chart shows, line by line. Enter on a line opens what is known of it. */
export function InterestTable() {
  const { picture, words, nameOf, openInterest } = useStudy();
  const { t, share } = words;
  const columns = useMemo(
    (): readonly Column<InterestView>[] => [
      {
        key: 'from',
        header: t('ownership.interest.holder'),
        sort: ({ from }) => nameOf(from),
        cell: ({ from }) => nameOf(from),
      },
      {
        key: 'kind',
        header: t('ownership.interest.kind'),
        sort: ({ kind }) => t(`words.relationKind.${kind}`),
        cell: ({ kind, label }) => (
          <>
            {t(`words.relationKind.${kind}`)}
            {label !== undefined && ` (${label})`}
          </>
        ),
      },
      {
        key: 'to',
        header: t('ownership.interest.held'),
        sort: ({ to }) => nameOf(to),
        cell: ({ to }) => nameOf(to),
      },
      {
        key: 'capital',
        header: t('ownership.interest.capital'),
        align: 'right',
        sort: ({ capital }) => upper(capital),
        cell: ({ capital }) => share(capital) ?? '–',
      },
      {
        key: 'votes',
        header: t('ownership.interest.votes'),
        align: 'right',
        sort: ({ votes }) => upper(votes),
        cell: ({ votes }) => share(votes) ?? '–',
      },
      {
        key: 'right',
        header: t('ownership.interest.right'),
        sort: ({ right }) => right,
        cell: ({ right }) =>
          right === undefined
            ? '–'
            : t(right === 'certain' ? 'ownership.interest.rightCertain' : 'ownership.interest.rightPossible'),
      },
      {
        key: 'grade',
        header: t('ownership.interest.grade'),
        sort: gradeRank,
        cell: ({ grade }) => (grade ? <GradeBadge {...grade} /> : t('ownership.interest.noGrade')),
      },
      {
        key: 'validity',
        header: t('ownership.interest.validity'),
        sort: ({ validFrom, validTo }) => validFrom ?? validTo,
        cell: (interest) =>
          interest.validFrom === undefined && interest.validTo === undefined ? (
            '–'
          ) : (
            <Validity interest={interest} />
          ),
      },
      {
        key: 'flags',
        header: t('ownership.interest.flags'),
        sort: ({ disputed, unsourced }) => Number(!disputed) + Number(!unsourced),
        cell: (interest) => (
          <Group gap={4}>
            <InterestFlags interest={interest} />
          </Group>
        ),
      },
    ],
    [t, share, nameOf],
  );
  return (
    <DataTable
      label={t('ownership.interest.table', { target: picture.target.label })}
      rows={picture.interests}
      columns={columns}
      rowKey={({ relation }) => relation}
      onOpen={({ relation }) => openInterest(relation)}
      initialSort={{ key: 'to', down: false }}
    />
  );
}
