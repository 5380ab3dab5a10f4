import { adviceSentence } from '#shared/framework/adviceSentence.ts';
import { BEV_2023 } from '#shared/framework/bev2023.ts';
import type { Assessment } from '#shared/framework/evaluate.ts';
import type { IndicatorSummary } from '#shared/framework/indicatorSummary.ts';
import type { OpenLeaf } from '#shared/framework/openLeaves.ts';
import { findNode, type LeafProof, type ProofNode } from '#shared/framework/proof.ts';
import { columns, wrap } from './layout.ts';
import type { Terminal } from './terminal.ts';

const SIGN = { met: '✓', notMet: '✗', undetermined: '?' } as const;

/** Why an undetermined leaf is open, or what a settled one rests on. */
function groundOf({ t }: Terminal, { leaf }: LeafProof): string {
  if (leaf.outcome === 'undetermined') return t(`assessment.reason.${leaf.reason}`);
  const evidence = t('assessment.evidenceCount', { count: leaf.evidence });
  return leaf.unsourcedEvidence === 0
    ? evidence
    : `${evidence}, ${t('assessment.unsourced', { count: leaf.unsourcedEvidence })}`;
}

function nodeCells(terminal: Terminal, node: ProofNode): [name: string, outcome: string] {
  const { lang, t } = terminal;
  const outcome = t(`words.outcome.${node.outcome}`);
  const sign = SIGN[node.outcome];
  if (node.op === 'leaf')
    return [`${sign} ${node.id} ${node.label[lang]}`, `${outcome} · ${groundOf(terminal, node)}`];
  return [
    `${sign} ${node.label[lang]}`,
    node.op === 'any' ? `${outcome} · ${t('assessment.ruleAny')}` : outcome,
  ];
}

/** Names with the lines of the tree before them, and outcomes, one row a node; informing leaves are marked. */
function treeRows(terminal: Terminal, node: ProofNode, lead = '', below = ''): [string, string][] {
  const [name, outcome] = nodeCells(terminal, node);
  const rows: [string, string][] = [[`${lead}${name}`, outcome]];
  if (node.op === 'leaf') return rows;
  const parts = [
    ...node.children.map((child) => ({ child, informs: false })),
    ...node.informs.map((child) => ({ child, informs: true })),
  ];
  for (const [at, { child, informs }] of parts.entries()) {
    const last = at === parts.length - 1;
    const turn = informs ? (last ? '└┄ ' : '├┄ ') : last ? '└─ ' : '├─ ';
    const sub = treeRows(terminal, child, `${below}${turn}`, `${below}${last ? '   ' : '│  '}`);
    const [[head, said] = ['', ''], ...rest] = sub;
    rows.push([head, informs ? `${said} · ${terminal.t('cli.assess.informs')}` : said], ...rest);
  }
  return rows;
}

/** The gate tree, indented, each node with its outcome and why. */
export const gateLines = (terminal: Terminal, { root }: Assessment): string[] =>
  columns(treeRows(terminal, root), '  ');

/** The sentence that says the advice and why. */
export const adviceLines = ({ t, lang }: Terminal, assessment: Assessment): string[] => [
  t('assessment.adviceTitle'),
  ...wrap(adviceSentence(assessment, BEV_2023, lang), '  '),
];

function settles({ t }: Terminal, { settles: answers }: OpenLeaf): string {
  const [only] = answers;
  if (only === undefined) return '';
  if (answers.length === 2) return t('assessment.settlesBoth');
  return t(only === 'met' ? 'assessment.settlesMet' : 'assessment.settlesNotMet');
}

/** The open leaves, those first whose answer alone could settle the outcome. */
export function openLines(terminal: Terminal, { root, open }: Assessment): string[] {
  const { t, lang } = terminal;
  if (open.length === 0) return [`  ${t('cli.assess.openNone')}`];
  return columns(
    open.map((one) => [
      one.leaf,
      findNode(root, one.leaf)?.label[lang] ?? '',
      t(`assessment.reason.${one.reason}`),
      settles(terminal, one),
    ]),
    '  ',
  );
}

function levelOf({ t }: Terminal, { open, range, ratings }: IndicatorSummary): string {
  if (!open) return t('cli.assess.shut');
  if (range) return t(range.low === range.high ? 'cli.assess.level' : 'cli.assess.levels', range);
  return ratings === 0 ? t('cli.assess.notRated') : '–';
}

/** The indicators with their levels; no total, as the letter has none (AMB-01). */
export function indicatorLines(terminal: Terminal, { indicators }: Assessment): string[] {
  const { t, lang } = terminal;
  const row = (one: IndicatorSummary): string[] => {
    const counts = [
      t('cli.assess.ratings', { count: one.ratings }),
      ...(one.unknown > 0 ? [t('cli.assess.unknown', { count: one.unknown })] : []),
      ...(one.notApplicable > 0 ? [t('cli.assess.notApplicable', { count: one.notApplicable })] : []),
    ];
    return [one.id, one.label[lang], levelOf(terminal, one), counts.join(', ')];
  };
  return [...columns(indicators.map(row), '  '), ...wrap(t('cli.assess.noTotal'), '  ')];
}
