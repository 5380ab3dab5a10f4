import { IconCircleCheck, IconCircleDashed, IconCircleX } from '@tabler/icons-react';
import { type GateProof, gateLeaves, type ProofNode } from '#shared/framework/proof.ts';
import { useLang, useT } from '../../app/language.ts';
import style from './overview.module.css';

const ICON = { met: IconCircleCheck, notMet: IconCircleX, undetermined: IconCircleDashed } as const;

/** Where a gate stands on the screen. */
export const gateAnchor = (id: string): string => `gate-${id}`;

/** The gates in a row, each with its state: the whole case at one glance. Leads to each gate below. */
export function GateStrip({ root }: { readonly root: GateProof }) {
  const t = useT();
  const lang = useLang();
  const openIn = (node: ProofNode) =>
    gateLeaves(node).filter((leaf) => leaf.outcome === 'undetermined').length;
  return (
    <nav aria-label={t('assessment.stripLabel')}>
      <ol className={style.strip}>
        {root.children.map((gate, i) => {
          const Icon = ICON[gate.outcome];
          const open = openIn(gate);
          return (
            <li key={gate.id} className={style.stripItem} data-tone={gate.outcome}>
              <button
                type="button"
                className={style.stripButton}
                onClick={() => {
                  const target = document.getElementById(gateAnchor(gate.id));
                  target?.scrollIntoView({ block: 'start' });
                  target?.focus({ preventScroll: true });
                }}
              >
                <Icon size={26} stroke={1.8} aria-hidden />
                <span className={style.stripName}>
                  {i + 1}. {gate.label[lang]}
                </span>
                <span className={style.stripState}>
                  {t(`words.outcome.${gate.outcome}`)}
                  {gate.outcome === 'undetermined' && open > 0 && ` (${open} ${t('assessment.gateOpen')})`}
                </span>
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
