import { Text, UnstyledButton } from '@mantine/core';
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import { FINDING_CODES, type FindingCode, isError } from '#shared/ownership/findings.ts';
import { Chip, Panel } from '../../ui/index.ts';
import { useStudy } from './OwnershipContext.ts';
import style from './ownership.module.css';
import type { Picture } from './words.ts';

type Finding = Picture['findings'][number];

const codeOf = ({ code }: Finding): FindingCode | undefined => FINDING_CODES.find((one) => one === code);

/** Contradictions in the data and what was taken for granted, each with the interests that it is about. */
export function FindingsPanel() {
  const { picture, words } = useStudy();
  const { t } = words;
  const findings = [...picture.findings].sort((a, b) => Number(isAssumed(a)) - Number(isAssumed(b)));
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

const isAssumed = (finding: Finding): boolean => {
  const code = codeOf(finding);
  return code !== undefined && !isError({ code, entities: [], holdings: [] });
};

function Item({ finding }: { readonly finding: Finding }) {
  const { words, nameOf, interests, openInterest } = useStudy();
  const { t } = words;
  const code = codeOf(finding);
  if (code === undefined) return null;
  const names = finding.entities.map(nameOf);
  const assumed = isAssumed(finding);
  const Sign = assumed ? IconInfoCircle : IconAlertTriangle;
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
        <ul className={style.findingLinks}>
          {[...new Set(finding.relations)].map((relation) => {
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
      </div>
    </li>
  );
}
