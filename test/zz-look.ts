import fs from 'node:fs';
import { startDesk } from './support/session.ts';
import { writeDossier } from '../main/report/write.ts';
import { stopPdf } from '../main/pdf/render.ts';
const desk = await startDesk();
const { logId } = await desk.done('cases.openSample', {});
for (const language of (process.argv[2] ?? 'nl').split(',') as ('nl'|'en')[]) {
  const t = Date.now();
  const w = await writeDossier(desk.sessions.current()!, logId, { language, embedData: true, version: '0.1.0', ceiling: process.argv[3] as never });
  if (!w.ok) { console.log(w); continue; }
  console.log(language, w.value.pages, w.value.replaced, w.value.bytes.length, Date.now() - t, 'ms');
  fs.writeFileSync(`/tmp/dos/${language}${process.argv[3] ?? ''}.pdf`, w.value.bytes);
}
await stopPdf(); desk.close();
