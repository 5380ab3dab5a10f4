import { IconEyeOff, IconFlag } from '@tabler/icons-react';
import type { RecordId } from '#shared/model/ids.ts';
import { Chip, RecordLink } from '../../ui/index.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import { TypeIcon } from '../dossier/TypeIcon.tsx';
import { useStudy } from './OwnershipContext.ts';
import style from './ownership.module.css';

/** A party by name, as a way to its page, with what sets it apart. */
export function PartyName({ record }: { readonly record: RecordId }) {
  const { nodes, words } = useStudy();
  const { logId } = useCase();
  const node = nodes.get(record);
  if (node === undefined) return '…';
  return (
    <span>
      <span className={style.partyIcon}>
        {node.opaque ? (
          <IconEyeOff size={17} stroke={1.6} aria-hidden />
        ) : (
          <TypeIcon type={node.type} size={17} />
        )}
      </span>
      <RecordLink logId={logId} to={node} />
      {node.party && (
        <span className={style.partyChip}>
          <Chip tone="notMet" icon={<IconFlag size={13} aria-hidden />}>
            {words.t('ownership.chart.party')}
          </Chip>
        </span>
      )}
    </span>
  );
}
