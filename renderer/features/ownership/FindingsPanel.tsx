import { Text, UnstyledButton } from '@mantine/core';
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import { Chip, Panel } from '../../ui/index.ts';
import { codeOf, isContradiction } from './findings.ts';
import { useStudy } from './OwnershipContext.ts';
import style from './ownership.module.css';
import type { Picture } from './words.ts';

type Finding = Picture['findings'][number];

/** More interests than this are shown on request. */
const FEW = 4;

/** Contradictions in the data and what was taken for granted, each with the interests that it is about. */
export function FindingsPanel() {
  const { picture, words } = useStudy();
  const { t } = words;
  const findings = [...picture.findings].sort(
    (a, b) => Number(isContradiction(b)) - Number(isContradiction(a)),
  );
  return (
    <Panel title={t('ownership.findings.title')}>
      {findings.length === 0 ? (
        <Text>{t('ownership.findings.none')}</Text>
      ) : (
        <>
          <Text size="sm" c="dimmed">
            {t('ownership.findings.lead')}
          </Text>
          <ul className={style.findings}>
            {findings.map((finding) => (
              <Item
                key={[finding.code, finding.basis ?? '', ...finding.entities, ...finding.relations].join(' ')}
                finding={finding}
              />
            ))}
          </ul>
        </>
      )}
    </Panel>
  );
}

function Item({ finding }: { readonly finding: Finding }) {
  const { words, nameOf, interests, openInterest } = useStudy();
  const { t } = words;
  const code = codeOf(finding);
  if (code === undefined) return null;
  const names = finding.entities.map(nameOf);
  const assumed = !isContradiction(finding);
  const Sign = assumed ? IconInfoCircle : IconAlertTriangle;
  const relations = [...new Set(finding.relations)];
  const links = (
    <ul className={style.findingLinks}>
      {relations.map((relation) => {
        const interest = interests.get(relation);
        return (
          interest && (
            <li key={relation}>
              <UnstyledButton className={style.fall} onClick={() => openInterest(relation)}>
                {nameOf(interest.from)} – {nameOf(interest.to)} ({words.lineLabel(interest)})
              </UnstyledButton>
            </li>
          )
        );
      })}
    </ul>
  );
  return (
    <li>
      <Chip tone={assumed ? 'neutral' : 'warn'} icon={<Sign size={14} aria-hidden />}>
        {t(assumed ? 'ownership.findings.assumed' : 'ownership.findings.error')}
      </Chip>
      <div>
        {t(`ownership.findings.code.${code}`, {
          first: names[0] ?? '…',
          last: names.at(-1) ?? '…',
          names: words.list(names),
          sum: words.percent(finding.params?.sum ?? 0, 2),
          basis: finding.basis === undefined ? '' : t(`ownership.rules.basis.${finding.basis}`),
        })}
        {relations.length <= FEW ? (
          links
        ) : (
          <details>
            <summary>{t('ownership.findings.interests', { count: relations.length })}</summary>
            {links}
          </details>
        )}
      </div>
    </li>
  );
}
