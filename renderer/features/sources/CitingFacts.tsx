import { Text } from '@mantine/core';
import { useMemo } from 'react';
import { propertyOf } from '#shared/model/properties.ts';
import { type Given, useQueryCall } from '../../api/index.ts';
import { useT } from '../../app/language.ts';
import { hrefOf } from '../../app/router.ts';
import { type Column, DataTable, GradeBadge, MarkingBadge, QueryState } from '../../ui/index.ts';
import { formatValue } from '../dossier/format.ts';
import { bodyOf } from '../dossier/readings.ts';
import { useRefName } from '../dossier/useRefName.ts';
import { useWording } from '../dossier/useWording.ts';

type Citation = Given<'sources.claims'>[number];

/** The facts that cite a source, each a way to its place in the dossier. */
export function CitingFacts({ logId, record }: { readonly logId: string; readonly record: string }) {
  const t = useT();
  const query = useQueryCall('sources.claims', { logId, record });
  const columns = useColumns(logId);
  return (
    <QueryState query={query}>
      {(citations) => (
        <DataTable
          label={t('sources.page.citing')}
          rows={citations}
          columns={columns}
          rowKey={({ claim }) => claim.digest}
          rowHref={({ claim }) => hrefOf({ screen: 'case', logId, tab: 'dossier', record: claim.record })}
          empty={<Text c="dimmed">{t('sources.page.noCiting')}</Text>}
        />
      )}
    </QueryState>
  );
}

const useColumns = (logId: string): readonly Column<Citation>[] => {
  const t = useT();
  const wording = useWording(logId);
  const refName = useRefName(logId);
  return useMemo(() => {
    const bodyIn = ({ claim }: Citation) => bodyOf(claim, 'claim');
    const nameOf = (citation: Citation) => {
      const body = bodyIn(citation);
      return body === null ? '' : (propertyOf(body.property)?.label[wording.lang] ?? body.property);
    };
    return [
      {
        key: 'fact',
        header: t('sources.page.fact'),
        sort: nameOf,
        cell: (citation) => {
          const body = bodyIn(citation);
          if (body === null) return t('dossier.unreadable');
          return `${nameOf(citation)}: ${formatValue(body.property, body.value, wording)}`;
        },
      },
      {
        key: 'about',
        header: t('sources.page.about'),
        sort: ({ about }) => refName(about),
        cell: ({ about }) => refName(about),
      },
      {
        key: 'quote',
        header: t('sources.page.quote'),
        width: '34%',
        cell: (citation) => {
          const body = bodyIn(citation);
          if (body?.quote === undefined && body?.page === undefined) return '–';
          return (
            <>
              {body.quote !== undefined && (
                <Text size="sm" className="wb-prewrap" lineClamp={4}>
                  “{body.quote}”
                </Text>
              )}
              {body.page !== undefined && (
                <Text size="sm" c="dimmed">
                  {t('dossier.facts.page', { page: body.page })}
                </Text>
              )}
            </>
          );
        },
      },
      {
        key: 'grade',
        header: t('sources.column.reliability'),
        cell: (citation) => {
          const body = bodyIn(citation);
          return body === null ? null : (
            <GradeBadge reliability={body.reliability} credibility={body.credibility} />
          );
        },
      },
      {
        key: 'marking',
        header: t('sources.column.marking'),
        cell: ({ claim }) => <MarkingBadge marking={claim.marking} />,
      },
    ];
  }, [t, wording, refName]);
};
