import { z } from 'zod';
import { ok } from '#shared/result.ts';
import { chainLines } from '../chain-text.ts';
import { command } from '../command.ts';
import { AT_FLAGS, AT_OPTIONS, atOf, CASE_FLAG, findCase, headingOf } from '../find-case.ts';
import { findTarget, today } from '../find-party.ts';
import { withVault } from '../open-vault.ts';

const graph = command({
  name: 'graph',
  text: 'cli.command.graph',
  flags: [CASE_FLAG, { name: 'target', value: 'record' }, ...AT_FLAGS],
  options: z.object({ case: z.string(), target: z.string().optional(), ...AT_OPTIONS }),
  run: ({ terminal, common, options }) =>
    withVault(terminal, common, async (desk) => {
      const found = await findCase(desk, options.case);
      if (!found.ok) return found;
      const { logId, title, reference } = found.value;
      const at = atOf(options);
      const target = await findTarget({ desk, logId, at }, options.target);
      if (!target.ok) return target;
      const asked = { logId, day: options.validAt ?? today(), at };
      const shown = await desk.call('chain.graph', asked);
      if (!shown.ok) return shown;
      const study = await desk.call('chain.study', { ...asked, target: target.value });
      if (!study.ok) return study;
      const points = await desk.call('chain.points', { ...asked, target: target.value });
      if (!points.ok) return points;
      const concentration = await desk.call('chain.concentration', { ...asked, target: target.value });
      if (!concentration.ok) return concentration;
      const ranking = await desk.call('chain.ranking', asked);
      if (!ranking.ok) return ranking;
      const { study: about, suggestions, target: ref } = study.value;
      const whole = {
        target: ref,
        study: about,
        suggestions,
        ...points.value,
        concentration: concentration.value.rows,
        ranking: ranking.value.ranked,
      };
      return ok({
        data: {
          case: { logId, title, ...(reference ? { reference } : {}) },
          day: asked.day,
          at,
          scope: 'within the mapped network',
          ...whole,
        },
        text: [headingOf(found.value), '', ...chainLines(terminal, shown.value, whole, asked.day)],
      });
    }),
});

export const graphCommands = [graph];
