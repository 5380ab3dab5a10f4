import { Button, Stack, Text } from '@mantine/core';
import { IconCopyCheck, IconSearch } from '@tabler/icons-react';
import { useJob, useQueryCall } from '../../api/index.ts';
import { useT } from '../../app/language.ts';
import { EmptyState, JobProgress, PageHeader, QueryState } from '../../ui/index.ts';
import { type TabProps, useCase } from '../caseFrame/CaseContext.ts';
import { Conflicts, Decisions } from './Decisions.tsx';
import { Pairs } from './Pairs.tsx';

/** Parties of the case that look alike, to be called the same or different; and what was decided before. */
export function DuplicatesScreen({ record }: TabProps) {
  const t = useT();
  const { logId, at } = useCase();
  const found = useQueryCall('identity.candidates', { logId }, { keep: true });
  const decided = useQueryCall('identity.get', { logId, at }, { keep: true });
  return (
    <Stack gap="lg">
      <PageHeader title={t('identity.title')} lead={t('identity.lead')} />
      <QueryState query={decided}>
        {(all) => (
          <>
            <Conflicts decided={all} />
            <QueryState query={found}>
              {(answer) =>
                answer === null ? (
                  <Search onDone={() => void found.refetch()} />
                ) : (
                  <>
                    {answer.candidates.length === 0 ? (
                      <EmptyState
                        title={t('identity.none')}
                        text={t('identity.noneText', { count: answer.compared })}
                        icon={<IconCopyCheck size={28} stroke={1.5} />}
                      />
                    ) : (
                      <Pairs candidates={answer.candidates} />
                    )}
                    {answer.withheld > 0 && (
                      <Text size="sm" c="dimmed">
                        {t('identity.withheld', {
                          count: answer.withheld,
                          ceiling: t(`words.marking.${answer.ceiling}`),
                        })}
                      </Text>
                    )}
                    {answer.more > 0 && (
                      <Text size="sm" c="dimmed">
                        {t('identity.more', { shown: answer.candidates.length, count: answer.more })}
                      </Text>
                    )}
                  </>
                )
              }
            </QueryState>
            <Decisions decided={all} highlight={record} />
          </>
        )}
      </QueryState>
    </Stack>
  );
}

/** A case with many parties is searched on demand, with progress and a way to stop. */
function Search({ onDone }: { readonly onDone: () => void }) {
  const t = useT();
  const { logId } = useCase();
  const { run, cancel, running, progress } = useJob('identity.search');
  const search = async () => {
    if ((await run({ logId })) !== undefined) onDone();
  };
  return (
    <EmptyState
      title={t('identity.large')}
      text={t('identity.largeText')}
      icon={<IconSearch size={28} stroke={1.5} />}
    >
      {running ? (
        <JobProgress label={t('identity.searching')} progress={progress} onCancel={cancel} />
      ) : (
        <Button leftSection={<IconSearch size={16} aria-hidden />} onClick={() => void search()}>
          {t('identity.search')}
        </Button>
      )}
    </EmptyState>
  );
}
