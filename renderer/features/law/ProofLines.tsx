import { Anchor, Button, Text } from '@mantine/core';
import { useT } from '../../app/language.ts';
import { hrefOf } from '../../app/router.ts';
import { OutcomeChip } from '../../ui/index.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import { type Line, useAtomText, useLaw } from './LawContext.ts';
import style from './law.module.css';

/** A proof as an outline: what was asked, of whom, why it has its outcome, and the facts that it rests on. */
export function ProofLines({ lines }: { readonly lines: readonly Line[] }) {
  const t = useT();
  const atomText = useAtomText();
  return (
    <ul className={style.proof}>
      {lines.map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one proof never change places.
        <li key={at} data-depth={line.depth} className={style.proofLine}>
          <OutcomeChip outcome={line.outcome} size="small" />
          <div className={style.proofWords}>
            {line.op === 'atom' ? (
              <>
                <span>{line.atom && atomText(line.atom)}</span>
                <Answers line={line} />
              </>
            ) : (
              <strong>{t(`law.proofOp.${line.op}`)}</strong>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

function Answers({ line }: { readonly line: Line }) {
  const t = useT();
  const { logId, readOnly } = useCase();
  const { evidence, nameOf, answer, legal } = useLaw();
  const question = line.atom && 'ask' in line.atom ? line.atom.ask : undefined;
  const given = legal.determinations.some((one) => one.question === question);
  return (
    <>
      {line.answers.map(({ subject, reason, rests }) => (
        <div key={subject ?? 'question'} className={style.proofMeta}>
          {subject !== undefined && (
            <Anchor fz="sm" href={hrefOf({ screen: 'case', logId, tab: 'dossier', record: subject })}>
              {nameOf(subject) ?? '…'}
            </Anchor>
          )}
          <Text component="span" size="sm" c="dimmed">
            {t(`law.reason.${reason}`)}
          </Text>
          {rests.map((record) => {
            const one = evidence.get(record);
            return one === undefined ? null : (
              <Anchor key={record} fz="sm" href={one.href}>
                {one.label} ({one.grade})
              </Anchor>
            );
          })}
        </div>
      ))}
      {question !== undefined && !readOnly && (
        <Button size="compact-sm" variant="default" onClick={() => answer(question)}>
          {t(given ? 'law.change' : 'law.answer')}
        </Button>
      )}
    </>
  );
}
