import type { MapCard, MapLink, MapModel } from '#shared/map/model.ts';

export const card = (id: string, more: Partial<MapCard> = {}): MapCard => ({
  id,
  type: 'company',
  label: `Firma ${id}`,
  meta: '',
  marking: 'open',
  vital: false,
  government: false,
  opaque: false,
  flags: [],
  ...more,
});

export const link = (from: string, to: string, more: Partial<MapLink> = {}): MapLink => ({
  id: `${from}-${to}`,
  from,
  to,
  kind: 'supply',
  flow: true,
  directed: true,
  essential: false,
  singleSource: false,
  known: true,
  standby: false,
  denied: false,
  label: '',
  marking: 'open',
  flags: [],
  ...more,
});

/** A model out of words such as "a>b b>c": cards in alphabetical order, supplies between them. */
export function chainOf(words: string, more: Readonly<Record<string, Partial<MapCard>>> = {}): MapModel {
  const links = words.split(' ').map((pair) => {
    const [from = '', to = ''] = pair.split('>');
    return link(from, to);
  });
  const ids = [...new Set(links.flatMap(({ from, to }) => [from, to]))].sort();
  return { cards: ids.map((id) => card(id, more[id])), links };
}
