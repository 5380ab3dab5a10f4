import { compileChain } from '../../../chain/compile.ts';
import { weakestFirst } from '../../../chain/evidence.ts';
import { type Finding, findingsOf } from '../../../chain/findings.ts';
import { type Points, singlePoints } from '../../../chain/points.ts';
import { type ChainStudy, studyChain, vitalProcesses } from '../../../chain/study.ts';
import {
  amountText,
  type ChainWords,
  findingText,
  gapText,
  lengthText,
  namesText,
} from '../../../chain/wording.ts';
import { caseGraph } from '../../../graph/from-records.ts';
import type { CaseGraph, GraphEdge } from '../../../graph/model.ts';
import type { RecordId } from '../../../model/ids.ts';
import type { Marking } from '../../../model/marking.ts';
import type { Block, Column, Parts } from '../../blocks.ts';
import { claimBody } from '../../health.ts';
import type { Book } from '../book.ts';
import { sourcesOf } from '../claims.ts';
import { chip, citations, ref, text } from '../parts.ts';
import { restrictedNote } from '../restricted.ts';
import { dayOf } from '../wording.ts';

/** Up to this many relations every node is stopped in turn; above it the page says what it shows without that. */
const AT_ONCE = 2_000;

type Told = {
  readonly book: Book;
  readonly words: ChainWords;
  readonly graph: CaseGraph;
  readonly study: ChainStudy;
  readonly points: Points | null;
  readonly findings: readonly Finding[];
};

/** What the chain says of the company of the case: findings, proof, what is missing, weak points. Empty without one. */
export function chainFindings(book: Book): Block[] {
  const { company, input, t, lang, nameOf } = book;
  const views = [...book.entities, ...book.relations, ...book.claims].flat();
  const graph = caseGraph(views, input.validAt ?? dayOf(input.lastChange));
  const target = company?.[0].record;
  const study = target && studyChain(graph, target, weakestFirst(graph.edges));
  if (!study || !graph.edges.some(({ flow }) => flow)) return [];
  const chain = compileChain(graph);
  const points = graph.edges.length > AT_ONCE ? null : singlePoints(chain, vitalProcesses(chain));
  const edges = new Map(graph.edges.map((edge) => [edge.record, edge]));
  const told: Told = {
    book,
    words: { t, lang, nameOf, edgeOf: (record) => edges.get(record) },
    graph,
    study,
    points,
    findings: findingsOf(graph, study, points),
  };
  return [
    { kind: 'heading', level: 2, id: 'chain-findings', text: t('document.chain.title') },
    { kind: 'paragraph', parts: [text(t('document.chain.intro', { name: nameOf(study.target) }))] },
    ...restrictedNote(book),
    processTable(told),
    ...findingBlocks(told),
    ...gapBlocks(told),
    ...pointBlocks(told),
  ];
}

const column = (title: string, width: number): Column => ({ title, width, align: 'left' });

/** Markings of what a line about these relations and things shows. */
const markings = (
  { book, words }: Told,
  relations: readonly RecordId[],
  things: readonly RecordId[] = [],
): Marking[] => {
  const edges = relations.flatMap((record) => words.edgeOf(record) ?? []);
  const ends = [...edges.flatMap(({ from, to }) => [from, to]), ...things];
  return [
    ...edges.map(({ marking }) => marking),
    ...ends.flatMap((record) => book.find(record)?.marking ?? []),
  ];
};

const verdictChip = ({ book: { t } }: Told, verdict: 'certain' | 'possible' | 'none'): Parts => [
  chip(
    verdict === 'certain' ? 'attention' : verdict === 'possible' ? 'gap' : 'neutral',
    t(`chain.verdict.${verdict}`),
  ),
];

function processTable(told: Told): Block {
  const { book, words, study } = told;
  const { t } = book;
  return {
    kind: 'table',
    id: 'chain-processes',
    caption: t('document.chain.processes', { name: book.nameOf(study.target) }),
    columns: [
      column(t('chain.points.process'), 5),
      column(t('chain.points.verdict'), 2),
      column(t('document.chain.when'), 4),
    ],
    rows: study.processes.map(({ process, hit }) => ({
      cells: [
        [text(book.nameOf(process))],
        verdictChip(told, hit?.verdict ?? 'none'),
        [text(hit === null ? t('document.chain.noWay') : whenText(words, hit))],
      ],
      total: false,
      ...book.mark(...markings(told, hit?.proof ?? [], [process])),
    })),
    empty: t('chain.head.noProcess'),
  };
}

const whenText = (
  words: ChainWords,
  { verdict, from, to }: { verdict: 'certain' | 'possible'; from: number; to: number | null },
): string => {
  const time = words.t('chain.time.after', {
    time: lengthText(words, from, verdict === 'certain' ? to : from),
  });
  return verdict === 'certain' ? time : words.t('document.chain.earliest', { time });
};

function findingBlocks(told: Told): Block[] {
  const { book, words, findings } = told;
  const { t } = book;
  if (findings.length === 0) return [{ kind: 'paragraph', parts: [text(t('chain.findings.none'))] }];
  const proof = [...new Set(findings.flatMap(({ relations }) => relations))].flatMap(
    (record) => words.edgeOf(record) ?? [],
  );
  return [
    {
      kind: 'bullets',
      items: findings.map((finding) => [
        ...verdictChip(told, finding.verdict),
        text(` ${findingText(words, finding)} (`),
        ref('chain-proof', t('chain.findings.proof').toLowerCase()),
        text(')'),
      ]),
      ...book.mark(
        ...markings(
          told,
          proof.map(({ record }) => record),
        ),
      ),
    },
    proofTable(told, proof),
  ];
}

/** Every relation that a finding rests on, once, with what is known of it and where that stands. */
function proofTable(told: Told, proof: readonly GraphEdge[]): Block {
  const { book, words } = told;
  const { t, nameOf } = book;
  return {
    kind: 'table',
    id: 'chain-proof',
    caption: t('document.chain.proof'),
    columns: [
      column(t('chain.table.from'), 3),
      column(t('chain.table.to'), 3),
      column(t('chain.table.product'), 3),
      column(t('chain.table.essential'), 2.1),
      column(t('chain.table.stock'), 2),
      column(t('chain.table.replace'), 2.2),
      column(t('document.chain.sources'), 2.2),
    ],
    rows: proof.map((edge) => ({
      cells: [
        [text(nameOf(edge.from))],
        [text(nameOf(edge.to))],
        [text(edge.products.map(({ name }) => name).join(', ') || t(`chain.edgeKind.${edge.kind}`))],
        [text(t(`chain.answer.${edge.essential}`))],
        [text(amountText(words, edge.stockCover, 'days'))],
        [text(amountText(words, edge.timeToReplace, 'days'))],
        sourceParts(book, edge),
      ],
      total: false,
      ...book.mark(...markings(told, [edge.record])),
    })),
    empty: t('document.relation.empty'),
  };
}

function sourceParts(book: Book, { record, support }: GraphEdge): Parts {
  const numbers = [
    ...new Set(book.claimsAbout(record).flatMap(([claim]) => sourcesOf(book, claimBody(claim)))),
  ].sort((a, b) => a - b);
  const grade = support.grade && `${support.grade.reliability}${support.grade.credibility}`;
  return [
    ...citations(numbers),
    ...(grade === undefined ? [] : [text(` ${grade}`)]),
    ...(support.unsourced ? [text(' '), chip('gap', book.t('document.claim.unsourced'))] : []),
  ];
}

function gapBlocks(told: Told): Block[] {
  const { book, words, findings } = told;
  const gaps = findings.filter(({ code }) => code === 'processHit').flatMap(({ gaps: own }) => own);
  const once = new Map(gaps.map((gap) => [`${gap.relation} ${gap.kind}`, gap]));
  if (once.size === 0) return [];
  return [
    {
      kind: 'callout',
      tone: 'gap',
      title: book.t('chain.findings.gaps'),
      parts: [],
      items: [...once.values()].map((gap) => [text(gapText(words, gap))]),
      ...book.mark(
        ...markings(
          told,
          [...once.values()].map(({ relation }) => relation),
        ),
      ),
    },
  ];
}

function pointBlocks(told: Told): Block[] {
  const { book, words, points } = told;
  const { t } = book;
  if (points === null) return [{ kind: 'paragraph', parts: [text(t('document.chain.large'))] }];
  const certain = points.points.filter(({ verdict }) => verdict === 'certain');
  return [
    {
      kind: 'table',
      id: 'chain-points',
      caption: t('document.chain.points'),
      columns: [
        column(t('chain.points.node'), 3.4),
        column(t('chain.points.reaches'), 4),
        column(t('document.chain.when'), 2.6),
        column(t('chain.points.lines'), 2.6),
      ],
      rows: certain.map(({ node, hits, degree, degreeRank }) => {
        const sure = hits.filter(({ verdict }) => verdict === 'certain');
        const [first] = sure;
        return {
          cells: [
            [text(book.nameOf(node))],
            [
              text(
                namesText(
                  words,
                  sure.map((hit) => hit.node),
                ),
              ),
            ],
            [text(first === undefined ? '' : whenText(words, first))],
            [text(t('chain.points.linesValue', { degree, rank: degreeRank, of: points.of }))],
          ],
          total: false,
          ...book.mark(
            ...markings(
              told,
              sure.flatMap(({ proof }) => proof),
              [node],
            ),
          ),
        };
      }),
      empty: t('chain.points.none'),
    },
    {
      kind: 'paragraph',
      parts: [
        text(
          t('document.chain.possible', {
            count: points.points.length - certain.length,
          }),
        ),
      ],
    },
  ];
}
