import type { z } from 'zod';
import { adviceSentence } from '../../../framework/adviceSentence.ts';
import type { OpenLeaf } from '../../../framework/openLeaves.ts';
import type { AdviceOutcome } from '../../../framework/pack.ts';
import { findNode, type GateProof, gateLeaves, type ProofNode } from '../../../framework/proof.ts';
import { clausesOf } from '../../../framework/wording.ts';
import type { BodyOf } from '../../../model/records.ts';
import { OUTCOMES } from '../../../model/vocabulary.ts';
import type { Block, TilesBlock } from '../../blocks.ts';
import { healthOf } from '../../health.ts';
import type { Book } from '../book.ts';
import { markingsOf } from '../book.ts';
import { codeOf } from '../codes.ts';
import { capital, chip, ref, text } from '../parts.ts';

type Tile = z.infer<typeof TilesBlock>['items'][number];

/** The gates that a minister asks for first; a framework without them shows its own first ones. */
const FIRST = ['CONDITIONS', 'SCOPE', 'LAST-RESORT'];
const MOST = 3;

const tileOf = ({ t, lang }: Book, gate: GateProof): Tile => ({
  label: gate.label[lang],
  value: t('document.summary.tileOf', {
    met: gate.children.filter(({ outcome }) => outcome === 'met').length,
    all: gate.children.length,
  }),
  note: t(gate.op === 'all' ? 'document.summary.tileAll' : 'document.summary.tileAny'),
  chip: { tone: gate.outcome, word: t(`words.outcome.${gate.outcome}`) },
});

function tiles(book: Book): Tile[] {
  const { t, assessment } = book;
  const { root, open } = assessment;
  const isGate = (node: ReturnType<typeof findNode>): node is GateProof =>
    node !== undefined && node.op !== 'leaf';
  const named = FIRST.map((id) => findNode(root, id)).filter(isGate);
  const gates = (named.length > 0 ? named : root.children.filter(isGate)).slice(0, MOST);
  const deciding = open.filter(({ settles }) => settles.length > 0).length;
  const note =
    open.length === 0
      ? t('document.summary.noOpen')
      : deciding === 0
        ? t('document.summary.openNoteNone')
        : t('document.summary.openNote', { count: deciding });
  const points: Tile = { label: t('document.summary.openPoints'), value: String(open.length), note };
  return [...(gates.length > 0 ? gates : [root]).map((gate) => tileOf(book, gate)), points];
}

const effectOf = ({ t }: Book, { settles }: OpenLeaf): string => {
  const [only] = settles;
  if (only === undefined) return t('document.summary.settles.none');
  return t(`document.summary.settles.${settles.length > 1 ? 'both' : only}`);
};

const openTable = (book: Book): Block => {
  const { t, lang, input, assessment } = book;
  return {
    kind: 'table',
    id: 'open',
    caption: t('document.summary.openCaption'),
    columns: [
      { title: t('document.summary.openColumn.code'), width: 1.5, align: 'left' },
      { title: t('document.summary.openColumn.topic'), width: 5, align: 'left' },
      { title: t('document.summary.openColumn.why'), width: 2.6, align: 'left' },
      { title: t('document.summary.openColumn.effect'), width: 3.4, align: 'left' },
    ],
    rows: assessment.open.map((open) => ({
      cells: [
        [text(codeOf(open.leaf))],
        [text(capital(clausesOf(input.pack, open.leaf, assessment.trigger).topic[lang]))],
        [text(t(`document.summary.reason.${open.reason}`))],
        [text(effectOf(book, open))],
      ],
      total: false,
    })),
    empty: t('document.summary.openNone'),
  };
};

function evidenceHealth(book: Book): Block {
  const { t, claims, sources } = book;
  const health = healthOf(claims.flat(), book.disputed);
  if (health.claims === 0) return { kind: 'paragraph', parts: [text(t('document.summary.healthNone'))] };
  const counted = t('document.summary.sources', { count: sources.size });
  const { unsourced, disputed, missing } = health;
  return {
    kind: 'paragraph',
    parts: [
      text(`${t('document.summary.health', { count: health.claims, sources: counted })} `),
      text(t('document.summary.healthDetail', { unsourced, disputed, missing })),
      ref('gaps', t('document.chapter.gaps')),
      text(t('document.summary.healthDetailEnd')),
    ],
  };
}

function warnings({ t, input, leftOut }: Book): Block[] {
  const blocks: Block[] = [];
  if (leftOut > 0 && input.ceiling !== undefined)
    blocks.push({
      kind: 'callout',
      tone: 'warning',
      title: t('document.summary.restricted'),
      parts: [
        text(
          t('document.summary.restrictedText', {
            count: leftOut,
            ceiling: t(`words.marking.${input.ceiling}`),
          }),
        ),
      ],
    });
  if (input.conflicts.length > 0)
    blocks.push({
      kind: 'callout',
      tone: 'warning',
      title: t('document.summary.conflicts'),
      parts: [text(t('document.summary.conflictsText', { count: input.conflicts.length }))],
    });
  return blocks;
}

/** The leaves below a gate by outcome: "Voldaan: CON-1. Onbepaald: CON-2." */
const leavesText = ({ t }: Book, gate: ProofNode): string =>
  OUTCOMES.flatMap((outcome) => {
    const codes = gateLeaves(gate).flatMap((leaf) => (leaf.outcome === outcome ? [codeOf(leaf.id)] : []));
    return codes.length > 0 ? [`${t(`words.outcome.${outcome}`)}: ${codes.join(', ')}.`] : [];
  }).join(' ');

const gatesTable = (book: Book): Block => {
  const { t, lang, assessment } = book;
  return {
    kind: 'table',
    id: 'summary-gates',
    caption: t('document.summary.gatesCaption'),
    columns: [
      { title: t('document.summary.gatesColumn.gate'), width: 4, align: 'left' },
      { title: t('document.summary.gatesColumn.outcome'), width: 2.4, align: 'left' },
      { title: t('document.summary.gatesColumn.leaves'), width: 7, align: 'left' },
    ],
    rows: assessment.root.children.map((gate) => ({
      cells: [
        [text(gate.label[lang])],
        [chip(gate.outcome, t(`words.outcome.${gate.outcome}`))],
        [text(leavesText(book, gate))],
      ],
      total: false,
    })),
    empty: t('document.summary.openNone'),
    ...book.mark(...markingsOf(...book.verdicts)),
  };
};

/** A refusal asks for another road, an open case for work; only a positive advice is plain news. */
const TONES = {
  positive: 'info',
  negative: 'warning',
  otherInstrument: 'info',
  marketSolution: 'info',
  undetermined: 'gap',
} as const satisfies Record<AdviceOutcome, 'info' | 'warning' | 'gap'>;

/** Chapter 1: what is advised and why, how the gates stand, what is open, how good the evidence is. */
export function summary(book: Book): Block[] {
  const { t, lang, input, assessment, caseVersions, company } = book;
  const body = caseVersions[0].body as BodyOf<'case'>;
  const trigger = t(`words.trigger.${body.trigger}`).toLowerCase();
  const { outcome } = assessment.advice;
  const judged = book.mark(...markingsOf(...book.verdicts));
  return [
    { kind: 'heading', level: 1, id: 'summary', text: t('document.chapter.summary') },
    {
      kind: 'paragraph',
      ...book.mark(...markingsOf(caseVersions, company)),
      parts: [
        text(
          company === undefined
            ? t('document.summary.briefNoCompany', { trigger })
            : t('document.summary.brief', { company: book.nameOf(company[0].record), trigger }),
        ),
        ...(body.triggerText ? [text(` ${body.triggerText.trim()}`)] : []),
      ],
    },
    {
      kind: 'callout',
      tone: TONES[outcome],
      title: t('document.summary.adviceHeading'),
      parts: [text(adviceSentence(assessment, input.pack, lang))],
      ...judged,
    },
    { kind: 'tiles', items: tiles(book), ...judged },
    gatesTable(book),
    ...warnings(book),
    { kind: 'heading', level: 2, id: 'open-points', text: t('document.summary.openHeading') },
    openTable(book),
    { kind: 'heading', level: 2, id: 'health', text: t('document.summary.healthHeading') },
    evidenceHealth(book),
  ];
}
