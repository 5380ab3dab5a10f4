import type { GateProof, LeafProof, ProofNode } from '../../../framework/proof.ts';
import type { VersionView } from '../../../ipc/common.ts';
import type { BodyOf } from '../../../model/records.ts';
import type { Block, GateNode, Parts } from '../../blocks.ts';
import type { Book } from '../book.ts';
import { markingsOf } from '../book.ts';
import { codeOf } from '../codes.ts';
import { argued } from '../evidence.ts';
import { chip, emphasis, lines, text } from '../parts.ts';
import { authorText, dateText, dayOf } from '../wording.ts';

const versionsOn = (book: Book, leaf: string): VersionView[] =>
  book.verdicts.flat().filter(({ body }) => (body as BodyOf<'verdict'>).leaf === leaf);

/** Argument with evidence, and who judged when, on a line below. */
function judgement(book: Book, view: VersionView, several: boolean): Parts {
  const { t } = book;
  const { argument, evidence, outcome, confidence } = view.body as BodyOf<'verdict'>;
  const who = authorText(view.author);
  const by = t('document.gates.by', { who, day: dateText(dayOf(view.time), t) });
  const sure =
    confidence === undefined
      ? ''
      : `; ${t('document.gates.confidence', { level: t(`words.confidence.${confidence}`) })}`;
  const stated: Parts = several
    ? [text(t('document.gates.statedBy', { who, outcome: t(`words.outcome.${outcome}`).toLowerCase() }))]
    : [];
  const said = argument.trim() === '' && evidence.length === 0 ? [] : argued(book, argument, evidence);
  return lines([stated, said, [emphasis(`${by}${sure}`)]]);
}

function argumentOf(book: Book, { id, leaf }: LeafProof): Parts {
  const { t } = book;
  const versions = versionsOn(book, id);
  if (versions.length === 0) return [emphasis(t('document.gates.notJudged'))];
  const said = versions.map((view) => judgement(book, view, versions.length > 1));
  const outcome = leaf.stated === undefined ? '' : t(`words.outcome.${leaf.stated}`).toLowerCase();
  switch (leaf.reason) {
    case 'conflict':
      return lines([[emphasis(t('document.gates.conflict'))], ...said]);
    case 'noArgument':
    case 'noEvidence':
      return lines([[emphasis(t(`document.gates.${leaf.reason}`, { outcome }))], ...said]);
    case 'noVerdict':
    case 'judged':
      return lines(said);
  }
}

const common = ({ t, lang }: Book, node: ProofNode) => ({
  label: node.label[lang],
  outcome: node.outcome,
  word: t(`words.outcome.${node.outcome}`),
});

const leafNode = (book: Book, node: LeafProof): GateNode => ({
  code: codeOf(node.id),
  ...common(book, node),
  argument: argumentOf(book, node),
  ...book.mark(...versionsOn(book, node.id).map(({ marking }) => marking)),
});

/** Gates carry a number of the page (A, A.1); leaves the id under which the letter's point is known. */
const gateNode = (book: Book, node: ProofNode, place: string): GateNode =>
  node.op === 'leaf'
    ? leafNode(book, node)
    : {
        code: place,
        ...common(book, node),
        rule: book.t(`document.gates.${node.op}`),
        children: node.children.map((child, i) => gateNode(book, child, `${place}.${i + 1}`)),
      };

const letter = (index: number): string => String.fromCharCode(65 + index);

const informing = (gate: GateProof): LeafProof[] => [
  ...gate.informs,
  ...gate.children.flatMap((child) => (child.op === 'leaf' ? [] : informing(child))),
];

/** Chapter 3: every check with its outcome, argument, evidence and author; then the questions that only inform. */
export function gates(book: Book): Block[] {
  const { t, lang, input, assessment } = book;
  const { root, unknownLeaves } = assessment;
  const informs = informing(root);
  return [
    { kind: 'heading', level: 1, id: 'gates', text: t('document.chapter.gates') },
    {
      kind: 'paragraph',
      ...book.mark(...markingsOf(...book.verdicts)),
      parts: [
        text(t('document.gates.intro')),
        chip(root.outcome, t(`words.outcome.${root.outcome}`)),
        text(t('document.gates.introEnd')),
      ],
    },
    { kind: 'heading', level: 2, id: 'gate-tree', text: t('document.gates.treeHeading') },
    { kind: 'gates', nodes: root.children.map((child, i) => gateNode(book, child, letter(i))) },
    ...(informs.length > 0
      ? ([
          { kind: 'heading', level: 2, id: 'gate-informs', text: t('document.gates.informsHeading') },
          { kind: 'paragraph', parts: [text(t('document.gates.informsIntro'))] },
          { kind: 'gates', nodes: informs.map((leaf) => leafNode(book, leaf)) },
        ] satisfies Block[])
      : []),
    {
      kind: 'callout',
      tone: 'info',
      title: t('document.gates.ruleHeading'),
      parts: [text(`${input.pack.verdictRule.text[lang]} (${input.pack.constructLabel[lang]})`)],
    },
    ...(unknownLeaves.length > 0
      ? ([
          {
            kind: 'callout',
            tone: 'warning',
            title: t('document.gates.unknownHeading'),
            parts: [text(t('document.gates.unknownText'))],
            items: unknownLeaves.flatMap((leaf) =>
              versionsOn(book, leaf).map((view) => [
                text(`${codeOf(leaf)}: `),
                ...judgement(book, view, true),
              ]),
            ),
            ...book.mark(
              ...unknownLeaves.flatMap((leaf) => versionsOn(book, leaf)).map((view) => view.marking),
            ),
          },
        ] satisfies Block[])
      : []),
  ];
}
