import {
  Button,
  Group,
  MultiSelect,
  PasswordInput,
  SegmentedControl,
  Stack,
  Switch,
  Text,
} from '@mantine/core';
import { IconCircleCheck, IconPackageExport } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import type { RecordId } from '#shared/model/ids.ts';
import type { Marking } from '#shared/model/marking.ts';
import { type Sent, useJob, useQueryCall } from '../../api/index.ts';
import { useLang, useT } from '../../app/language.ts';
import { JobProgress, MarkingBadge, Panel } from '../../ui/index.ts';
import { formatBytes } from '../dossier/format.ts';
import { Notice } from '../dossier/Notice.tsx';
import { PassphraseStrength, useStrength } from '../unlock/PassphraseStrength.tsx';
import { type Ceiling, CeilingChoice } from './Ceiling.tsx';
import { refusalText } from './refusal.ts';

type To = Sent<'bundle.export'>['to'];
type Draft = {
  readonly kind: To['kind'];
  readonly contacts: readonly string[];
  readonly quantumSafe: boolean;
  readonly passphrase: string;
  readonly repeat: string;
  readonly ceiling: Ceiling;
};

const EMPTY: Draft = {
  kind: 'contacts',
  contacts: [],
  quantumSafe: true,
  passphrase: '',
  repeat: '',
  ceiling: null,
};

/** Makes a bundle of the case, for contacts or under a passphrase, where the person says. */
export function Send({ logId, marking }: { readonly logId: string; readonly marking: Marking }) {
  const t = useT();
  const lang = useLang();
  const job = useJob('bundle.export', { quiet: true });
  const [draft, setDraft] = useState(EMPTY);
  const [submitted, setSubmitted] = useState(false);
  const [saved, setSaved] = useState<string | null>(null);
  const strength = useStrength(draft.kind === 'passphrase' ? draft.passphrase : '');
  const change = (part: Partial<Draft>) => {
    setSaved(null);
    setDraft((old) => ({ ...old, ...part }));
  };
  const contacts = useQueryCall('contacts.list', {});
  const nobody = contacts.data !== undefined && contacts.data.length === 0;
  const to = recipientOf(draft, strength?.enough ?? false);

  const make = async (event: FormEvent) => {
    event.preventDefault();
    setSubmitted(true);
    setSaved(null);
    if (to === undefined) return;
    const { ceiling } = draft;
    const answer = await job.run({ logId, to, ...(ceiling === null ? {} : { ceiling }) });
    if (!answer?.saved) return;
    // The passphrase is not kept on the screen longer than it is needed.
    setDraft({ ...draft, passphrase: '', repeat: '' });
    setSubmitted(false);
    const size = formatBytes(answer.bytes ?? 0, lang);
    const words = t('exchange.send.saved', { name: answer.name ?? '', size });
    const withheld = answer.withheld ?? 0;
    setSaved(withheld > 0 ? `${words} ${t('exchange.send.withheld', { count: withheld })}` : words);
  };

  return (
    <Panel title={t('exchange.send.title')}>
      <form onSubmit={(event) => void make(event)} noValidate>
        <Stack gap="sm">
          <Text c="dimmed">{t('exchange.send.lead')}</Text>
          <CeilingChoice logId={logId} value={draft.ceiling} onChange={(ceiling) => change({ ceiling })} />
          {draft.ceiling === null && (
            <Group gap="xs">
              <Text size="sm">{t('exchange.send.marking')}</Text>
              <MarkingBadge marking={marking} />
            </Group>
          )}
          <SegmentedControl
            aria-label={t('exchange.send.to')}
            value={draft.kind}
            data={[
              { value: 'contacts', label: t('exchange.send.toContacts') },
              { value: 'passphrase', label: t('exchange.send.toPassphrase') },
            ]}
            onChange={(kind) => change({ kind: kind === 'passphrase' ? 'passphrase' : 'contacts' })}
          />
          {draft.kind === 'contacts' ? (
            <ToContacts draft={draft} submitted={submitted} onChange={change} />
          ) : (
            <>
              <PasswordInput
                label={t('exchange.send.passphrase')}
                description={t('exchange.send.passphraseHelp')}
                autoComplete="off"
                value={draft.passphrase}
                error={submitted && draft.passphrase === '' ? t('common.required') : undefined}
                visibilityToggleButtonProps={{ 'aria-label': t('vault.showPassphrase') }}
                onChange={(event) => change({ passphrase: event.currentTarget.value })}
              />
              {draft.passphrase !== '' && <PassphraseStrength strength={strength} />}
              <PasswordInput
                label={t('exchange.send.repeat')}
                autoComplete="off"
                value={draft.repeat}
                error={
                  submitted && draft.repeat !== draft.passphrase ? t('exchange.send.repeatWrong') : undefined
                }
                visibilityToggleButtonProps={{ 'aria-label': t('vault.showPassphrase') }}
                onChange={(event) => change({ repeat: event.currentTarget.value })}
              />
            </>
          )}
          {job.error && job.error.code !== 'cancelled' && (
            <Notice role="alert" tone="bad" title={t('common.failed')}>
              {refusalText(t, job.error)}
            </Notice>
          )}
          {job.running ? (
            <JobProgress label={t('exchange.send.running')} progress={job.progress} onCancel={job.cancel} />
          ) : (
            <Group>
              <Button
                type="submit"
                disabled={draft.kind === 'contacts' && nobody}
                leftSection={<IconPackageExport size={16} aria-hidden />}
              >
                {t('exchange.send.make')}
              </Button>
            </Group>
          )}
          <div role="status">
            {saved !== null && (
              <Notice tone="good" icon={<IconCircleCheck size={20} aria-hidden />}>
                {saved}
              </Notice>
            )}
          </div>
        </Stack>
      </form>
    </Panel>
  );
}

/** Whom the bundle is for, once that is complete; a passphrase must be strong enough and typed twice. */
const recipientOf = (draft: Draft, enough: boolean): To | undefined => {
  if (draft.kind === 'contacts') {
    if (draft.contacts.length === 0) return undefined;
    return { kind: 'contacts', contacts: draft.contacts as RecordId[], quantumSafe: draft.quantumSafe };
  }
  const { passphrase, repeat } = draft;
  return passphrase !== '' && enough && passphrase === repeat
    ? { kind: 'passphrase', passphrase }
    : undefined;
};

function ToContacts(props: {
  readonly draft: Draft;
  readonly submitted: boolean;
  readonly onChange: (part: Partial<Draft>) => void;
}) {
  const t = useT();
  const { draft } = props;
  const { data } = useQueryCall('contacts.list', {});
  if (data !== undefined && data.length === 0) return <Text>{t('exchange.send.noContacts')}</Text>;
  return (
    <>
      <MultiSelect
        label={t('exchange.send.contacts')}
        placeholder={draft.contacts.length === 0 ? t('exchange.send.contactsHint') : undefined}
        searchable
        nothingFoundMessage={t('common.nothingFound')}
        data={(data ?? []).map(({ record, name, department, trusted }) => ({
          value: record as string,
          label: `${name} (${department})${trusted ? '' : ` – ${t('exchange.send.untrusted')}`}`,
        }))}
        value={[...draft.contacts]}
        error={props.submitted && draft.contacts.length === 0 ? t('exchange.send.chooseContact') : undefined}
        onChange={(contacts) => props.onChange({ contacts })}
      />
      <Switch
        label={t('exchange.send.quantumSafe')}
        description={t('exchange.send.quantumSafeHelp')}
        checked={draft.quantumSafe}
        onChange={(event) => props.onChange({ quantumSafe: event.currentTarget.checked })}
      />
    </>
  );
}
