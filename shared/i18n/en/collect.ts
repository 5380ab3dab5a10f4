import type { collect as nl } from '../nl/collect.ts';
import type { Texts } from '../texts.ts';

export const collect: Texts<typeof nl> = {
  title: 'Collection plan',
  lead: 'What would settle the open verdicts, starting with what settles most. The order is a construct of this tool.',
  none: 'Nothing left to find out',
  noneText: 'No open verdict or legal test is waiting for a fact.',
  list: 'To find out',
  day: 'As of',
  column: { item: 'What', effect: 'What for', who: 'Who', due: 'By', state: 'State', action: 'Task' },
  kind: { leaf: 'Verdict', fact: 'Fact or question of the law', claim: 'Unknown fact' },
  advice: 'the advice',
  settles: 'Settles: {{list}}',
  touches: 'Bears on: {{list}}',
  state: { free: 'Not assigned', open: 'Under way', late: 'Overdue', done: 'Done', conflict: 'In conflict' },
  assign: 'Assign',
  change: 'Change',
  onlyOpen: 'Only what is not done yet',
  settled: {
    title: 'Settled since',
    lead: 'Tasks whose question was answered meanwhile, or no longer changes anything.',
  },
  drawer: {
    title: 'Task',
    who: 'Who finds it out',
    whoHelp: 'A name, or a service',
    whoMissing: 'Fill in who finds it out.',
    due: 'By',
    done: 'Done',
    note: 'Note',
  },
  print: {
    lead: 'What would settle the open verdicts, starting with what settles most.',
    none: 'There is nothing left to find out.',
  },
};
