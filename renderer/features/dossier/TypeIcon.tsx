import {
  IconAddressBook,
  IconArrowsLeftRight,
  IconArrowsSplit,
  IconBriefcase,
  IconBuilding,
  IconBuildingBank,
  IconChartBar,
  IconCpu,
  IconEqualNot,
  IconFileText,
  IconGavel,
  IconHandFinger,
  IconLayoutBoard,
  IconListDetails,
  IconMapPin,
  IconMessageQuestion,
  IconNote,
  IconPackage,
  IconPaperclip,
  IconScale,
  IconSettingsAutomation,
  IconSnowflake,
  IconStairs,
  IconTableColumn,
  IconUser,
} from '@tabler/icons-react';
import type { RecordType } from '#shared/model/records.ts';

const ICONS = {
  case: IconBriefcase,
  company: IconBuilding,
  person: IconUser,
  publicBody: IconBuildingBank,
  technology: IconCpu,
  process: IconSettingsAutomation,
  site: IconMapPin,
  product: IconPackage,
  relation: IconArrowsLeftRight,
  claim: IconListDetails,
  source: IconFileText,
  attachment: IconPaperclip,
  verdict: IconScale,
  rating: IconChartBar,
  scenario: IconArrowsSplit,
  note: IconNote,
  identity: IconEqualNot,
  influence: IconHandFinger,
  position: IconLayoutBoard,
  determination: IconMessageQuestion,
  lawItem: IconGavel,
  rung: IconStairs,
  marketContact: IconBuildingBank,
  freeze: IconSnowflake,
  contact: IconAddressBook,
  importMapping: IconTableColumn,
} as const satisfies Record<RecordType, typeof IconUser>;

/** Sign of a type of record; always beside its word, so hidden from screen readers. */
export function TypeIcon({ type, size = 18 }: { readonly type: RecordType; readonly size?: number }) {
  const Icon = ICONS[type];
  return <Icon size={size} stroke={1.6} aria-hidden />;
}
