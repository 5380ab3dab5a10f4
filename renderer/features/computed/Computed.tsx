import { reasonText } from '#shared/chain/suggestion-words.ts';
import type { RecordId } from '#shared/model/ids.ts';
import { useQueryCall } from '../../api/index.ts';
import { useLang, useT } from '../../app/language.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import { dayOf } from '../caseFrame/timeWords.ts';
import { Says } from './Says.tsx';

/** Scope case 2 is answered by the law, which looks at the chain itself. */
const FROM_CHAIN = ['IND-1', 'IND-2', 'IND-3'];
const SCOPE = ['SC-1', 'SC-2', 'SC-3', 'SC-4'];
const LEGS = { 'NEC-01': 'law', 'NEC-02': 'market' } as const;

/** What is worked out elsewhere in the case about a question of the framework; nothing where nobody works it out. */
export function Computed({ about }: { readonly about: string }) {
  const { versions } = useCase();
  const company = versions[0]?.body.company as RecordId | undefined;
  const leg = Object.entries(LEGS).find(([leaf]) => leaf === about)?.[1];
  return (
    <>
      {company !== undefined && SCOPE.includes(about) && <LawSays leaf={about} />}
      {company !== undefined && FROM_CHAIN.includes(about) && <ChainSays about={about} company={company} />}
      {company !== undefined && about === 'CON-2' && <ControlSays company={company} />}
      {leg !== undefined && <LadderSays leg={leg} />}
    </>
  );
}

function useShown() {
  const { logId, at } = useCase();
  return { logId, at, day: at.validAt ?? dayOf(new Date().toISOString()) };
}

function LawSays({ leaf }: { readonly leaf: string }) {
  const t = useT();
  const found = useQueryCall('law.get', useShown()).data?.cases.find((one) => one.leaf === leaf);
  return found ? <Says source="law" verdict={t(`words.outcome.${found.outcome}`)} /> : null;
}

function ChainSays({ about, company }: { readonly about: string; readonly company: RecordId }) {
  const t = useT();
  const lang = useLang();
  const { data } = useQueryCall('chain.study', { ...useShown(), target: company });
  const found = data?.suggestions.find((one) => one.about === about);
  if (found === undefined) return null;
  // These reasons count and name nothing.
  const words = { lang, t, nameOf: () => '', edgeOf: () => undefined };
  return (
    <Says
      source="chain"
      verdict={t(`chain.suggest.strength.${found.strength}`)}
      reasons={found.reasons.map((reason) => reasonText(words, reason))}
    />
  );
}

function ControlSays({ company }: { readonly company: RecordId }) {
  const t = useT();
  const { data } = useQueryCall('ownership.get', { ...useShown(), target: company });
  if (data === undefined) return null;
  const count = data.parties.length;
  const { label: target } = data.target;
  return count === 0 ? (
    <Says source="ownership" verdict={t('ownership.head.noParties')} />
  ) : (
    <Says
      source="ownership"
      verdict={t(`ownership.head.${data.why.verdict}`)}
      reasons={[t(`ownership.head.${data.why.verdict}Text`, { count, target })]}
    />
  );
}

function LadderSays({ leg }: { readonly leg: 'law' | 'market' }) {
  const t = useT();
  const { data } = useQueryCall('instruments.get', useShown());
  return data ? <Says source="instruments" verdict={t(`words.outcome.${data.suggests[leg]}`)} /> : null;
}
