import { leafById } from '../../../framework/wording.ts';
import type { Law } from '../../../law/case-facts.ts';
import { LAW_ROLES, type LawItem } from '../../../law/law-item.ts';
import { NL_LAW } from '../../../law/nl-law.ts';
import { type Scope, type ScopeAnswer, scopeHistory } from '../../../law/scope.ts';
import { scopeHead, studyLaw } from '../../../law/study.ts';
import type { BodyOf } from '../../../model/records.ts';
import type { Outcome } from '../../../model/vocabulary.ts';
import { atomsOf } from '../../../rules/prove.ts';
import type { Block, GateNode, Parts, Tone } from '../../blocks.ts';
import type { Book } from '../book.ts';
import { codeOf } from '../codes.ts';
import { chip, emphasis, lines, strong, text } from '../parts.ts';
import { proofMarkings, proofNode } from '../proof.ts';
import { restrictedNote } from '../restricted.ts';
import { dateText } from '../wording.ts';
import { determinationTable } from './determinations.ts';
import { caseTable, wantedTable } from './law-cases.ts';
import { answerMarkings, column, legalOf, type Told } from './law-told.ts';

const TONE: Readonly<Record<Scope, Tone>> = {
  inScope: 'met',
  notInScope: 'notMet',
  undetermined: 'undetermined',
  pending: 'attention',
  expected: 'neutral',
  notInForce: 'neutral',
};
const OUTCOME: Readonly<Record<Scope, Outcome>> = {
  inScope: 'met',
  notInScope: 'notMet',
  undetermined: 'undetermined',
  pending: 'notMet',
  expected: 'notMet',
  notInForce: 'notMet',
};

function head(told: Told): Block[] {
  const { book, day, facts, answerOf } = told;
  const { t, lang, company } = book;
  const laws = facts.laws.map((law) => ({ ...law.item, scope: answerOf(law).scope }));
  const { word, ...lists } = scopeHead(laws);
  const list = (names: readonly LawItem['short'][]): string => names.map((one) => one[lang]).join(', ');
  const name = company ? book.nameOf(company[0].record) : '';
  const { inScope, undetermined, pending, expected, status } = lists;
  const said = [
    ...(inScope.length > 0 ? [t('law.head.inScopeList', { name, list: list(inScope) })] : []),
    ...(word === 'outside' ? [t('law.head.outsideText', { name })] : []),
    ...(undetermined.length > 0
      ? [t('law.head.undeterminedList', { count: undetermined.length, list: list(undetermined) })]
      : []),
    ...(pending.length > 0 ? [t('law.head.pendingList', { list: list(pending) })] : []),
    ...(expected.length > 0 ? [t('law.head.expectedList', { list: list(expected) })] : []),
    ...(status.length > 0 ? [t('law.head.statusList', { list: list(status) })] : []),
  ];
  const mark = book.mark(...facts.laws.flatMap((law) => answerMarkings(told, law, answerOf(law))));
  const outcome =
    word === 'inScope' ? t('law.head.inScope', { count: inScope.length }) : t(`law.head.${word}`);
  return [
    {
      kind: 'paragraph',
      parts: [text(`${t('law.head.over', { day: dateText(day, t) })}: `), strong(outcome), text('.')],
      ...mark,
    },
    ...(said.length > 0
      ? [{ kind: 'bullets' as const, items: said.map((one) => [text(one)]), ...mark }]
      : []),
    {
      kind: 'paragraph',
      parts: [text(t('law.head.note', { day: dateText(NL_LAW.checked, t) }))],
    },
  ];
}

function versionParts({ book }: Told, law: Law, { version }: ScopeAnswer): Parts {
  const { t } = book;
  if (version === undefined) return [text('–')];
  const from = version.validFrom === undefined ? '…' : dateText(version.validFrom, t);
  const to = version.validTo === undefined ? t('law.always') : dateText(version.validTo, t);
  const standing = [
    t(`law.kind.${law.item.kind}`),
    t(`law.level.${law.item.level}`),
    t(`law.status.${version.status}`),
  ];
  const own = law.own === undefined ? undefined : (book.find(law.own)?.body as BodyOf<'lawItem'> | undefined);
  return lines([
    [text(`${from} – ${to}; ${standing.join(', ')}`)],
    [text(`${version.source} (${t(`words.confidence.${version.confidence}`).toLowerCase()})`)],
    ...(version.toVerify ? [[chip('gap', t('law.toVerify'))]] : []),
    ...(own ? [[chip('attention', t('law.own')), text(` ${own.reason.trim()}`)]] : []),
  ]);
}

function lawTable(told: Told, role: LawItem['role']): Block {
  const { book, facts, answerOf } = told;
  const { t, lang } = book;
  const laws = facts.laws.filter(({ item }) => item.role === role);
  return {
    kind: 'table',
    id: `law-${role}`,
    caption: `${t(`law.role.${role}`)}. ${t(`law.roleLead.${role}`)}`,
    columns: [
      column(t('document.law.column.law'), 3),
      column(t('document.law.column.answer'), 2.2),
      column(t('document.law.column.version'), 5),
      column(t('law.history'), 3.4),
    ],
    rows: laws.map((law) => {
      const answer = answerOf(law);
      const frame = role === 'frame' && answer.scope === 'notInScope';
      return {
        cells: [
          [text(law.item.short[lang])],
          frame ? [text('–')] : [chip(TONE[answer.scope], t(`law.scope.${answer.scope}`))],
          versionParts(told, law, answer),
          lines(
            scopeHistory(law.item, [answer.day], facts.knowledgeOn).map(({ day, scope, version }) => [
              text(
                role === 'frame' && scope === 'notInScope' && version
                  ? `${dateText(day, t)}: ${t(`law.status.${version.status}`)}`
                  : `${dateText(day, t)}: ${t(`law.scope.${scope}`).toLowerCase()}`,
              ),
            ]),
          ),
        ],
        total: false,
        ...book.mark(...answerMarkings(told, law, answer)),
      };
    }),
    empty: t('document.law.noLaws'),
  };
}

const letter = (index: number): string => String.fromCharCode(65 + index);

/** Why each law and each scope case has its answer, down to the facts. */
function proofs(told: Told): Block[] {
  const { book, facts, study, answerOf } = told;
  const { t, lang, input } = book;
  const proven = facts.laws.filter((law) => answerOf(law).proof && answerOf(law).scope !== 'expected');
  const nodes = proven.map((law, i): GateNode => {
    const { proof, pending, scope } = answerOf(law);
    const shown = [proof, ...(scope === 'inScope' ? [] : [pending])].flatMap((one) => one ?? []);
    return {
      code: letter(i),
      label: law.item.short[lang],
      outcome: OUTCOME[scope],
      word: t(`law.scope.${scope}`),
      ...book.mark(...answerMarkings(told, law, answerOf(law))),
      children: shown.map((child, k) => proofNode(book, child, `${letter(i)}.${k + 1}`)),
    };
  });
  const cases = study.cases.flatMap(({ leaf, outcome, proof }): GateNode[] =>
    proof === undefined
      ? []
      : [
          {
            code: codeOf(leaf),
            label: leafById(input.pack, leaf)?.title[lang] ?? leaf,
            outcome,
            word: t(`words.outcome.${outcome}`),
            ...book.mark(...proofMarkings(book, proof)),
            children: [proofNode(book, proof, `${codeOf(leaf)}.1`)],
          },
        ],
  );
  return [
    { kind: 'heading', level: 2, id: 'law-proofs', text: t('document.law.proofs') },
    { kind: 'gates', nodes: [...nodes, ...cases] },
  ];
}

/** The legal scope as of a day: every law with proof and history, the scope cases, what is wanted, and what people answered. */
export function law(book: Book): Block[] {
  const { t } = book;
  const heading: Block = { kind: 'heading', level: 1, id: 'law', text: t('document.chapter.law') };
  const legal = legalOf(book);
  if (legal === undefined)
    return [heading, { kind: 'paragraph', parts: [emphasis(t('document.law.noCompany'))] }];
  const study = studyLaw(legal.facts, legal.day);
  const answers = new Map(study.answers.map((answer) => [answer.item, answer]));
  const told: Told = {
    book,
    ...legal,
    study,
    answerOf: ({ item }) => answers.get(item.id) as ScopeAnswer,
  };
  return [
    heading,
    ...head(told),
    ...restrictedNote(book),
    ...LAW_ROLES.map((role) => lawTable(told, role)),
    caseTable(told),
    wantedTable(told),
    ...proofs(told),
    determinationTable(
      book,
      legal.facts,
      study.cases.flatMap(({ proof }) => (proof ? atomsOf(proof).map(({ atom }) => atom) : [])),
    ),
  ];
}
