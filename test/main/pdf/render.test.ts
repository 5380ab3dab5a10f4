import { PDFDocument } from '@cantoo/pdf-lib';
import { afterAll, describe, expect, it } from 'vitest';
import { preflight } from '#main/pdf/preflight/preflight.ts';
import { createPdfEngine, type Rendered } from '#main/pdf/render.ts';
import { englishSample, sample } from './fixture.ts';

const engine = createPdfEngine();
afterAll(() => engine.stop());

const caseData = {
  name: 'zaak.json',
  mime: 'application/json',
  bytes: new TextEncoder().encode('{"zaak":"EV-2026-0147"}'),
  description: 'Gegevens van de zaak',
};
const bytesOf = (rendered: Rendered): Buffer => {
  if (!rendered.ok) throw new Error(JSON.stringify(rendered.error));
  return Buffer.from(rendered.value.bytes);
};

describe('the document engine', () => {
  it('gives the same bytes for the same document, warm, after another one, and on a new thread', async () => {
    const first = bytesOf(await engine.render(sample, { attachments: [caseData] }));
    const warm = bytesOf(await engine.render(sample, { attachments: [caseData] }));
    await engine.render(englishSample);
    const later = bytesOf(await engine.render(sample, { attachments: [caseData] }));
    await engine.stop();
    const fresh = bytesOf(await engine.render(sample, { attachments: [caseData] }));
    expect([warm, later, fresh].map((bytes) => bytes.equals(first))).toEqual([true, true, true]);
  });

  it('gives other bytes and another second identifier when an attachment differs', async () => {
    const other = { ...caseData, bytes: new TextEncoder().encode('{}') };
    const one = bytesOf(await engine.render(englishSample, { attachments: [caseData] }));
    const two = bytesOf(await engine.render(englishSample, { attachments: [other] }));
    const ids = await Promise.all(
      [one, two].map(async (bytes) =>
        String((await PDFDocument.load(bytes)).context.trailerInfo.ID).split(' '),
      ),
    );
    expect([ids[0]?.[1] === ids[1]?.[1], ids[0]?.[2] === ids[1]?.[2]]).toEqual([true, false]);
  });

  it('carries an attachment back out byte for byte', async () => {
    const bytes = bytesOf(await engine.render(englishSample, { attachments: [caseData] }));
    const files = (await PDFDocument.load(bytes)).getAttachments();
    expect(
      files.map(({ name, description, data }) => [name, description, Buffer.from(data).toString()]),
    ).toEqual([['zaak.json', 'Gegevens van de zaak', '{"zaak":"EV-2026-0147"}']]);
  });

  it('dates the file with the day of the dossier and names it with its title', async () => {
    const pdf = await PDFDocument.load(bytesOf(await engine.render(englishSample)), {
      updateMetadata: false,
    });
    expect([
      pdf.getTitle(),
      pdf.getAuthor(),
      pdf.getCreationDate()?.toISOString(),
      pdf.getLanguage(),
    ]).toEqual([englishSample.title, 'N. de Graaf', '2026-11-16T00:00:00.000Z', 'en']);
  });

  it('tells its phases in order and finds nothing wrong with what it made', async () => {
    const phases: [string, number, number][] = [];
    const rendered = await engine.render(englishSample, { onProgress: (...step) => void phases.push(step) });
    expect(phases).toEqual([
      ['prepare', 0, 4],
      ['typeset', 1, 4],
      ['finish', 2, 4],
      ['check', 3, 4],
    ]);
    expect(await preflight(bytesOf(rendered))).toEqual([]);
    expect(rendered.ok && [rendered.value.pages, rendered.value.replaced]).toEqual([
      3,
      { characters: 0, codes: [], shortened: 0 },
    ]);
  });

  it('reports what it could not print', async () => {
    const rendered = await engine.render({ ...englishSample, subtitle: 'Zhenlan 深圳 😀' });
    expect(rendered.ok && rendered.value.replaced).toEqual({
      characters: 3,
      codes: ['U+1F600', 'U+5733', 'U+6DF1'],
      shortened: 0,
    });
  });

  it('stops at once when cancelled, and makes the next document on a new thread', async () => {
    const stop = new AbortController();
    const cancelled = engine.render(sample, {
      signal: stop.signal,
      onProgress: (phase) => phase === 'typeset' && stop.abort(),
    });
    const next = engine.render(englishSample);
    expect(await cancelled).toEqual({ ok: false, error: { code: 'cancelled' } });
    expect((await next).ok).toBe(true);
    expect(await engine.render(sample, { signal: AbortSignal.abort() })).toEqual({
      ok: false,
      error: { code: 'cancelled' },
    });
  });

  it('says in which phase a drawing was refused, and works on', async () => {
    const drawing = (svg: string) => ({
      ...englishSample,
      blocks: [{ kind: 'figure' as const, id: 'f', svg, alt: 'a', caption: 'c' }],
    });
    expect(await engine.render(drawing('<svg><script/></svg>'))).toEqual({
      ok: false,
      error: { code: 'documentFailed', params: { phase: 'prepare' } },
    });
    expect(await engine.render(drawing('<svg><g></svg>'))).toEqual({
      ok: false,
      error: { code: 'documentFailed', params: { phase: 'typeset' } },
    });
    expect((await engine.render(englishSample)).ok).toBe(true);
  });

  it('throws for a document that breaks its own promises', async () => {
    await expect(engine.render({ ...englishSample, digest: 'short' })).rejects.toThrow('digest');
  });
});
