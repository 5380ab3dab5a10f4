import { Box, Group, List, Stack, Text, Title } from '@mantine/core';
import { IconLock, IconSignature, IconWifiOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Brand } from '../../app/Brand.tsx';
import { LookSwitch } from '../../app/LookSwitch.tsx';
import { useT } from '../../app/language.ts';
import style from './EntryLayout.module.css';

/** Ground of the screens before a vault is open: who we are on the left, what to do on the right. */
export function EntryLayout({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const t = useT();
  return (
    <div className={style.split}>
      <header className={`${style.side} wb-no-print`}>
        <Group gap="sm">
          <Brand size={40} />
          <Text fz={28} fw={650}>
            {t('common.appName')}
          </Text>
        </Group>
        <Text fz="lg" mt="xs">
          {t('common.tagline')}
        </Text>
        <List spacing="md" mt={48} className={style.promises} center>
          <List.Item icon={<IconWifiOff size={22} stroke={1.5} aria-hidden />}>
            {t('vault.offline')}
          </List.Item>
          <List.Item icon={<IconLock size={22} stroke={1.5} aria-hidden />}>{t('vault.encrypted')}</List.Item>
          <List.Item icon={<IconSignature size={22} stroke={1.5} aria-hidden />}>
            {t('vault.signed')}
          </List.Item>
        </List>
      </header>
      <main className={style.main}>
        <Group justify="flex-end" w="100%">
          <LookSwitch />
        </Group>
        <Box className={style.centre}>
          <Stack gap="md" w="100%" maw={480}>
            <Title order={1}>{title}</Title>
            {children}
          </Stack>
        </Box>
      </main>
    </div>
  );
}
