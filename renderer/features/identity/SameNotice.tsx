import { Anchor, Text } from '@mantine/core';
import { IconEqual } from '@tabler/icons-react';
import type { RecordRef } from '#shared/ipc/common.ts';
import { useQueryCall } from '../../api/index.ts';
import { useT } from '../../app/language.ts';
import { hrefOf } from '../../app/router.ts';
import { RecordLink } from '../../ui/index.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import { Notice } from '../dossier/Notice.tsx';
import style from './identity.module.css';
import { decisionOn } from './pairs.ts';

/** On the page of a party: what else it goes by, and the way to say that it is not so after all. */
export function SameNotice({ self }: { readonly self: RecordRef }) {
  const t = useT();
  const { logId, at } = useCase();
  const { data } = useQueryCall('identity.get', { logId, at }, { keep: true });
  const group = data?.groups.find(({ members }) => members.some(({ record }) => record === self.record));
  if (data === undefined || group === undefined) return null;
  const others = group.members.filter(({ record }) => record !== self.record);
  return (
    <Notice tone="info" icon={<IconEqual size={20} aria-hidden />} title={t('identity.also')}>
      <ul className={style.names}>
        {others.map((other) => {
          const decision =
            decisionOn(data.decisions, self.record, other.record)?.record ?? group.decisions[0];
          return (
            <li key={other.record} className={style.entry}>
              <RecordLink logId={logId} to={other} />
              <Anchor
                size="sm"
                href={hrefOf({
                  screen: 'case',
                  logId,
                  tab: 'duplicates',
                  ...(decision === undefined ? {} : { record: decision }),
                })}
              >
                {t('identity.notSame')}
                <span className="wb-hidden">: {other.label}</span>
              </Anchor>
            </li>
          );
        })}
      </ul>
      <Text size="sm">{t('identity.alsoText')}</Text>
    </Notice>
  );
}
