import { EvidenceField } from './EvidenceField.tsx';
import { useEvidence } from './useEvidence.ts';

/** Chooses the sources and facts that a judgement rests on, out of all of the case. */
export function EvidencePicker(props: {
  readonly logId: string;
  readonly value: readonly string[];
  readonly onChange: (evidence: readonly string[]) => void;
  readonly readOnly: boolean;
}) {
  const { logId, ...rest } = props;
  return <EvidenceField all={useEvidence(logId)} {...rest} />;
}
