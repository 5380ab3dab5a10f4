import type { cascade as nl } from '../nl/cascade.ts';
import type { Texts } from '../texts.ts';

/** Disruption, stop time and concentration: what several screens, pages and the command line say of it. */
export const cascade: Texts<typeof nl> = {
  scope: 'within the mapped network',
  stopRule: 'Stop rule: a loss is passed on as long as it grows by more than {{stop}}.',
  unsettled: 'Not settled: the loss had not come to rest after {{count}} rounds.',
  direction: {
    both: 'to customers and suppliers',
    down: 'to customers only',
    up: 'to suppliers only',
  },
  calc: {
    title: 'Loss of output',
    failing: 'Fails',
    hit: 'Hit',
    total: 'Loss',
    down: 'Through suppliers',
    up: 'Through customers',
    whole: 'If {{names}} fails, {{loss}} of all output is lost.',
    more: 'The first {{shown}} of {{count}}; all of them with --json or --csv.',
    unsettled: 'a result had not come to rest when the computation was given up; it is too low.',
    assumed: {
      weightless_one: 'there is no column of weights; {{count}} supply counts as 1.',
      weightless_other: 'there is no column of weights; {{count}} supplies count the same.',
      linear_one: 'nothing says what is essential; {{count}} supply counts in proportion.',
      linear_other: 'nothing says what is essential; {{count}} supplies count in proportion.',
      openEssential_one:
        'of {{count}} supply it is not known whether it is essential; the result is a range.',
      openEssential_other:
        'of {{count}} supplies it is not known whether they are essential; the result is a range.',
      sectorless_one: 'of {{count}} node the sector is not known; nobody else takes over its market.',
      sectorless_other: 'of {{count}} nodes the sector is not known; nobody else takes over their market.',
      closed_one: 'no revenue outside the network is given; a customer that fails pulls its suppliers down.',
      closed_other:
        'no revenue outside the network is given; a customer that fails pulls its suppliers down. Give outside-revenue in --sectors, or choose --direction down.',
    },
  },
  timeline: {
    caption:
      'Failure of {{names}}, over {{weeks}} weeks, within the mapped network. Whole weeks from the start.',
    hit: 'Hit after',
    stop: 'Stops after',
    not: 'not',
    perhaps: 'perhaps after {{week}}',
    span: '{{from}} to {{to}}',
  },
  survival: {
    caption: 'Every site fails in turn; the others do the best they can. Times in weeks.',
    site: 'Site',
    survive: 'Time to survive',
    recover: 'Time to recover',
    impact: 'Cost',
    index: 'Part of the dearest',
    loss: 'Loss',
    endless: 'without end',
    case: {
      caption:
        'Every party fails in turn. Holds within the mapped network; what is not recorded lies between nought and endless.',
      none: 'In the network nobody depends on another.',
      noInputs: 'In the network nobody has an input.',
      party: 'Who fails',
      first: 'First hit after',
      vital: 'Vital process after',
      recover: 'Time to recover',
      loss: 'Loss',
      vitalLoss: 'Vital loss',
    },
    exposed: { certain: 'certain', possible: 'possible', excluded: 'excluded' },
  },
  inoperability: {
    caption: 'A linear model without stocks or substitutes; losses travel to suppliers only.',
    sector: 'Sector',
    part: 'Part of output',
    loss: 'Loss',
    total: 'Together',
    beyond: 'more than all would be lost at {{list}}; the model does not hold there.',
  },
  concentration: {
    span: '{{min}} to {{max}}',
    column: {
      input: 'Input',
      suppliers: 'Sources',
      supplier: 'HHI supplier',
      country: 'HHI country',
      owner: 'HHI owner',
      site: 'HHI site',
      outsideEu: 'Outside the EU',
    },
    threshold: {
      'doj-high': 'the threshold for high concentration (1,800 points)',
      'geodep-imports': 'the threshold for dependence on imports (4,000 points)',
      'eu-cdi2': 'half from outside the EU',
    },
    verdict: {
      yes: '{{input}}: above {{threshold}}. Source: {{source}}.',
      possible: '{{input}}: possibly above {{threshold}}. Source: {{source}}.',
    },
    yardstick: 'These thresholds are yardsticks of others; the letter has none.',
    contradictory: 'the shares of “{{input}}” are together more than the whole; nothing was computed.',
  },
};
