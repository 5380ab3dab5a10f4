import { Anchor, Button, Group, Chip as Pill, Stack, Title } from '@mantine/core';
import { IconGavel, IconPlus } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useQueryCall } from '../../api/index.ts';
import { useT } from '../../app/language.ts';
import { hrefOf } from '../../app/router.ts';
import { DayInput, EmptyState, QueryState } from '../../ui/index.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import { dayOf, useDayText } from '../caseFrame/timeWords.ts';
import { useEvidence } from '../overview/useEvidence.ts';
import { AnswerDrawer } from './AnswerDrawer.tsx';
import { CasesPanel } from './CasesPanel.tsx';
import { CollectPanel } from './CollectPanel.tsx';
import { LawContext, type LawRow, type LawStudy, type Legal } from './LawContext.ts';
import { LawDrawer } from './LawDrawer.tsx';
import { LawGroup } from './LawGroup.tsx';
import style from './law.module.css';
import { ScopePanel } from './ScopePanel.tsx';

const ROLES = ['screening', 'status', 'frame'] as const;
/** Days offered beside the calendar, no more than these. */
const MOST_DAYS = 5;

/** Which law applied to the company on which day, what that suggests, and what is still to be found out. */
export function LawScreen() {
  const t = useT();
  const { logId, at } = useCase();
  const [chosen, setChosen] = useState<string | null>(null);
  const day = at.validAt ?? chosen ?? dayOf(new Date().toISOString());
  const query = useQueryCall('law.get', { logId, day, at }, { keep: true });
  return (
    <>
      <Title order={1} className="wb-hidden">
        {t('law.title')}
      </Title>
      <QueryState query={query}>
        {(legal) =>
          legal.company === null ? (
            <EmptyState
              title={t('law.noCompany')}
              text={t('law.noCompanyText')}
              icon={<IconGavel size={28} stroke={1.5} />}
            >
              <Anchor href={hrefOf({ screen: 'case', logId, tab: 'overview' })}>{t('law.toOverview')}</Anchor>
            </EmptyState>
          ) : (
            <Shown legal={legal} day={day} onDay={setChosen} />
          )
        }
      </QueryState>
    </>
  );
}

function Shown(props: {
  readonly legal: Legal;
  readonly day: string;
  readonly onDay: (day: string | null) => void;
}) {
  const { legal, day } = props;
  const t = useT();
  const { logId, readOnly } = useCase();
  const evidence = useEvidence(logId);
  const [question, setQuestion] = useState<string | null>(null);
  const [editing, setEditing] = useState<LawRow | null | undefined>(undefined);
  const study = useMemo((): LawStudy => {
    const names = new Map(legal.names.map(({ record, label }) => [record as string, label]));
    return {
      legal,
      day,
      evidence,
      nameOf: (record) => names.get(record),
      answer: setQuestion,
      edit: setEditing,
    };
  }, [legal, day, evidence]);
  return (
    <LawContext value={study}>
      <ScopePanel chooser={<DayChooser legal={legal} day={day} onDay={props.onDay} />} />
      <CasesPanel />
      <CollectPanel />
      {ROLES.map((role) => (
        <LawGroup key={role} role={role} />
      ))}
      {!readOnly && (
        <Group>
          <Button
            variant="default"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => setEditing(null)}
          >
            {t('law.edit.add')}
          </Button>
        </Group>
      )}
      {question !== null && (
        <AnswerDrawer key={question} question={question} onClose={() => setQuestion(null)} />
      )}
      {editing !== undefined && (
        <LawDrawer key={editing?.id ?? ''} law={editing} onClose={() => setEditing(undefined)} />
      )}
    </LawContext>
  );
}

/** The day as of which the law is read, with the days on which it turned. */
function DayChooser({
  legal,
  day,
  onDay,
}: {
  readonly legal: Legal;
  readonly day: string;
  readonly onDay: (day: string | null) => void;
}) {
  const t = useT();
  const dayText = useDayText();
  const today = dayOf(new Date().toISOString());
  const turns = useMemo(() => {
    const days = legal.laws
      .filter(({ role }) => role !== 'frame')
      .flatMap(({ history }) => history.map((answer) => answer.day as string))
      .filter((turn) => turn !== today);
    return [...new Set(days)].sort().slice(-MOST_DAYS);
  }, [legal, today]);
  return (
    <Stack gap="xs">
      <DayInput label={t('law.dayLabel')} description={t('law.dayHelp')} value={day} onChange={onDay} />
      <Pill.Group value={day} onChange={(value) => onDay(value as string)}>
        <div className={style.pills}>
          {[today, ...turns].map((one) => (
            <Pill key={one} value={one} size="xs">
              {one === today ? t('law.today') : dayText(one)}
            </Pill>
          ))}
        </div>
      </Pill.Group>
    </Stack>
  );
}
