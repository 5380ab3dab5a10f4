import type { ReadDb } from '#db/handle.ts';
import { refsOf } from '#db/queries/refs.ts';
import { signersOf } from '#db/queries/signers.ts';
import { liveOf, liveOfTypes } from '#db/queries/versions.ts';
import { isAnswered, missingOf, standingOf } from '#shared/challenge/necessity.ts';
import { byRecord, type Versions } from '#shared/dossier/group.ts';
import type { challengeContract } from '#shared/ipc/challenge.ts';
import { caseRecordId, type LogId, type RecordId, slotId } from '#shared/model/ids.ts';
import type { BodyOf } from '#shared/model/records.ts';
import { fail, ok } from '#shared/result.ts';
import type { HandlersOf } from '../context.ts';
import { judge, judgement } from './assessment.ts';

const verdictPlace = (log: LogId, leaf: string): RecordId => slotId(log, `verdict:${leaf}`);

const challengeIn = ([view]: Versions) => ({
  record: view.record,
  author: view.author.key as string,
  body: view.body as BodyOf<'challenge'>,
});
const checkIn = (versions: Versions) => versions.map(({ body }) => body as BodyOf<'check'>);

/** The verdicts with the keys that signed them. */
const challengedIn = (db: ReadDb, log: LogId, versions: Versions) => {
  const signers = signersOf(db, log, versions[0].record);
  return versions.map(({ digest }) => ({ digest, signers }));
};

export const challenge: HandlersOf<typeof challengeContract> = {
  'challenge.get': ({ db, session }, { logId, at }) => {
    const [known] = liveOf(db, logId, caseRecordId(logId), at);
    if (!known) return fail('notFound');
    const verdicts = byRecord(liveOfTypes(db, logId, ['verdict'], at));
    const challenges = byRecord(liveOfTypes(db, logId, ['challenge'], at));
    const checks = byRecord(liveOfTypes(db, logId, ['check'], at));
    const names = refsOf(
      db,
      logId,
      [...challenges, ...checks].flat().flatMap(({ body }) => body.evidence as RecordId[]),
    );
    const leafOf = ([{ body }]: Versions): string => (body as { leaf: string }).leaf;
    const views = verdicts.map((versions) => {
      const challenged = challengedIn(db, logId, versions);
      return {
        leaf: leafOf(versions),
        versions,
        signers: signersOf(db, logId, versions[0].record),
        challenges: challenges
          .filter((one) => leafOf(one) === leafOf(versions))
          .map((one) => ({
            ...judgement(one, names),
            standing: standingOf(challengeIn(one), challenged),
          })),
      };
    });
    const necessity = verdicts.find((versions) => leafOf(versions) === 'NEC-05');
    return ok({
      me: session.author.key,
      verdicts: views,
      checks: checks.map((versions) => ({
        ...judgement(versions, names),
        item: (versions[0].body as BodyOf<'check'>).item,
        answered: isAnswered(checkIn(versions)),
      })),
      missing: lists(
        missingOf({
          argued: new Set(
            verdicts.filter(([{ body }]) => (body as BodyOf<'verdict'>).argument.trim() !== '').map(leafOf),
          ),
          necessity: necessity ? challengedIn(db, logId, necessity) : [],
          challenges: challenges.filter((one) => leafOf(one) === 'NEC-05').map(challengeIn),
          checks: new Map(
            checks.map((versions) => [(versions[0].body as BodyOf<'check'>).item, checkIn(versions)]),
          ),
        }),
      ),
    });
  },

  'challenge.give': (context, { logId, leaf, base, marking, ...said }) => {
    const verdict = liveOf(context.db, logId, verdictPlace(logId, leaf));
    if (verdict.length === 0) return fail('notFound');
    const body = { ...said, leaf, challenged: verdict.map(({ digest }) => digest) };
    const record = slotId(logId, `challenge:${leaf}:${context.session.author.key}`);
    return judge(context, logId, { record, type: 'challenge', base, body, marking }, 'judge');
  },

  'challenge.check': (context, { logId, base, marking, ...body }) => {
    const record = slotId(logId, `check:${body.item}`);
    return judge(context, logId, { record, type: 'check', base, body, marking }, 'judge');
  },
};

const lists = ({ challenge, selfCheck }: ReturnType<typeof missingOf>) => ({
  challenge: [...challenge],
  selfCheck: [...selfCheck],
});
