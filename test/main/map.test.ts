import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stopPdf } from '#main/pdf/render.ts';
import type { LogId } from '#shared/model/ids.ts';
import { type Desk, startDesk } from '../support/session.ts';

const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 80" width="200" height="80"><rect x="0" y="0" width="200" height="80" fill="#fff"/><text x="10" y="40" font-family="Source Sans 3" font-size="12">Lumenschip</text></svg>';

let desk: Desk;
let logId: LogId;
beforeAll(async () => {
  desk = await startDesk();
  logId = (await desk.done('cases.openSample', {})).logId;
});
afterAll(async () => {
  await stopPdf();
  desk.close();
});

const target = (name: string): string => {
  const file = path.join(desk.userData, name);
  desk.saveTo.push(file);
  return file;
};

describe('a map that is saved', () => {
  it('is written as it was given, where the person said', async () => {
    const file = target('kaart.svg');
    expect(await desk.done('map.save', { format: 'svg', title: 'Netwerk', content: SVG })).toEqual({
      saved: true,
      name: 'kaart.svg',
    });
    expect(fs.readFileSync(file, 'utf8')).toBe(SVG);
  });

  it('is refused when it is not of its format or holds more than shapes and text, before anyone is asked', async () => {
    const refused = { ok: false, error: { code: 'badInput' } };
    const script = SVG.replace('<rect', '<script>1</script><rect');
    expect(await desk.call('map.save', { format: 'svg', title: 'N', content: script })).toEqual(refused);
    expect(await desk.call('map.save', { format: 'png', title: 'N', content: btoa('GIF89a') })).toEqual(
      refused,
    );
  });

  it('is not written when the person changes their mind, or where nothing can be written', async () => {
    const table = { format: 'csv', title: 'N', content: 'id\n' } as const;
    expect(await desk.done('map.save', table)).toEqual({ saved: false });
    target('nergens/kaart.csv');
    expect(await desk.call('map.save', table)).toEqual({ ok: false, error: { code: 'notWritable' } });
  });

  it('becomes a page with its marking', async () => {
    const file = target('kaart.pdf');
    const sheet = {
      logId,
      language: 'nl',
      title: 'Netwerk rond Lumenschip',
      svg: SVG,
      alt: 'Lumenschip alleen',
      caption: 'Netwerk rond Lumenschip',
      notes: ['Geldig op 20 november 2026'] as string[],
      marking: 'depV',
      day: '2026-11-20',
    } as const;
    expect(await desk.done('map.pdf', sheet)).toEqual({ saved: true, name: 'kaart.pdf' });
    expect(fs.readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-');
  }, 120_000);
});
