/**
 * Given names and what their bearers are called, folded; the first of a line is the full name. A short list of common
 * ones in Dutch, English, German and Russian: a register has the full name, a newspaper the other.
 */
const LINES = `
johannes jan johan hans joannes jo
cornelis kees cor
hendrik henk henri rik
petrus piet peter pieter
wilhelmus wim willem pim
jacobus jaap koos jacob
antonius ton toon anton antoon
gerardus gerard gerrit ger
theodorus theo theodoor
franciscus frans frank
nicolaas klaas nico niek
bartholomeus bart
matthijs thijs mathijs
elisabeth els liesbeth lies elizabeth betty beth liz
maria marie mia
johanna annie jo hanna
catharina trees tineke karin kaatje
margaretha greet margriet
william bill will billy
robert bob rob bobby
richard dick rick
james jim jimmy
thomas tom tommy
michael mike mick
edward ed eddie
theodore ted teddy
charles charlie chuck
joseph joe
anthony tony
katherine kate kathy katie catherine
alexander alex aleksandr aleksander sasha sander lex
dmitri dima dmitry dmitriy
vladimir vova volodya
mikhail misha
nikolai kolya nikolay
sergei seryozha sergey
aleksei alyosha alexei alexey
ivan vanya
yevgeny zhenya evgeny evgeni
friedrich fritz
heinrich heinz
`;

const GROUPS = new Map<string, Set<number>>();
LINES.trim()
  .split('\n')
  .forEach((line, group) => {
    for (const name of line.split(' ')) GROUPS.set(name, (GROUPS.get(name) ?? new Set()).add(group));
  });

/** Whether two folded given names can be one person's: one is short for the other, or both for the same. */
export const isShortFor = (a: string, b: string): boolean => {
  const groups = GROUPS.get(b);
  return groups !== undefined && [...(GROUPS.get(a) ?? [])].some((group) => groups.has(group));
};
