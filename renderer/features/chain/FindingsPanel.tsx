import { Button, Text, UnstyledButton } from '@mantine/core';
import { IconAlertTriangle, IconChevronDown, IconChevronRight, IconCircleDashed } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { findingText, gapText, suppliedText } from '#shared/chain/wording.ts';
import { useJob } from '../../api/index.ts';
import { JobProgress, Panel } from '../../ui/index.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import { type ChainStudy, type Finding, useChain } from './ChainContext.ts';
import style from './chain.module.css';
import { VerdictChip } from './chips.tsx';
import { EdgeTable } from './EdgeTable.tsx';

/** What is worth reading, the certain first; each opens its proof and what would change it. */
export function FindingsPanel({ study }: { readonly study: ChainStudy }) {
  const { words, day } = useChain();
  const { t } = words;
  const { logId, at } = useCase();
  const points = useJob('chain.points');
  const [found, setFound] = useState<readonly Finding[] | null>(null);
  const large = study.points === null && found === null;
  const run = async () => {
    const answer = await points.run({ logId, day, at, target: study.target.record });
    if (answer !== undefined) setFound(answer.findings);
  };
  const findings = found ?? study.findings;
  return (
    <Panel title={t('chain.findings.title')}>
      {findings.length === 0 ? (
        <Text>{t('chain.findings.none')}</Text>
      ) : (
        <ul className={style.findings} aria-label={t('chain.findings.title')}>
          {findings.map((finding) => (
            <Item key={keyOf(finding)} finding={finding} />
          ))}
        </ul>
      )}
      {large && (
        <div className={style.ask}>
          <Text size="sm" flex="1 1 260px">
            {t('chain.findings.large')}
          </Text>
          {points.running ? (
            <JobProgress
              label={t('chain.findings.running')}
              progress={points.progress}
              onCancel={points.cancel}
            />
          ) : (
            <Button variant="default" onClick={() => void run()}>
              {t('chain.findings.run')}
            </Button>
          )}
        </div>
      )}
    </Panel>
  );
}

const keyOf = (finding: Finding): string =>
  [
    finding.code,
    finding.node,
    'process' in finding ? finding.process : '',
    'input' in finding ? finding.input : '',
  ].join(' ');

function Item({ finding }: { readonly finding: Finding }) {
  const id = useId();
  const { words } = useChain();
  const { t } = words;
  const [shown, setShown] = useState(false);
  const Arrow = shown ? IconChevronDown : IconChevronRight;
  const Sign = finding.verdict === 'certain' ? IconAlertTriangle : IconCircleDashed;
  const text = findingText(words, finding);
  return (
    <li className={style.finding} data-verdict={finding.verdict}>
      <Sign size={20} stroke={1.8} aria-hidden className={style.findingSign} />
      <div className={style.findingMain}>
        <p id={id}>{text}</p>
        <div className={style.findingFoot}>
          <VerdictChip verdict={finding.verdict} />
          <UnstyledButton
            className={style.toggle}
            aria-expanded={shown}
            aria-describedby={id}
            onClick={() => setShown(!shown)}
          >
            <Arrow size={16} aria-hidden />
            {t(shown ? 'chain.findings.hideProof' : 'chain.findings.proof')}
          </UnstyledButton>
        </div>
        {shown && <Proof finding={finding} />}
      </div>
    </li>
  );
}

/** The relations that a finding rests on, its weakest link, and what is missing to be sure of it. */
function Proof({ finding }: { readonly finding: Finding }) {
  const { words, edges, openEdge } = useChain();
  const { t } = words;
  const rows = finding.relations.flatMap((relation) => edges.get(relation) ?? []);
  const [weakest] = finding.falls;
  const weak = weakest === undefined ? undefined : edges.get(weakest);
  return (
    <div className={style.proof}>
      <EdgeTable label={t('chain.findings.proofTable')} rows={rows} ordered />
      {finding.falls.length > 0 && weak !== undefined && finding.code === 'processHit' && (
        <Text size="sm">
          {finding.falls.length === 1
            ? t('chain.findings.restsOne')
            : t('chain.findings.rests', { count: finding.falls.length })}
          .{' '}
          {t('chain.findings.weakest', {
            relation: `${words.nameOf(weak.from)} – ${words.nameOf(weak.to)}, ${suppliedText(words, weak.record)}`,
          })}
        </Text>
      )}
      {finding.gaps.length > 0 && (
        <div>
          <Text size="sm" fw={600}>
            {t('chain.findings.gaps')}
          </Text>
          <ul className={style.gaps}>
            {finding.gaps.map((gap) => (
              <li key={`${gap.relation} ${gap.kind}`}>
                <UnstyledButton className={style.link} onClick={() => openEdge(gap.relation)}>
                  {gapText(words, gap)}
                </UnstyledButton>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
