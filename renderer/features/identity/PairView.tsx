import { Button, Group, Kbd, Paper, Stack, Text, Textarea, Title, Tooltip } from '@mantine/core';
import { IconClock, IconEqual, IconEqualNot, IconMinus, IconPlus } from '@tabler/icons-react';
import { type RefObject, useState } from 'react';
import { LOCALES } from '#shared/i18n/index.ts';
import { againstText, forText } from '#shared/identity/reason-text.ts';
import type { CandidateView } from '#shared/ipc/identity.ts';
import type { RecordId } from '#shared/model/ids.ts';
import type { SameDecision } from '#shared/model/records/identity.ts';
import { useQueryCall } from '../../api/index.ts';
import { useLang, useT } from '../../app/language.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import { bodyOf } from '../dossier/readings.ts';
import style from './identity.module.css';
import { PartyFacts } from './PartyFacts.tsx';
import { strengthOf, useDecide } from './pairs.ts';

/** Claims on the numbers that made two parties look like one: they come along as evidence of a decision. */
function useEvidence(logId: string, pair: CandidateView): RecordId[] {
  const one = useQueryCall('dossier.entity', { logId, record: pair.a.record });
  const other = useQueryCall('dossier.entity', { logId, record: pair.b.record });
  const kinds = pair.reasons.flatMap(({ code, kind }) => (code === 'sameIdentifier' ? [kind] : []));
  return [one.data, other.data].flatMap((entity) =>
    (entity?.claims ?? []).flatMap(({ record, versions: [version] }) => {
      const body = version === undefined ? null : bodyOf(version, 'claim');
      return body !== null && kinds.includes(body.property) ? [record] : [];
    }),
  );
}

/** Two parties side by side: why they may be one, why not, what is known of each, and the decision. */
export function PairView(props: {
  readonly pair: CandidateView;
  readonly buttons: RefObject<HTMLDivElement | null>;
  readonly onDecided: () => void;
  readonly onLater: () => void;
}) {
  const { pair } = props;
  const t = useT();
  const lang = useLang();
  const { logId, readOnly } = useCase();
  const [reason, setReason] = useState('');
  const evidence = useEvidence(logId, pair);
  const { decide, running } = useDecide(logId);
  const say = async (decision: SameDecision) => {
    const decided = await decide({ records: [pair.a, pair.b], decision, reason, evidence, base: [] });
    if (decided) props.onDecided();
  };
  const figure = new Intl.NumberFormat(LOCALES[lang], { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return (
    <Paper
      component="section"
      withBorder
      radius="md"
      p="lg"
      bg="var(--wb-surface)"
      aria-label={t('identity.pair', { a: pair.a.label, b: pair.b.label })}
    >
      <Stack gap="md">
        <Group justify="space-between" align="flex-start">
          <div className={style.why}>
            <Reasons title={t('identity.reasons')} empty={t('identity.noReasons')} sign="for">
              {pair.reasons.map((one) => forText(one, { t, lang }))}
            </Reasons>
            <Reasons title={t('identity.counter')} empty={t('identity.noCounter')} sign="against">
              {pair.against.map((one) => againstText(one, { t, lang }))}
            </Reasons>
          </div>
          <Tooltip label={t('identity.alikeHelp')} multiline maw={320}>
            <Text size="sm" c="dimmed">
              {t('identity.alike')}: <strong>{t(`identity.${strengthOf(pair.score)}`)}</strong> (
              {figure.format(pair.score)})
            </Text>
          </Tooltip>
        </Group>
        <div className={style.sides}>
          <PartyFacts party={pair.a} />
          <PartyFacts party={pair.b} />
        </div>
        {!readOnly && (
          <Stack gap="xs">
            <Textarea
              label={t('identity.reason')}
              placeholder={t('identity.reasonHint')}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
              autosize
              minRows={1}
              maxRows={4}
            />
            <Group ref={props.buttons} gap="sm">
              <Button
                data-key="s"
                leftSection={<IconEqual size={17} aria-hidden />}
                rightSection={<Kbd aria-hidden>S</Kbd>}
                loading={running}
                onClick={() => void say('same')}
              >
                {t('identity.same')}
              </Button>
              <Button
                data-key={t('identity.key.different').toLowerCase()}
                variant="default"
                leftSection={<IconEqualNot size={17} aria-hidden />}
                rightSection={<Kbd aria-hidden>{t('identity.key.different')}</Kbd>}
                disabled={running}
                onClick={() => void say('different')}
              >
                {t('identity.different')}
              </Button>
              <Button
                data-key="l"
                variant="subtle"
                leftSection={<IconClock size={17} aria-hidden />}
                rightSection={<Kbd aria-hidden>L</Kbd>}
                disabled={running}
                onClick={props.onLater}
              >
                {t('identity.later')}
              </Button>
            </Group>
            <Text size="sm" c="dimmed">
              {t('identity.keys')}
            </Text>
          </Stack>
        )}
      </Stack>
    </Paper>
  );
}

const SIGNS = { for: IconPlus, against: IconMinus } as const;

function Reasons(props: {
  readonly title: string;
  readonly empty: string;
  readonly sign: keyof typeof SIGNS;
  readonly children: readonly string[];
}) {
  const Sign = SIGNS[props.sign];
  return (
    <div>
      <Title order={3} size="h5">
        {props.title}
      </Title>
      {props.children.length === 0 ? (
        <Text size="sm" c="dimmed">
          {props.empty}
        </Text>
      ) : (
        <ul className={style.reasons}>
          {props.children.map((text) => (
            <li key={text}>
              <Sign size={14} aria-hidden className={style[props.sign]} />
              <span>{text}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
