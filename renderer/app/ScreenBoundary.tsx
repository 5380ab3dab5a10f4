import { Button, Stack, Text, Title } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { useT } from './language.ts';

/** Keeps a broken screen from taking the rest with it, and gives a way back. */
export class ScreenBoundary extends Component<
  { readonly children: ReactNode },
  { readonly broken: boolean }
> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    if (!this.state.broken) return this.props.children;
    return <Broken onRetry={() => this.setState({ broken: false })} />;
  }
}

function Broken({ onRetry }: { readonly onRetry: () => void }) {
  const t = useT();
  return (
    <Stack role="alert" align="flex-start" p="xl" maw={640}>
      <Title order={1}>{t('common.screenError')}</Title>
      <Text>{t('common.screenErrorText')}</Text>
      <Button onClick={onRetry}>{t('common.retry')}</Button>
    </Stack>
  );
}
