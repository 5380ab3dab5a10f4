import { Anchor } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useQueryCall } from '../../api/index.ts';
import { useT } from '../../app/language.ts';
import { hrefOf } from '../../app/router.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import style from './identity.module.css';

/** The way to the duplicates from the list of parties, with their number where it is known. */
export function DuplicatesLink() {
  const t = useT();
  const { logId } = useCase();
  const { data } = useQueryCall('identity.candidates', { logId }, { keep: true });
  const count = data ? data.candidates.length + data.more : undefined;
  return (
    <Anchor className={style.link} href={hrefOf({ screen: 'case', logId, tab: 'duplicates' })}>
      <IconCopy size={16} aria-hidden />
      {t('identity.title')}
      {count !== undefined && count > 0 && (
        <span className={style.badge}>
          <span aria-hidden>{count}</span>
          <span className="wb-hidden">{t('identity.count', { count })}</span>
        </span>
      )}
    </Anchor>
  );
}
