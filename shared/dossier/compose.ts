import type { BodyOf } from '../model/records.ts';
import type { Block } from './blocks.ts';
import { markingText, openBook } from './compose/book.ts';
import { account } from './compose/chapters/account.ts';
import { theCase } from './compose/chapters/case.ts';
import { chain } from './compose/chapters/chain.ts';
import { challenge } from './compose/chapters/challenge.ts';
import { company } from './compose/chapters/company.ts';
import { frozen } from './compose/chapters/frozen.ts';
import { gaps } from './compose/chapters/gaps.ts';
import { gates } from './compose/chapters/gates.ts';
import { indicators } from './compose/chapters/indicators.ts';
import { lastResort } from './compose/chapters/last-resort.ts';
import { law } from './compose/chapters/law.ts';
import { others } from './compose/chapters/others.ts';
import { ownership } from './compose/chapters/ownership.ts';
import { plan } from './compose/chapters/plan.ts';
import { scenarios } from './compose/chapters/scenarios.ts';
import { sources } from './compose/chapters/sources.ts';
import { summary } from './compose/chapters/summary.ts';
import { threat } from './compose/chapters/threat.ts';
import { weighing } from './compose/chapters/weighing.ts';
import type { DossierInput } from './compose/input.ts';
import { labelsIn } from './compose/labels.ts';
import { placingOf } from './compose/placing.ts';
import { dateText, dayOf } from './compose/wording.ts';
import type { DocumentInput } from './document.ts';

export type { DanglingFinding, DossierInput } from './compose/input.ts';

/**
 * The dossier of a case as a block tree, ready to print. A pure function: equal input, in any order of its views,
 * gives an equal document, and the two languages differ in words alone. Every entity, relation and claim that may be
 * printed is printed; each fact carries its source's number or says that it has none; the document's marking is the
 * highest of all it prints. Chapters are composed in reading order, because sources are numbered as they are cited.
 * @throws when the case's own record is not among the views or above the ceiling.
 */
export function composeDossier(input: DossierInput): DocumentInput {
  const book = openBook(input);
  const { t, lang, company: subject, caseVersions } = book;
  const own = caseVersions[0].body as BodyOf<'case'>;
  const placing = placingOf(book);
  const blocks: Block[] = [
    ...summary(book),
    ...theCase(book),
    ...weighing(book),
    ...gates(book),
    ...law(book),
    ...lastResort(book),
    ...company(book, placing),
    ...ownership(book, placing),
    ...scenarios(book),
    ...chain(book, placing),
    ...threat(book),
    ...indicators(book),
    ...challenge(book),
    ...gaps(book),
    ...plan(book),
    ...others(book, placing),
    ...sources(book),
    ...frozen(book),
    ...account(book),
  ];
  return {
    lang,
    title: own.title,
    ...(subject === undefined ? {} : { subtitle: book.nameOf(subject[0].record) }),
    reference: own.reference || t('document.noReference'),
    marking: markingText(book.highest, t),
    version: t('document.versionOf', { count: input.changes }),
    asOf: input.validAt ?? dayOf(input.lastChange),
    author: input.author,
    department: t(`words.department.${own.leadDepartment}`),
    digest: input.digest,
    generatedFrom: [
      {
        label: t('document.account.framework'),
        value: t('document.account.frameworkOf', {
          title: input.pack.title[lang],
          version: input.pack.version,
        }),
      },
      ...(input.ceiling === undefined
        ? []
        : [{ label: t('document.account.ceiling'), value: t(`words.marking.${input.ceiling}`) }]),
      ...(input.validAt === undefined
        ? []
        : [
            {
              label: t('document.account.validity'),
              value: t('document.account.validAt', { day: dateText(input.validAt, t) }),
            },
          ]),
      {
        label: t('document.account.program'),
        value: t('document.account.programOf', { version: input.programVersion }),
      },
    ],
    labels: labelsIn(t),
    blocks,
  };
}
