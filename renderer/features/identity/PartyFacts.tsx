import { Anchor, Group, Stack, Text, Title } from '@mantine/core';
import type { RecordRef } from '#shared/ipc/common.ts';
import { SECTIONS } from '#shared/model/properties/property.ts';
import { propertyOf } from '#shared/model/properties.ts';
import { useQueryCall } from '../../api/index.ts';
import { useT } from '../../app/language.ts';
import { hrefOf } from '../../app/router.ts';
import { GradeBadge, LongTextBlock, MarkingBadge, QueryState } from '../../ui/index.ts';
import { useCase } from '../caseFrame/CaseContext.ts';
import { formatValue } from '../dossier/format.ts';
import { bodyOf } from '../dossier/readings.ts';
import { TypeIcon } from '../dossier/TypeIcon.tsx';
import { useWording } from '../dossier/useWording.ts';
import style from './identity.module.css';

const MOST = 10;
const ORDER = Object.keys(SECTIONS);

/** One side of a pair: its name, what is said of it, who it is first, and with whom it has to do. */
export function PartyFacts({ party }: { readonly party: RecordRef }) {
  const t = useT();
  const { logId, at } = useCase();
  const wording = useWording(logId);
  const entity = useQueryCall('dossier.entity', { logId, record: party.record, at });
  const href = hrefOf({ screen: 'case', logId, tab: 'dossier', record: party.record });
  return (
    <section className={style.side} aria-label={party.label}>
      <Group gap="xs" wrap="nowrap" align="flex-start">
        <span className={style.icon}>
          <TypeIcon type={party.type} size={20} />
        </span>
        <div>
          <Title order={3} size="h4">
            {party.label}
          </Title>
          <Group gap="xs">
            <Text size="sm" c="dimmed">
              {t(`words.type.${party.type}`)}
            </Text>
            <MarkingBadge marking={party.marking} />
            <Anchor href={href} size="sm">
              {t('identity.open')}
            </Anchor>
          </Group>
        </div>
      </Group>
      <QueryState query={entity}>
        {({ claims, relations, versions }) => {
          const note = versions[0]?.body.note;
          const facts = claims
            .flatMap(({ record, versions: [version] }) => {
              const body = version === undefined ? null : bodyOf(version, 'claim');
              const property = body === null ? undefined : propertyOf(body.property);
              return body === null || property === undefined ? [] : [{ record, body, property }];
            })
            .sort((x, y) => ORDER.indexOf(x.property.section) - ORDER.indexOf(y.property.section));
          return (
            <Stack gap="xs" mt="sm">
              {typeof note === 'string' && note !== '' && <LongTextBlock>{note}</LongTextBlock>}
              {facts.length === 0 ? (
                <Text size="sm" c="dimmed">
                  {t('identity.noFacts')}
                </Text>
              ) : (
                <dl className={style.facts}>
                  {facts.slice(0, MOST).map(({ record, body, property }) => (
                    <div key={record}>
                      <dt>{property.label[wording.lang]}</dt>
                      <dd>
                        {formatValue(body.property, body.value, wording)}{' '}
                        <GradeBadge reliability={body.reliability} credibility={body.credibility} />
                      </dd>
                    </div>
                  ))}
                </dl>
              )}
              {relations.length > 0 && (
                <div>
                  <Title order={4} size="h6">
                    {t('identity.relations')}
                  </Title>
                  <ul className={style.relations}>
                    {relations.slice(0, MOST).flatMap(({ record, direction, other, versions: [version] }) => {
                      const body = version === undefined ? null : bodyOf(version, 'relation');
                      if (body === null) return [];
                      const words = direction === 'out' ? 'relationKind' : 'relationKindIn';
                      return [
                        <li key={record}>
                          {t(`words.${words}.${body.kind}`)} {other.label}
                        </li>,
                      ];
                    })}
                  </ul>
                </div>
              )}
            </Stack>
          );
        }}
      </QueryState>
    </section>
  );
}
