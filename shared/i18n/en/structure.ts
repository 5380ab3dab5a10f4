import type { structure as nl } from '../nl/structure.ts';
import type { Texts } from '../texts.ts';

/** Who depends on whom: what screens, pages and the command line say of it. */
export const structure: Texts<typeof nl> = {
  assumes: {
    alternatives:
      'All links count as alternatives of each other (OR): this says who is central, not who is needed.',
    products: 'Suppliers of one product are alternatives (OR); different products are all needed (AND).',
    unknown:
      'Which suppliers can replace each other is not known: what is certain and what is only possible stand apart.',
    mapped: 'Within the mapped network.',
  },
  node: 'Node',
  betweenness: 'Betweenness',
  pageRank: 'PageRank',
  core: 'Core',
  cut: 'Cut vertex',
  component: 'Component',
  size: 'Nodes: {{nodes}}, links: {{links}}, components: {{components}}.',
  sampled:
    'Betweenness estimated from {{count}} of {{nodes}} sources (seed {{seed}}): with {{certainty}} certainty no node is off by more than {{error}}, normalised (Hoeffding, Serfling).',
  rounded: 'the weights have too many decimals to compute with exactly; they were rounded.',
  overflow:
    'there are more shortest paths than can be counted; the betweenness of {{count}} nodes is not known.',
  communities_one: '{{count}} community, modularity {{modularity}} (Louvain, seed {{seed}}).',
  communities_other: '{{count}} communities, modularity {{modularity}} (Louvain, seed {{seed}}).',
  broken: 'communities that fall apart without the others, and so are none: {{count}}.',
  bridges: 'Bridges (links with no way round): {{count}}',
  more: 'The first {{shown}} of {{count}}; all of them with --json or --csv.',
  yes: 'yes',
  no: '–',
  none: 'none',
  suppliers: '{{target}} (suppliers: {{all}}, of which direct: {{direct}})',
  single: 'Fails without',
  possible: 'May fail without (not everything is known)',
  sets: 'Fails when these fail together',
  setsShort:
    'Groups are complete up to {{complete}} of the {{asked}} nodes asked for; the search was stopped.',
  dominators: 'All supply passes (every supplier an alternative)',
  paths: 'Independent supply paths (every supplier an alternative)',
  progress: '{{percent}} done',
};
