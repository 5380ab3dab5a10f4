import { z } from 'zod';
import { adviceSentence } from '#shared/framework/adviceSentence.ts';
import { BEV_2023 } from '#shared/framework/bev2023.ts';
import { assessJudged } from '#shared/framework/judged.ts';
import { ok } from '#shared/result.ts';
import { judgementOf } from '../assess-judgement.ts';
import { ladderLines, scopeLines } from '../assess-law-text.ts';
import { neutralityLines, neutralityOf } from '../assess-neutrality.ts';
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
      const neutrality = await neutralityOf(desk.call, shown);
      if (!neutrality.ok) return neutrality;
      // Nobody reads these on a terminal: the commands and screens of each say more.
      const judgement = terminal.json ? await judgementOf(desk.call, shown, judged.value) : ok({});
      if (!judgement.ok) return judgement;
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
          neutrality: neutrality.value,
          ...judgement.value,
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
          t('cli.assess.neutrality', { day: shown.day }),
          ...neutralityLines(terminal, neutrality.value),
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
