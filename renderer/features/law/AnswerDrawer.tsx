import { useCommand } from '../../api/index.ts';
import { useLang, useT } from '../../app/language.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import { JudgementDrawer } from '../overview/JudgementDrawer.tsx';
import { type Legal, useLaw } from './LawContext.ts';

/** The words of a question, wherever in the laws of the case it stands. */
function wordsOf(legal: Legal, question: string) {
  const lines = [...legal.laws.map(({ answer }) => answer), ...legal.cases].flatMap((one) => one.lines);
  const atoms = [...lines.flatMap(({ atom }) => atom ?? []), ...legal.open.map(({ atom }) => atom)];
  const found = atoms.find((atom) => 'ask' in atom && atom.ask === question);
  return found && 'ask' in found ? found.text : undefined;
}

/** One question of the law, to answer with an argument and evidence. */
export function AnswerDrawer(props: { readonly question: string; readonly onClose: () => void }) {
  const t = useT();
  const lang = useLang();
  const { logId } = useCase();
  const { legal } = useLaw();
  const save = useCommand('law.determine', { quiet: true });
  return (
    <JudgementDrawer
      title={t('law.questionTitle')}
      question={wordsOf(legal, props.question)?.[lang] ?? props.question}
      versions={legal.determinations.find(({ question }) => question === props.question)?.versions ?? []}
      onClose={props.onClose}
      onSave={(judged) => save.run({ logId, question: props.question, ...judged })}
      saving={save.running}
      error={save.error}
    />
  );
}
