import {
  IconCircleCheck,
  IconCircleDashed,
  IconCircleX,
  IconClockHour4,
  IconHourglass,
  IconMinus,
} from '@tabler/icons-react';
import { useT } from '../../app/language.ts';
import { Chip } from '../../ui/index.ts';
import type { Answered } from './LawContext.ts';

const SIGN = {
  inScope: IconCircleCheck,
  pending: IconHourglass,
  undetermined: IconCircleDashed,
  notInScope: IconCircleX,
  expected: IconClockHour4,
  notInForce: IconMinus,
} as const;

/** The answer of a law: symbol and word. In scope is no judgement, so it has no colour of good or bad. */
export function ScopeChip({ scope }: { readonly scope: Answered['scope'] }) {
  const t = useT();
  const Sign = SIGN[scope];
  const open = scope === 'undetermined' || scope === 'pending';
  return (
    <Chip tone={open ? 'warn' : 'neutral'} size="normal" icon={<Sign size={15} stroke={2} aria-hidden />}>
      {t(`law.scope.${scope}`)}
    </Chip>
  );
}
