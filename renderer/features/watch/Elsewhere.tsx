import { Anchor, Text } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { forText } from '#shared/identity/reason-text.ts';
import type { RecordRef } from '#shared/ipc/common.ts';
import { useQueryCall } from '../../api/index.ts';
import { useLang, useT } from '../../app/language.ts';
import { hrefOf } from '../../app/router.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import { Notice } from '../dossier/Notice.tsx';
import style from './watch.module.css';

/** On the page of a party: in which other cases of this vault it appears, and by what that was seen. */
export function Elsewhere({ self }: { readonly self: RecordRef }) {
  const t = useT();
  const lang = useLang();
  const { logId } = useCase();
  const { data } = useQueryCall('watch.elsewhere', { logId, record: self.record });
  if (data === undefined || data.length === 0) return null;
  const count = new Set(data.map((one) => one.logId)).size;
  return (
    <Notice tone="info" icon={<IconEye size={20} aria-hidden />} title={t('watch.elsewhere', { count })}>
      <ul className={style.cases}>
        {data.map(({ logId: other, title, ref, roles, reasons }) => (
          <li key={`${other} ${ref.record}`}>
            <Anchor href={hrefOf({ screen: 'case', logId: other, tab: 'dossier', record: ref.record })}>
              {title}
            </Anchor>{' '}
            <span className={style.role}>
              {[
                ...(ref.label === self.label ? [] : [t('watch.as', { name: ref.label })]),
                ...roles.map((role) => t(`watch.roleName.${role}`)),
                ...reasons.slice(0, 1).map((reason) => forText(reason, { t, lang })),
              ].join(', ')}
            </span>
          </li>
        ))}
      </ul>
      <Text size="sm">{t('watch.elsewhereText')}</Text>
    </Notice>
  );
}
