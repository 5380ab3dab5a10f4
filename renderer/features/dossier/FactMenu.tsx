import type { ClaimView } from '#shared/ipc/dossier.ts';
import { useT } from '../../app/language.ts';
import type { Subject } from './FactCard.tsx';
import { usePage } from './page.ts';
import { RecordMenu } from './RecordMenu.tsx';
import { basesOf } from './readings.ts';

/** What can be done with one fact. */
export function FactMenu(props: {
  readonly claim: ClaimView;
  readonly name: string;
  readonly subject: Subject;
}) {
  const t = useT();
  const { readOnly } = usePage();
  const { claim, name, subject } = props;
  const [version] = claim.versions;
  if (version === undefined) return null;
  return (
    <RecordMenu
      label={t('dossier.facts.menu', { property: name })}
      readOnly={readOnly}
      edit={{ form: { form: 'claim', ...subject, marking: version.marking, claim } }}
      history={{ record: claim.record, type: 'claim', label: name }}
      withdraw={{
        record: claim.record,
        base: basesOf(claim.versions),
        text: t('dossier.withdraw.fact', { name }),
      }}
    />
  );
}
