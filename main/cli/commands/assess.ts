import { z } from 'zod';
import { adviceSentence } from '#shared/framework/adviceSentence.ts';
import { BEV_2023 } from '#shared/framework/bev2023.ts';
import { assessJudged } from '#shared/framework/judged.ts';
import { ok } from '#shared/result.ts';
import { ladderLines, scopeLines } from '../assess-law-text.ts';
import { adviceLines, gateLines, indicatorLines, openLines } from '../assess-text.ts';
import { command } from '../command.ts';
import { AT_FLAGS, AT_OPTIONS, atOf, CASE_FLAG, findCase, headingOf } from '../find-case.ts';
import { today } from '../find-party.ts';
import { withVault } from '../open-vault.ts';

const assess = command({
  name: 'assess',
  text: 'cli.command.assess',
  flags: [CASE_FLAG, ...AT_FLAGS],
  options: z.object({ case: z.string(), ...AT_OPTIONS }),
  run: ({ terminal, common, options }) =>
    withVault(terminal, common, async (desk) => {
      const found = await findCase(desk, options.case);
      if (!found.ok) return found;
      const { logId, title, reference } = found.value;
      const at = atOf(options);
      const judged = await desk.call('assessment.get', { logId, at });
      if (!judged.ok) return judged;
      const assessment = assessJudged(judged.value);
      const shown = { logId, at, day: options.validAt ?? today() };
      const law = await desk.call('law.get', shown);
      if (!law.ok) return law;
      const ladder = await desk.call('instruments.get', shown);
      if (!ladder.ok) return ladder;
      const sentence = {
        nl: adviceSentence(assessment, BEV_2023, 'nl'),
        en: adviceSentence(assessment, BEV_2023, 'en'),
      };
      const { t } = terminal;
      return ok({
        data: {
          case: { logId, title, ...(reference ? { reference } : {}) },
          at,
          sentence,
          assessment,
          law: { day: shown.day, ...law.value },
          ladder: { day: shown.day, ...ladder.value },
        },
        text: [
          headingOf(found.value),
          '',
          ...adviceLines(terminal, assessment),
          '',
          t('cli.assess.gates'),
          ...gateLines(terminal, assessment),
          '',
          t('cli.assess.open'),
          ...openLines(terminal, assessment),
          '',
          t('cli.assess.law', { day: shown.day }),
          ...scopeLines(terminal, law.value),
          '',
          t('cli.assess.ladder', { day: shown.day }),
          ...ladderLines(terminal, ladder.value),
          '',
          t('cli.assess.indicators'),
          ...indicatorLines(terminal, assessment),
          ...(assessment.unknownLeaves.length > 0
            ? ['', t('assessment.unknownLeaves', { list: assessment.unknownLeaves.join(', ') })]
            : []),
        ],
      });
    }),
});

export const assessCommands = [assess];
