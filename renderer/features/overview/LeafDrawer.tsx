import { BEV_2023 } from '#shared/framework/bev2023.ts';
import { leafById, wordingOf } from '#shared/framework/wording.ts';
import { useCommand } from '../../api/index.ts';
import { useLang } from '../../app/language.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import { Computed } from '../computed/Computed.tsx';
import { JudgementDrawer } from './JudgementDrawer.tsx';
import { LeafGuidance } from './LeafGuidance.tsx';
import type { Assessed } from './useAssessment.ts';

/** One question of the gates in full, with the framework's guidance. */
export function LeafDrawer(props: {
  readonly leafId: string;
  readonly assessed: Assessed;
  readonly onClose: () => void;
}) {
  const lang = useLang();
  const { logId } = useCase();
  const judge = useCommand('assessment.judge', { quiet: true });
  const leaf = leafById(BEV_2023, props.leafId);
  if (leaf === undefined) return null;
  const { trigger } = props.assessed.assessment;
  return (
    <JudgementDrawer
      title={leaf.title[lang]}
      question={wordingOf(leaf, trigger).question[lang]}
      versions={props.assessed.verdictOn(leaf.id)?.versions ?? []}
      onClose={props.onClose}
      onSave={(judged) => judge.run({ logId, leaf: leaf.id, ...judged })}
      saving={judge.running}
      error={judge.error}
    >
      <LeafGuidance leaf={leaf} trigger={trigger} />
      <Computed about={leaf.id} />
    </JudgementDrawer>
  );
}
