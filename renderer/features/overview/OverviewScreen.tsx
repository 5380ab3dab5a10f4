import { Title } from '@mantine/core';
import { BEV_2023 } from '#shared/framework/bev2023.ts';
import { useLang, useT } from '../../app/language.ts';
import { go } from '../../app/router.ts';
import { QueryState } from '../../ui/index.ts';
import { type TabProps, useCase } from '../caseFrame/CaseContext.ts';
import { AdvicePanel } from './AdvicePanel.tsx';
import { CaseFacts } from './CaseFacts.tsx';
import { GateStrip } from './GateStrip.tsx';
import { GateTree } from './GateTree.tsx';
import { HealthPanel } from './HealthPanel.tsx';
import { LeafDrawer } from './LeafDrawer.tsx';
import style from './overview.module.css';
import { useAssessment } from './useAssessment.ts';

/** Which gates are open and why, what advice follows, what the case is about and how good its evidence is. */
export function OverviewScreen({ record }: TabProps) {
  const t = useT();
  const lang = useLang();
  const { logId } = useCase();
  const { query, assessed } = useAssessment();
  return (
    <>
      <Title order={1} className="wb-hidden">
        {t('assessment.title')}
      </Title>
      <QueryState query={query}>
        {() => {
          if (assessed === null) return null;
          const leaf = leafOf(record, assessed.judged.verdicts);
          return (
            <>
              <AdvicePanel assessed={assessed} />
              <GateStrip root={assessed.assessment.root} />
              <div className={style.columns}>
                <GateTree assessed={assessed} />
                <div className={style.aside}>
                  <CaseFacts />
                  <HealthPanel />
                  <p className={style.pack}>
                    {t('assessment.pack', { title: BEV_2023.title[lang], version: BEV_2023.version })}
                  </p>
                </div>
              </div>
              {leaf !== undefined && (
                <LeafDrawer
                  key={leaf}
                  leafId={leaf}
                  assessed={assessed}
                  onClose={() => go({ screen: 'case', logId, tab: 'overview' })}
                />
              )}
            </>
          );
        }}
      </QueryState>
    </>
  );
}

/** The address names a leaf, or the verdict record on one. */
const leafOf = (
  record: string | undefined,
  verdicts: readonly { readonly record: string; readonly leaf: string }[],
): string | undefined =>
  BEV_2023.leaves.find((leaf) => leaf.id === record)?.id ??
  verdicts.find((verdict) => verdict.record === record)?.leaf;
