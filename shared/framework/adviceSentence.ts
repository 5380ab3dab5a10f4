import type { Outcome } from '../model/vocabulary.ts';
import type { Assessment } from './evaluate.ts';
import type { Pack } from './pack.ts';
import type { Lang } from './packText.ts';
import { gateLeaves, type ProofNode } from './proof.ts';
import { SENTENCES } from './sentences.ts';
import { clausesOf } from './wording.ts';

/** Open items that are named before the rest is only counted. */
const NAMED = 3;

/** The nodes that speak for an outcome: through every `all`, up to the first leaf or `any`. */
const speakers = (node: ProofNode, outcome: Outcome): readonly ProofNode[] => {
  if (node.outcome !== outcome) return [];
  return node.op === 'all' ? node.children.flatMap((child) => speakers(child, outcome)) : [node];
};

const leafIds = (node: ProofNode): readonly string[] => gateLeaves(node).map((leaf) => leaf.id);

const metLeaves = (node: ProofNode): readonly string[] => {
  if (node.outcome !== 'met') return [];
  return node.op === 'leaf' ? [node.id] : node.children.flatMap(metLeaves);
};

/** The clauses that say why every gate is met; an `any` names all the leaves that carry it. */
const positive = (assessment: Assessment, pack: Pack, lang: Lang): string => {
  const clauses = assessment.root.children.map((child) => {
    const clause = clausesOf(pack, child.id, assessment.trigger).met[lang];
    return child.op === 'any' ? `${clause} (${metLeaves(child).join(', ')})` : clause;
  });
  return SENTENCES[lang].positive(clauses.join('; '));
};

const refused = (assessment: Assessment, pack: Pack, lang: Lang): readonly string[] => {
  const { root, trigger, advice } = assessment;
  if (advice.outcome === 'positive' || advice.outcome === 'undetermined') return [];
  const text = SENTENCES[lang];
  const clauses = (nodes: readonly ProofNode[]) =>
    nodes.map((node) => clausesOf(pack, node.id, trigger).notMet[lang]).join('; ');
  const failing = speakers(root, 'notMet');
  const main = failing.filter((node) => leafIds(node).some((id) => advice.decidedBy.includes(id)));
  const also = failing.filter((node) => !main.includes(node));
  const said = text.refused[advice.outcome](clauses(main));
  return also.length === 0 ? [said] : [said, text.also(clauses(also))];
};

const open = (assessment: Assessment, pack: Pack, lang: Lang): readonly string[] => {
  const { root, trigger, advice } = assessment;
  const text = SENTENCES[lang];
  const place = (node: ProofNode) =>
    Math.min(
      ...leafIds(node).flatMap((id) =>
        advice.openLeaves.includes(id) ? [advice.openLeaves.indexOf(id)] : [],
      ),
    );
  const items = speakers(root, 'undetermined').toSorted((a, b) => place(a) - place(b));
  const named = items.slice(0, NAMED);
  const phrases = named.map((node) => {
    const topic = clausesOf(pack, node.id, trigger).topic[lang];
    return node.op === 'leaf' ? text.openLeaf[node.leaf.reason](topic) : text.openGate(topic);
  });
  const rest = items.length - named.length;
  const sentences = [text.open([...phrases, ...(rest > 0 ? [text.andMore(rest)] : [])].join('; '))];
  if (items.length === 1) sentences.push(text.onlyOne);
  if (items.some(isIncomplete)) sentences.push(text.incomplete(pack.constructLabel[lang]));
  return sentences;
};

const isIncomplete = (node: ProofNode): boolean =>
  gateLeaves(node).some((leaf) => leaf.leaf.reason === 'noArgument' || leaf.leaf.reason === 'noEvidence');

/**
 * The advice in words, in one language: what it is, which gates and leaves make it so, and which verdicts do not count
 * or rest on evidence without a source. Uses the wording of the case's trigger; ends with a full stop.
 */
export const adviceSentence = (assessment: Assessment, pack: Pack, lang: Lang): string => {
  const text = SENTENCES[lang];
  const { advice, root } = assessment;
  const said =
    advice.outcome === 'positive'
      ? [positive(assessment, pack, lang)]
      : advice.outcome !== 'undetermined'
        ? refused(assessment, pack, lang)
        : advice.reasonCode === 'nothingJudged'
          ? [text.nothingJudged]
          : open(assessment, pack, lang);
  const unsourced = gateLeaves(root).filter(
    (leaf) => advice.decidedBy.includes(leaf.id) && leaf.leaf.unsourcedEvidence > 0,
  ).length;
  return [...said, ...(unsourced > 0 ? [text.unsourced(unsourced)] : [])].join(' ');
};
