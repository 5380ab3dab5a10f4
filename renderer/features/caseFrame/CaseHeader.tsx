import { Group } from '@mantine/core';
import { useT } from '../../app/language.ts';
import { Chip } from '../../ui/index.ts';
import { useCase } from './CaseContext.ts';
import style from './CaseFrame.module.css';
import { PdfButton } from './PdfButton.tsx';
import { TimeTravel } from './TimeTravel.tsx';
import { UndoRedo } from './UndoRedo.tsx';

/** Which case this is, and the tools that work on all of it. Stays in sight. */
export function CaseHeader() {
  const t = useT();
  const { row } = useCase();
  return (
    <div className={style.header}>
      <div className={style.heading}>
        <div className={style.title}>{row.title}</div>
        <div className={style.meta}>
          <Chip>{t(`words.status.${row.status}`)}</Chip>
          <span>{t(`words.department.${row.leadDepartment}`)}</span>
          {row.reference !== undefined && <span>{row.reference}</span>}
          {row.archived && <Chip tone="warn">{t('cases.archived')}</Chip>}
        </div>
      </div>
      <Group gap={6} role="group" aria-label={t('cases.toolbar')} className="wb-no-print">
        <UndoRedo />
        <TimeTravel />
        <PdfButton />
      </Group>
    </div>
  );
}
