import type { InterestView } from '../../ipc/ownership.ts';
import type { RecordId } from '../../model/ids.ts';
import type { BodyOf } from '../../model/records.ts';
import { sameParties } from '../../model/same.ts';
import { afterDeal } from '../../ownership/after-deal.ts';
import { layersAround } from '../../ownership/from-records.ts';
import { boundsOf, certaintyOf, TERM_WORDS } from '../../ownership/influence.ts';
import { interestLines, strengthOf } from '../../ownership/lines.ts';
import { joinSame } from '../../ownership/same-party.ts';
import { studyOwnership } from '../../ownership/study.ts';
import type { Block, Parts } from '../blocks.ts';
import { type Book, markingsOf } from './book.ts';
import { capital, citations, emphasis, lines, strong, text } from './parts.ts';
import { dayOf, numberText, periodText, rangeText } from './wording.ts';

type Body = BodyOf<'influence'>;

/**
 * Influence of state actors on the company (CON-2): the claims as recorded, and what follows from them and from the
 * interests together, with the ways, the weakest link and the source that carries it. Nothing is printed when neither
 * a claim nor a foreign public body above the company is there.
 */
export function influencePart(book: Book): Block[] {
  const study = studyOf(book);
  if (book.influences.length === 0 && !study) return [];
  const { t } = book;
  return [
    { kind: 'heading', level: 2, id: 'ownership-influence', text: t('document.influence.title') },
    ...(study ? verdictBlocks(book, study) : []),
    claimTable(book),
  ];
}

const inPercent = (fraction: number): number => Math.round(fraction * 1e6) / 1e4;
const percent = (book: Book, fraction: number): string => numberText(inPercent(fraction), 'percent', book);
const span = (book: Book, { min, max }: { readonly min: number; readonly max: number }): string =>
  rangeText({ kind: 'range', min: inPercent(min), max: inPercent(max), unit: 'percent' }, book);
const cited = ({ citations: { numberOf } }: Book, sources: readonly RecordId[]): Parts =>
  citations(sources.flatMap((source) => numberOf(source) ?? []));

type Study = {
  readonly result: ReturnType<typeof studyOwnership>;
  readonly interests: ReadonlyMap<RecordId, InterestView>;
  readonly parties: readonly RecordId[];
  readonly after: boolean;
};

/** The same study as the screen's, over what may be printed; after the deal where that is recorded. */
function studyOf(book: Book): Study | undefined {
  const own = book.company?.[0].record;
  if (own === undefined) return undefined;
  const decisions = book.identities.flat().map(({ record, body }) => {
    const { decision, records, named } = body as BodyOf<'identity'>;
    return { id: record, decision, records, named };
  });
  const { of } = sameParties(decisions);
  const target = of(own);
  const day = book.input.validAt ?? dayOf(book.input.lastChange);
  const all = interestLines({
    relations: book.relations,
    influences: book.influences,
    claimsAbout: (record) => book.claimsAbout(record).flat(),
    find: book.find,
    deal: true,
  });
  const views = all.map(({ view }) => ({ ...view, from: of(view.from), to: of(view.to) }));
  const layers = layersAround(target, views);
  const parties = [...layers].flatMap(([record, layer]) => {
    const view = book.find(record);
    const country = (view?.body as { country?: string } | undefined)?.country;
    return layer > 0 && view?.type === 'publicBody' && country !== undefined && country !== 'NL'
      ? [record]
      : [];
  });
  if (parties.length === 0) return undefined;
  const then = all.flatMap(({ after }) => after ?? []);
  const now = all.flatMap(({ holding }) => holding ?? []);
  const interests = new Map(views.map((view) => [view.relation, view]));
  const strength = (id: string): number => {
    const view = interests.get(id as RecordId);
    return view ? strengthOf(view) : 0;
  };
  return {
    parties,
    interests,
    after: then.length > 0,
    result: studyOwnership({
      holdings: joinSame(afterDeal(now, then), (record) => of(record as RecordId)).holdings,
      edges: all.flatMap(({ edge }) =>
        edge ? [{ ...edge, actor: of(edge.actor as RecordId), party: of(edge.party as RecordId) }] : [],
      ),
      target,
      parties,
      opaque: [],
      day,
      weaker: (a, b) => strength(a) - strength(b),
      sourcesOf: (id) => interests.get(id as RecordId)?.sources ?? [],
    }),
  };
}

function verdictBlocks(book: Book, { result, interests, parties, after }: Study): Block[] {
  const { t, nameOf } = book;
  const target = nameOf(book.company?.[0].record as RecordId);
  const { verdict, paths, weakest, carriers, cut } = result.influence;
  const shown = new Set([...paths.flat(), ...weakest]);
  const marking = book.mark(
    ...[...shown, ...parties, ...carriers].flatMap((record) => book.find(record)?.marking ?? []),
    ...[...shown].flatMap((record) => markingsOf(...book.claimsAbout(record))),
  );
  const names = carriers.map((record) => t('influence.quoted', { name: nameOf(record) }));
  const sentences = [
    t(`influence.verdict.${verdict}Text`, { target }),
    ...(verdict === 'excluded'
      ? []
      : [
          names.length === 0
            ? t('influence.verdict.noCarrier')
            : t('influence.verdict.carrier', { count: names.length, list: names.join('; ') }),
        ]),
  ];
  return [
    {
      kind: 'paragraph',
      ...marking,
      parts: [
        strong(`${t(`influence.verdict.${verdict}`)}. `),
        text(sentences.join(' ')),
        ...(after ? [text(` ${t('document.influence.after')}`)] : []),
      ],
    },
    {
      kind: 'paragraph',
      ...marking,
      parts: [
        emphasis(t('document.influence.parties', { list: parties.map(nameOf).join('; ') })),
        text('\n'),
        emphasis(t('influence.verdict.construct')),
      ],
    },
    ...(paths.length > 0
      ? [
          {
            kind: 'bullets' as const,
            ...marking,
            items: paths.map((path) =>
              lines(
                path.map((relation) => stepText(book, interests.get(relation), weakest.includes(relation))),
              ),
            ),
          },
        ]
      : []),
    ...(cut ? [{ kind: 'paragraph' as const, parts: [emphasis(t('ownership.why.cut'))] }] : []),
  ];
}

/** One link of a way: who, how, whom, how much, when, on which source and how good that is. */
function stepText(book: Book, interest: InterestView | undefined, weakest: boolean): Parts {
  if (!interest) return [];
  const { t, nameOf } = book;
  const { from, to, kind, capital: share, votes, claim, grade } = interest;
  const size = votes ?? share;
  const how = claim
    ? `${t(`influence.channel.${claim.channel}`)}, ${t(`influence.wording.${claim.wording}`)}`
    : size === undefined
      ? t(`words.relationKind.${kind}`)
      : size.kind === 'exact'
        ? percent(book, size.value)
        : size.kind === 'range'
          ? span(book, size)
          : t('ownership.interest.unknown');
  const period = periodText(interest, t);
  const notes = [
    how,
    ...(period === undefined ? [] : [period]),
    grade ? `${grade.reliability}${grade.credibility}` : t('ownership.interest.noGrade'),
  ];
  return [
    text(`${nameOf(from)} → ${nameOf(to)} (${notes.join('; ')}) `),
    ...cited(book, interest.sources),
    ...(weakest ? [text(' '), emphasis(t('ownership.why.weakest'))] : []),
  ];
}

/** Probability and confidence in columns of their own: the two never share a sentence (ICD 203). */
function claimTable(book: Book): Block {
  const { t, nameOf } = book;
  const column = (title: string, width: number) => ({ title, width, align: 'left' as const });
  return {
    kind: 'table',
    id: 'influence-claims',
    caption: t('document.influence.caption'),
    columns: [
      column(t('influence.who'), 3),
      column(t('influence.whom'), 2.6),
      column(t('influence.channelLabel'), 3.4),
      column(t('influence.probabilityLabel'), 2.4),
      column(t('influence.confidenceLabel'), 1.8),
      column(t('influence.rests'), 2.6),
    ],
    rows: book.influences.flatMap((versions) =>
      versions.map((version) => {
        const body = version.body as Body;
        const period = periodText(body, t);
        return {
          total: false,
          ...book.mark(
            version.marking,
            ...[body.actor, body.party].flatMap((one) => book.find(one)?.marking ?? []),
          ),
          cells: [
            [text(nameOf(body.actor))],
            [text(nameOf(body.party))],
            lines([
              [
                text(
                  `${capital(t(`influence.channel.${body.channel}`))}: ${t(`influence.grip.${body.grip}`)}`,
                ),
              ],
              [emphasis(t(`influence.wording.${body.wording}`))],
              period === undefined ? [] : [text(period)],
              body.note ? [text(body.note)] : [],
            ]),
            lines([
              [text(probabilityText(book, body))],
              [
                emphasis(
                  `${t('influence.counts')} ${t(`ownership.verdict.${certaintyOf(body.probability)}`)}`,
                ),
              ],
            ]),
            [
              text(
                body.confidence ? t(`words.confidence.${body.confidence}`) : t('influence.confidenceNone'),
              ),
            ],
            [text(`${body.reliability}${body.credibility} `), ...cited(book, evidenceSources(book, body))],
          ],
        };
      }),
    ),
    empty: t('influence.none'),
  };
}

function probabilityText(book: Book, { probability }: Body): string {
  if (probability === undefined) return book.t('influence.probabilityNone');
  const bounds = span(book, boundsOf(probability));
  if (probability.kind === 'range') return bounds;
  const term = TERM_WORDS.find(({ id }) => id === probability.term);
  return `${term?.[book.lang] ?? probability.term} (${bounds})`;
}

const evidenceSources = (book: Book, { evidence }: Body): RecordId[] => [
  ...new Set(
    evidence.flatMap((record): RecordId[] => {
      const view = book.find(record);
      if (view?.type === 'source') return [record];
      const source = view?.type === 'claim' ? (view.body as BodyOf<'claim'>).source : undefined;
      return source === undefined ? [] : [source];
    }),
  ),
];
