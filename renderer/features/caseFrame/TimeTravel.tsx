import { Button, Group, Popover, Stack, Text } from '@mantine/core';
import { IconClockHour4 } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useT } from '../../app/language.ts';
import { DayInput } from '../../ui/index.ts';
import { useCase } from './CaseContext.ts';
import { dayOf, endOfDay } from './timeWords.ts';

/** Looks at the case on another day: what held then in the world, or what we knew then. */
export function TimeTravel() {
  const t = useT();
  const { at, setAt } = useCase();
  const [opened, setOpened] = useState(false);
  const [validAt, setValidAt] = useState<string | null>(null);
  const [knownAt, setKnownAt] = useState<string | null>(null);
  const open = () => {
    setValidAt(at.validAt ?? null);
    setKnownAt(at.knownAt === undefined ? null : dayOf(at.knownAt));
    setOpened(!opened);
  };
  const apply = (event: FormEvent) => {
    event.preventDefault();
    setAt({
      ...(validAt === null ? {} : { validAt }),
      ...(knownAt === null ? {} : { knownAt: endOfDay(knownAt) }),
    });
    setOpened(false);
  };
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" width={360} trapFocus shadow="md">
      <Popover.Target>
        <Button
          variant="default"
          h={36}
          px="sm"
          leftSection={<IconClockHour4 size={18} stroke={1.7} aria-hidden />}
          onClick={open}
        >
          {t('cases.time.button')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('cases.time.title')}>
        <form onSubmit={apply}>
          <Stack gap="sm">
            <Text fw={600}>{t('cases.time.title')}</Text>
            <Text size="sm" c="dimmed">
              {t('cases.time.lead')}
            </Text>
            <DayInput
              label={t('cases.time.validAt')}
              description={t('cases.time.validAtHelp')}
              value={validAt}
              onChange={setValidAt}
              floating={false}
            />
            <DayInput
              label={t('cases.time.knownAt')}
              description={t('cases.time.knownAtHelp')}
              value={knownAt}
              onChange={setKnownAt}
              max={dayOf(new Date().toISOString())}
              floating={false}
            />
            <Group justify="flex-end">
              <Button variant="default" onClick={() => setOpened(false)}>
                {t('common.cancel')}
              </Button>
              <Button type="submit">{t('cases.time.apply')}</Button>
            </Group>
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
