import type { EdgeKind } from '../../graph/model.ts';
import type { CardType, Change, Level } from '../model.ts';

/**
 * Colours of the map. Told apart by people who do not see all colours (after Okabe and Ito, darkened until they stand
 * out at 3 : 1 from the ground, text at 4.5 : 1), and never the only sign: kinds of edges differ in the head of their
 * arrow, states in dashes, levels in bars, changes in marks.
 */
export type Palette = {
  readonly canvas: string;
  readonly band: string;
  readonly bandOwn: string;
  readonly bandLine: string;
  readonly bandText: string;
  readonly card: string;
  readonly cardLine: string;
  readonly text: string;
  readonly dim: string;
  readonly accent: string;
  readonly accentSoft: string;
  readonly attention: string;
  readonly attentionSoft: string;
  readonly hatch: string;
  readonly type: Readonly<Record<CardType, string>>;
  readonly edge: Readonly<Record<EdgeKind, string>>;
  readonly level: Readonly<Record<Level, string>>;
  readonly levelSoft: Readonly<Record<Level, string>>;
  readonly change: Readonly<Record<Change, string>>;
};

export const LIGHT: Palette = {
  canvas: '#f5f7f9',
  band: '#edf1f5',
  bandOwn: '#e3ebf5',
  bandLine: '#d9dfe6',
  bandText: '#44505c',
  card: '#ffffff',
  cardLine: '#8e9aa7',
  text: '#1b2330',
  dim: '#55606c',
  accent: '#154273',
  accentSoft: '#e8eff7',
  attention: '#7a4b00',
  attentionSoft: '#fdf3dc',
  hatch: '#d6b67c',
  type: {
    company: '#154273',
    person: '#5c3d99',
    publicBody: '#0b5f3a',
    technology: '#00616b',
    process: '#8a4300',
    product: '#6b3a1f',
    site: '#44505c',
    group: '#154273',
  },
  edge: {
    supply: '#2f5d94',
    depends: '#b0480b',
    data: '#00747d',
    infrastructure: '#66610a',
    licence: '#7d3c98',
    operates: '#8a4300',
    partOf: '#5a6672',
    develops: '#137a4b',
    people: '#6a5acd',
    collaborates: '#137a4b',
    contract: '#5a6672',
    location: '#7a8591',
    owns: '#9c1f4b',
    controls: '#9c1f4b',
    influence: '#9c1f4b',
    finance: '#8a6a00',
  },
  level: { 1: '#8a6a00', 2: '#b0480b', 3: '#9c1f14' },
  levelSoft: { 1: '#fbf6e3', 2: '#fcefe5', 3: '#fbe6e3' },
  change: { added: '#0f6b3f', removed: '#9c1f14', changed: '#7a4b00' },
};

export const DARK: Palette = {
  canvas: '#10151b',
  band: '#161d26',
  bandOwn: '#1a2737',
  bandLine: '#2a3440',
  bandText: '#b7c1cc',
  card: '#1f2833',
  cardLine: '#67747f',
  text: '#eef2f6',
  dim: '#b0bac5',
  accent: '#7fb0e6',
  accentSoft: '#1d2f44',
  attention: '#f0c06a',
  attentionSoft: '#352812',
  hatch: '#6d5423',
  type: {
    company: '#8fbcf0',
    person: '#c3aaf2',
    publicBody: '#7fd6a6',
    technology: '#62cdd6',
    process: '#f2ad6b',
    product: '#dcae92',
    site: '#b7c1cc',
    group: '#8fbcf0',
  },
  edge: {
    supply: '#7fa9dc',
    depends: '#f0955b',
    data: '#4fc3cc',
    infrastructure: '#c9c25a',
    licence: '#cf9fe0',
    operates: '#f2ad6b',
    partOf: '#9aa6b2',
    develops: '#66c795',
    people: '#b3a8ff',
    collaborates: '#66c795',
    contract: '#9aa6b2',
    location: '#8b96a2',
    owns: '#f08aa8',
    controls: '#f08aa8',
    influence: '#f08aa8',
    finance: '#dcbc54',
  },
  level: { 1: '#dcbc54', 2: '#f0955b', 3: '#ff9d92' },
  levelSoft: { 1: '#2b2715', 2: '#33231a', 3: '#3a1d1a' },
  change: { added: '#7fd6a6', removed: '#ff9d92', changed: '#f0c06a' },
};
