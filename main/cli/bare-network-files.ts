import { type Assumption, type BareNetwork, bareNetwork } from '#shared/cascade/bare-network.ts';
import { readClasses, readLinks, readNodes } from '#shared/cascade/network-csv.ts';
import { readBareFile } from './bare-file.ts';
import type { Outcome } from './command.ts';
import type { Terminal } from './terminal.ts';

export type NetworkFiles = {
  readonly sectors?: string | undefined;
  readonly essential?: string | undefined;
  readonly skipRefused: boolean;
};

/**
 * The files as a network, with what was refused or assumed on standard error. `goesUp`: losses reach suppliers, so that it
 * matters what is sold outside.
 */
export function readNetwork(
  terminal: Terminal,
  argument: string,
  { sectors, essential, skipRefused }: NetworkFiles,
  goesUp: boolean,
): { readonly made: BareNetwork } | { readonly outcome: Outcome } {
  const links = readBareFile(terminal, argument, skipRefused, readLinks);
  if ('outcome' in links) return links;
  const nodes = sectors === undefined ? undefined : readBareFile(terminal, sectors, skipRefused, readNodes);
  if (nodes && 'outcome' in nodes) return nodes;
  const classes =
    essential === undefined ? undefined : readBareFile(terminal, essential, skipRefused, readClasses);
  if (classes && 'outcome' in classes) return classes;
  const made = bareNetwork({ links: links.found, nodes: nodes?.found, classes: classes?.found });
  for (const { code, count } of made.assumed) {
    if (code === 'closed' && !goesUp) continue;
    terminal.note(assumedText(terminal, code, count));
  }
  return { made };
}

const assumedText = ({ t }: Terminal, code: Assumption, count: number): string =>
  t('cli.warning', { text: t(`cascade.calc.assumed.${code}`, { count }) });
