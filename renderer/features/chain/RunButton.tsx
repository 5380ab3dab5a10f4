import { Button } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';

/** Starts a calculation that takes a while. */
export const RunButton = (props: { readonly children: string; readonly onClick: () => void }) => (
  <Button
    variant="default"
    leftSection={<IconPlayerPlay size={16} aria-hidden />}
    w="fit-content"
    onClick={props.onClick}
  >
    {props.children}
  </Button>
);
