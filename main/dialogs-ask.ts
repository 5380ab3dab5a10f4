import { type DialogPurpose, dialogTexts } from '#shared/i18n/dialogs.ts';
import type { ErrorCode } from '#shared/ipc/contract.ts';
import { ok, type Result } from '#shared/result.ts';
import type { ActionContext } from './context.ts';

const KINDS: Readonly<Record<DialogPurpose, readonly string[]>> = {
  attachment: ['*'],
  bundle: ['age'],
  contact: ['waarborg-card', 'json'],
  import: ['csv', 'tsv', 'txt', 'xlsx', 'xlsm', 'json', 'jsonl', 'gz', 'ftm', 'graphml', 'gexf', 'xml'],
};

type Asking = Pick<ActionContext, 'shell' | 'settings'>;

const textsOf = ({ settings }: Asking) => dialogTexts[settings.get().language];

export type Picked = { token: string; name: string; size: number; folder: boolean };

/** Lets the person pick files; answers tokens. Attachments and imports may be several, the rest is one. */
export async function pickFiles(
  context: Asking & Pick<ActionContext, 'files'>,
  purpose: DialogPurpose,
): Promise<Result<Picked[], ErrorCode>> {
  const texts = textsOf(context);
  const paths = await context.shell.dialogs.pickFiles({
    title: texts.pick[purpose],
    kinds: [{ name: texts.kinds[purpose], extensions: KINDS[purpose] }],
    several: purpose === 'attachment' || purpose === 'import',
  });
  const picked: Picked[] = [];
  for (const path of paths ?? []) {
    const added = await context.files.add(path);
    if (!added.ok) return added;
    picked.push({ ...added.value, folder: false });
  }
  return ok(picked);
}

/** Lets the person pick one folder; answers its token, or none. */
export async function pickFolder(
  context: Asking & Pick<ActionContext, 'files'>,
): Promise<Result<Picked[], ErrorCode>> {
  const folder = await context.shell.dialogs.pickFolder({ title: textsOf(context).folder });
  return ok(folder === undefined ? [] : [{ ...context.files.addFolder(folder), folder: true }]);
}

/** Asks where to save; undefined when the person changed their mind. */
export const saveFile = (context: Asking, suggestedName: string): Promise<string | undefined> => {
  const extension = suggestedName.includes('.') ? (suggestedName.split('.').pop() as string) : '*';
  return context.shell.dialogs.pickTarget({
    title: textsOf(context).save,
    suggestedName,
    kinds: [{ name: extension.toUpperCase(), extensions: [extension] }],
  });
};
