import type { TextKey } from '#shared/i18n/index.ts';
import { FINDING_CODES, isError } from '#shared/ownership/findings.ts';
import type { Interval } from '#shared/ownership/interest.ts';
import { THRESHOLD_RULES } from '#shared/ownership/rules.ts';
import { columns, wrap } from './layout.ts';
import { type OwnershipWords, ownershipWords, type Picture } from './ownership-words.ts';
import type { Terminal } from './terminal.ts';

type Part = (picture: Picture, words: OwnershipWords) => string[];
type Owner = Picture['owners'][number];
type Rule = Picture['rules'][number];

const SOME = 1e-9;
const bounds = ({ min, max }: Pick<Owner, 'min' | 'max'>): Interval => ({ min: min ?? 0, max: max ?? 1 });
const prose = (text: string): string[] => wrap(text, '  ');

/** The largest look-through share of one of the parties, in words. */
function largestShare({ owners, parties }: Picture, { t, nameOf, percent, span }: OwnershipWords): string {
  const largest = owners
    .filter(({ owner, max }) => parties.includes(owner) && (max ?? 1) > SOME)
    .sort((a, b) => (b.max ?? 1) - (a.max ?? 1))[0];
  if (largest === undefined) return t('ownership.head.lookThroughNone');
  const { owner, integrated } = largest;
  const share = integrated === null ? span(bounds(largest)) : percent(integrated);
  return t('ownership.head.lookThrough', { name: nameOf(owner), share });
}

const verdictLines: Part = (picture, words) => {
  const { t, target, span, list } = words;
  const { parties, why, opacity } = picture;
  if (parties.length === 0)
    return [t('ownership.head.noParties'), ...prose(t('ownership.head.noPartiesText', { target }))];
  const control = picture.rules.find(({ rule }) => rule === 'vifo.control');
  const stake = control?.stakes.find(({ basis }) => basis === 'votes');
  return [
    t(`ownership.head.${why.verdict}`),
    ...[
      t(`ownership.head.${why.verdict}Text`, { count: parties.length, target }),
      ...(control?.byRight ? [t('ownership.head.byRight')] : []),
      `${t('ownership.choose.parties')}: ${list(parties)}`,
      largestShare(picture, words),
      ...(stake ? [t('ownership.head.votes', { share: span(stake) })] : []),
      opacity.unseen.max > SOME
        ? t('ownership.head.unseen', { share: span(opacity.unseen) })
        : t('ownership.head.unseenNone'),
      ...(why.verdict === 'certain' ? [] : [t('ownership.head.caution')]),
    ].flatMap(prose),
  ];
};

const ownerLines: Part = ({ owners }, { t, nameOf, percent, span }) =>
  owners.length === 0
    ? prose(t('ownership.owners.none'))
    : columns(
        [
          (['owner', 'integrated', 'corrected', 'ultimate'] as const).map((key) =>
            t(`ownership.owners.${key}`),
          ),
          ...owners.map(({ owner, integrated, corrected, ultimate, ...rest }) => [
            nameOf(owner),
            integrated === null ? span(bounds(rest), 2) : percent(integrated, 2),
            corrected === null ? '–' : percent(corrected, 2),
            ultimate ? t('common.yes') : '–',
          ]),
        ],
        '  ',
      );

const controllerLines: Part = ({ controllers }, { t, target, nameOf, span }) =>
  controllers.length === 0
    ? prose(t('ownership.controllers.none', { target }))
    : columns(
        controllers.map(({ controller, control, votes }) => [
          nameOf(controller),
          t('ownership.controllers.votes', { share: span(votes) }),
          t(`ownership.verdict.${control}`),
        ]),
        '  ',
      );

/** Field of law and name of a rule; one that looks at the parties one by one says of whom it speaks. */
function ruleName({ rule, regime, parties }: Rule, all: number, { t, nameOf }: OwnershipWords): string {
  const known = THRESHOLD_RULES.find(({ id }) => id === rule);
  const name = known ? t(`ownership.rule.${known.id}.name` as TextKey) : rule;
  const field = known ? t(`ownership.rules.regime.${known.regime}`) : regime;
  const [only] = parties;
  return parties.length === 1 && all > 1 && only !== undefined
    ? `${field}: ${name}, ${nameOf(only)}`
    : `${field}: ${name}`;
}

const ruleLines: Part = ({ rules, parties }, words) => {
  const { t, percent, span } = words;
  const row = (rule: Rule): string[] => [
    ruleName(rule, parties.length, words),
    t(rule.operator === '>' ? 'ownership.rules.operator.>' : 'ownership.rules.operator.>=', {
      level: percent(rule.level),
    }),
    `${t(`ownership.verdict.${rule.verdict}`)}${rule.byRight ? `, ${t('ownership.rules.byRight')}` : ''}`,
    rule.stakes
      .map(({ basis, ...stake }) =>
        t(basis === 'capital' ? 'ownership.rules.stakeOfCapital' : 'ownership.rules.stakeOfVotes', {
          share: span(stake, 2),
        }),
      )
      .join(', '),
  ];
  return [...columns(rules.map(row), '  '), ...prose(t('ownership.rules.note'))];
};

const whyPart =
  (of: 'why' | 'influence'): Part =>
  (picture, { t, interest, sourceList }) => {
    const { verdict, paths, support, weakest, falls, carriers, cut } = picture[of];
    const control = of === 'why';
    if (verdict === 'excluded')
      return prose(t(control ? 'ownership.why.nothing' : 'ownership.why.influenceNothing'));
    const lead = (step: number, sign: string): string => (step === 0 ? sign : '').padEnd(4);
    return [
      ...prose(t(control ? 'ownership.why.lead' : 'ownership.why.influenceLead', { count: paths.length })),
      ...prose(t('ownership.why.support', { count: support.length })),
      ...prose(
        carriers.length === 0
          ? t('influence.verdict.noCarrier')
          : t('influence.verdict.carrier', { count: carriers.length, list: sourceList(carriers) }),
      ),
      ...paths.flatMap((path, at) =>
        path.map((relation, step) => {
          const mark = weakest.includes(relation) ? ` ← ${t('ownership.why.weakest')}` : '';
          return `  ${lead(step, `${at + 1}.`)}${interest(relation)}${mark}`;
        }),
      ),
      ...(falls.length > 0 ? prose(`${t('ownership.why.falls')} ${t('ownership.why.fallsLead')}`) : []),
      ...falls.map((fall) => `  ${lead(0, '-')}${fall.map(interest).join(' + ')}`),
      ...(cut ? prose(t('ownership.why.cut')) : []),
    ];
  };

const influenceLines: Part = (picture, words) => {
  const { t, target } = words;
  const { verdict } = picture.influence;
  if (picture.parties.length === 0) return [];
  return [
    ...prose(`${t(`influence.verdict.${verdict}`)}. ${t(`influence.verdict.${verdict}Text`, { target })}`),
    ...prose(t('influence.verdict.construct')),
    ...whyPart('influence')(picture, words),
  ];
};

const opacityLines: Part = ({ opacity: { known, opaque, unrecorded } }, { t, span }) =>
  prose(
    t('ownership.opacity.bar', { known: span(known), opaque: span(opaque), unrecorded: span(unrecorded) }),
  );

const structureLines: Part = ({ circles, longestChain }, { t, list, nameOf }) => [
  ...(circles.length === 0
    ? prose(t('ownership.structure.noCircles'))
    : circles.flatMap((circle) => prose(t('ownership.structure.circle', { names: list(circle) })))),
  ...prose(`${t('ownership.structure.longest')}: ${longestChain.map(nameOf).join(' → ')}`),
];

const findingLines: Part = ({ findings }, { t, nameOf, list, percent, ends }) => {
  const lines = findings.flatMap(({ code, basis, entities, relations, params }) => {
    const known = FINDING_CODES.find((one) => one === code);
    if (known === undefined) return [];
    if (known === 'votesAssumed')
      return prose(
        `${t('ownership.findings.assumed')}: ${t('cli.calc.votesAssumed', { count: relations.length })}`,
      );
    const about = (entities.length > 0 ? entities : ends(relations)).map(nameOf);
    const text = t(`ownership.findings.code.${known}`, {
      first: about[0] ?? '…',
      last: about.at(-1) ?? '…',
      names: list(entities),
      sum: percent(params?.sum ?? 0, 2),
      basis: basis === undefined ? '' : t(`ownership.rules.basis.${basis}`),
    });
    const kind = isError({ code: known, entities: [], holdings: [] }) ? 'error' : 'assumed';
    return prose(`${t(`ownership.findings.${kind}`)}: ${text}`);
  });
  return lines.length === 0 ? prose(t('ownership.findings.none')) : lines;
};

/** Who owns and controls a company, and why, as the window tells it: the verdict first. */
export function ownershipLines(terminal: Terminal, picture: Picture, day: string): string[] {
  const words = ownershipWords(terminal, picture);
  const { t, target } = words;
  const parts: readonly (readonly [TextKey, Part])[] = [
    ['ownership.owners.title', ownerLines],
    ['ownership.controllers.title', controllerLines],
    ['ownership.rules.title', ruleLines],
    ['ownership.why.title', whyPart('why')],
    ['ownership.why.influence', influenceLines],
    ['ownership.opacity.title', opacityLines],
    ['ownership.structure.title', structureLines],
    ['ownership.findings.title', findingLines],
  ];
  return [
    t('ownership.head.over', { target, day: words.day(day) }),
    ...verdictLines(picture, words),
    ...parts.flatMap(([title, part]) => ['', t(title), ...part(picture, words)]),
  ];
}
