import { Button } from '@mantine/core';
import { IconEyeOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useT } from '../../app/language.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import { MaskedDrawer } from './MaskedDrawer.tsx';

/** Opens the masked rating; nothing where nothing can be written. */
export function MaskedButton() {
  const t = useT();
  const { readOnly } = useCase();
  const [opened, setOpened] = useState(false);
  if (readOnly) return null;
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconEyeOff size={16} aria-hidden />}
        onClick={() => setOpened(true)}
      >
        {t('neutrality.masked.start')}
      </Button>
      {opened && <MaskedDrawer onClose={() => setOpened(false)} />}
    </>
  );
}
