import { Text, Title } from '@mantine/core';
import { useId } from 'react';
import { BEV_2023 } from '#shared/framework/bev2023.ts';
import type { GateProof, LeafProof, ProofNode } from '#shared/framework/proof.ts';
import { gateById } from '#shared/framework/wording.ts';
import { useLang, useT } from '../../app/language.ts';
import { OutcomeChip } from '../../ui/index.ts';
import { gateAnchor } from './GateStrip.tsx';
import { LeafRow } from './LeafRow.tsx';
import style from './overview.module.css';
import type { Assessed } from './useAssessment.ts';

/** All gates with their questions: the proof of the advice, readable from top to bottom. */
export function GateTree({ assessed }: { readonly assessed: Assessed }) {
  const t = useT();
  const id = useId();
  return (
    <section aria-labelledby={id} className={style.tree}>
      <Title order={2} id={id} size="h3">
        {t('assessment.gatesTitle')}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t('assessment.gatesLead')}
      </Text>
      {assessed.assessment.root.children.map((child, i) =>
        child.op === 'leaf' ? (
          <ul key={child.id} className={style.leaves}>
            <LeafRow leaf={child} verdict={assessed.verdictOn(child.id)} />
          </ul>
        ) : (
          <GateCard key={child.id} gate={child} number={i + 1} assessed={assessed} />
        ),
      )}
    </section>
  );
}

function GateCard(props: { readonly gate: GateProof; readonly number: number; readonly assessed: Assessed }) {
  const lang = useLang();
  const { gate } = props;
  const title = `${gateAnchor(gate.id)}-title`;
  return (
    <section
      id={gateAnchor(gate.id)}
      tabIndex={-1}
      className={style.gate}
      data-tone={gate.outcome}
      aria-labelledby={title}
    >
      <header className={style.gateHead}>
        <span className={style.gateNumber} aria-hidden>
          {props.number}
        </span>
        <div className={style.gateWords}>
          <Title order={3} id={title} size="h3">
            {gate.label[lang]}
          </Title>
          <Rule gate={gate} />
        </div>
        <OutcomeChip outcome={gate.outcome} size="large" />
      </header>
      <Text size="sm" c="dimmed" className={style.why}>
        {gateById(BEV_2023, gate.id)?.why[lang]}
      </Text>
      <Members gate={gate} assessed={props.assessed} />
      {gate.informs.length > 0 && <Informs leaves={gate.informs} assessed={props.assessed} />}
    </section>
  );
}

function Rule({ gate }: { readonly gate: GateProof }) {
  const t = useT();
  if (gate.children.length < 2) return null;
  return (
    <Text size="sm" fw={600} c="dimmed">
      {t(gate.op === 'all' ? 'assessment.ruleAll' : 'assessment.ruleAny')}
    </Text>
  );
}

function Members({ gate, assessed }: { readonly gate: GateProof; readonly assessed: Assessed }) {
  const t = useT();
  const join = t(gate.op === 'all' ? 'assessment.and' : 'assessment.or');
  return (
    <ul className={style.leaves} data-op={gate.op}>
      {gate.children.map((child, i) => (
        <Member key={child.id} node={child} join={i === 0 ? undefined : join} assessed={assessed} />
      ))}
    </ul>
  );
}

function Member(props: {
  readonly node: ProofNode;
  readonly join: string | undefined;
  readonly assessed: Assessed;
}) {
  const lang = useLang();
  const { node, join, assessed } = props;
  if (node.op === 'leaf') return <LeafRow leaf={node} verdict={assessed.verdictOn(node.id)} join={join} />;
  return (
    <li className={style.subgate} data-join={join}>
      <div className={style.subgateHead}>
        <div className={style.gateWords}>
          <Title order={4}>{node.label[lang]}</Title>
          <Rule gate={node} />
        </div>
        <OutcomeChip outcome={node.outcome} />
      </div>
      <Members gate={node} assessed={assessed} />
    </li>
  );
}

function Informs({
  leaves,
  assessed,
}: {
  readonly leaves: readonly LeafProof[];
  readonly assessed: Assessed;
}) {
  const t = useT();
  return (
    <details className={style.informs}>
      <summary>{t('assessment.informsTitle', { count: leaves.length })}</summary>
      <ul className={style.leaves}>
        {leaves.map((leaf) => (
          <LeafRow key={leaf.id} leaf={leaf} verdict={assessed.verdictOn(leaf.id)} />
        ))}
      </ul>
    </details>
  );
}
