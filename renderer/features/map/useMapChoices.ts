import { useState } from 'react';
import type { Grouping, LayoutKind } from '#shared/map/arrange.ts';
import type { ShownPath } from './MapNotes.tsx';
import type { Mode } from './useGestures.ts';

/** How a person wants to look at the map, as long as it is open: its arrangement, what is drawn and where they are. */
export function useMapChoices() {
  const [kind, setKind] = useState<LayoutKind>('tiers');
  const [grouping, setGrouping] = useState<Grouping>('none');
  const [path, setPath] = useState<ShownPath | null>(null);
  const [names, setNames] = useState(false);
  const [dots, setDots] = useState(false);
  const [mode, setMode] = useState<Mode>('drag');
  const [whole, setWhole] = useState(false);
  const [active, setActive] = useState<string | undefined>(undefined);
  return {
    kind,
    setKind,
    grouping,
    setGrouping,
    mode,
    setMode,
    names,
    setNames,
    dots,
    setDots,
    whole,
    setWhole,
    path,
    setPath,
    active,
    setActive,
  };
}
