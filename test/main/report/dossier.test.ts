import fs from 'node:fs';
import path from 'node:path';
import { decodePDFRawStream, PDFDict, PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stopPdf } from '#main/pdf/render.ts';
import { gatherDossier } from '#main/report/gather.ts';
import { writeDossier } from '#main/report/write.ts';
import type { Session } from '#main/session.ts';
import { composeDossier } from '#shared/dossier/compose.ts';
import { Document, partsOf } from '#shared/dossier/document.ts';
import type { LogId } from '#shared/model/ids.ts';
import { type Desk, startDesk } from '../../support/session.ts';
import { hasVeraCheck, veraChecks } from '../pdf/tools.ts';

const REPO = path.resolve(import.meta.dirname, '../../..');
const SAMPLE = fs.existsSync(path.join(REPO, 'samples/lumenschip/case.json'));

let desk: Desk;
let logId: LogId;
const session = (): Session => desk.sessions.current() as Session;
const documentOf = (language: 'nl' | 'en', more: object = {}): Document => {
  const gathered = gatherDossier(session().store.read, session(), '1.0.0', logId, {
    language,
    embedData: false,
    ...more,
  });
  if (!gathered.ok) throw new Error(gathered.error.code);
  return Document.parse(composeDossier(gathered.value));
};
const pdfOf = async (language: 'nl' | 'en'): Promise<Uint8Array> => {
  const written = await writeDossier(session(), logId, { language, embedData: true, version: '1.0.0' });
  if (!written.ok) throw new Error(written.error.code);
  return written.value.bytes;
};
/** The dossier of the sample with its data, made once for all tests. */
const made = new Map<string, Promise<Uint8Array>>();
const samplePdf = (language: 'nl' | 'en'): Promise<Uint8Array> => {
  const known = made.get(language) ?? pdfOf(language);
  made.set(language, known);
  return known;
};

beforeAll(async () => {
  desk = await startDesk();
});
afterAll(async () => {
  await stopPdf();
  desk.close();
});

describe('a new case', () => {
  let fresh: LogId;
  beforeAll(async () => {
    ({ logId: fresh } = await desk.done('cases.create', {
      title: 'Proef: a/b?',
      leadDepartment: 'EZ',
      trigger: 'signal',
      marking: 'depV',
    }));
  });

  it('is saved as a PDF where the person said, under a name without odd signs', async () => {
    const target = path.join(desk.userData, 'uit.pdf');
    fs.writeFileSync(target, 'oud');
    desk.saveTo.push(target);
    const saved = await desk.done('dossier.pdf', { logId: fresh, language: 'nl', embedData: false });
    const bytes = fs.readFileSync(target);
    expect(saved).toEqual({ saved: true, name: 'uit.pdf', bytes: bytes.length, replacedCharacters: 0 });
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(fs.readdirSync(desk.userData).filter((name) => name.endsWith('.part'))).toEqual([]);
    const steps = desk.events
      .filter(({ name }) => name === 'job.progress')
      .map(({ payload }) => (payload as { done: number }).done);
    expect(steps).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('is not saved when the person changes their mind', async () => {
    expect(await desk.done('dossier.pdf', { logId: fresh, language: 'nl', embedData: false })).toEqual({
      saved: false,
    });
  });

  it('is refused at a place that cannot be written, which stays as it was', async () => {
    desk.saveTo.push(path.join(desk.userData, 'nergens', 'uit.pdf'));
    const answer = await desk.call('dossier.pdf', { logId: fresh, language: 'nl', embedData: false });
    expect(answer).toEqual({ ok: false, error: { code: 'notWritable' } });
  });

  it('can be stopped, and then leaves no file', async () => {
    const target = path.join(desk.userData, 'gestopt.pdf');
    desk.saveTo.push(target);
    const running = desk.call('dossier.pdf', { logId: fresh, language: 'nl', embedData: false });
    setTimeout(() => void desk.call('job.cancel', { job: 'dossier.pdf' }), 30);
    expect(await running).toEqual({ ok: false, error: { code: 'cancelled' } });
    expect(fs.existsSync(target)).toBe(false);
  });

  it('above the ceiling is not even named', async () => {
    const refused = await writeDossier(session(), fresh, {
      language: 'nl',
      embedData: false,
      version: '1.0.0',
      ceiling: 'open',
    });
    expect(refused).toEqual({ ok: false, error: { code: 'aboveCeiling' } });
  });
});

describe.skipIf(!SAMPLE)('the sample case', () => {
  beforeAll(async () => {
    ({ logId } = await desk.done('cases.openSample', {}));
  });

  it('gives the same document and the same bytes every time', async () => {
    expect(documentOf('nl')).toEqual(documentOf('nl'));
    const [first, second] = [await samplePdf('nl'), await pdfOf('nl')];
    expect(Buffer.from(second).equals(Buffer.from(first))).toBe(true);
  }, 300_000);

  it('cites a listed source or says in words that there is none, at every fact', () => {
    const bare = documentOf('nl').blocks.flatMap((block) =>
      block.kind === 'facts' && block.items.some(({ value }) => value.some((part) => part.kind === 'cite'))
        ? block.items.filter(
            ({ term, value }) =>
              !['Soort', 'Toelichting'].includes(term) &&
              !value.some(
                (part) =>
                  part.kind === 'cite' ||
                  (part.kind === 'chip' && ['Zonder bron', 'Aanname'].includes(part.word)),
              ),
          )
        : [],
    );
    const own = ['Beoordelaar', 'Niveau', 'Bandbreedte', 'Horizon', 'Wat de waardering zou veranderen'];
    expect(bare.map(({ term }) => term).filter((term) => !own.includes(term))).toEqual([]);
  });

  it('has the same bones in both languages', () => {
    const bones = (document: Document) =>
      document.blocks.map((block) => [
        block.kind,
        'id' in block ? block.id : null,
        partsOf(block).map((parts) => parts.map((part) => (part.kind === 'cite' ? part.n : part.kind))),
      ]);
    expect(bones(documentOf('en'))).toEqual(bones(documentOf('nl')));
  });

  it('is as secret as the most secret thing in it', () => {
    const document = documentOf('nl');
    const codes = new Set(JSON.stringify(document.blocks).match(/(?<="marking":\{"code":")\w+/g));
    expect([document.marking.code, [...codes]]).toEqual(['depV', ['depV']]);
    expect(documentOf('nl', { ceiling: 'depV' }).blocks).toHaveLength(document.blocks.length);
  });

  it('prints no id and no word of the model in place of a word of the language', () => {
    const words = documentOf('nl').blocks.flatMap((block) =>
      partsOf(block).flatMap((parts) =>
        parts.flatMap((part) => ('text' in part ? [part.text] : 'word' in part ? [part.word] : [])),
      ),
    );
    expect(
      words.filter((word) =>
        /[0-9a-f]{8}-[0-9a-f]{4}-|\b(met|notMet)\b:|undetermined|undisclosed|document\.\w|words\.\w/.test(
          word,
        ),
      ),
    ).toEqual([]);
  });

  it('takes its data along when asked, as canonical JSON', async () => {
    const pdf = await PDFDocument.load(await samplePdf('nl'), { updateMetadata: false });
    const files = pdf.context
      .enumerateIndirectObjects()
      .flatMap(([, object]) =>
        object instanceof PDFRawStream && object.dict.get(PDFName.of('Type')) === PDFName.of('EmbeddedFile')
          ? [object]
          : [],
      );
    const [file] = files;
    const data = JSON.parse(Buffer.from(decodePDFRawStream(file as PDFRawStream).decode()).toString('utf8'));
    expect(pdf.catalog.lookup(PDFName.of('Names'), PDFDict)).toBeDefined();
    expect([files.length, data.format, data.case, data.state]).toEqual([
      1,
      'waarborg-case',
      logId,
      documentOf('nl').digest,
    ]);
    expect(data.records.filter(({ type }: { type: string }) => type === 'claim').length).toBeGreaterThan(100);
  });

  it.skipIf(!hasVeraCheck)(
    'passes veraPDF for PDF/UA-1 and PDF/A-3a in both languages',
    async () => {
      const documents = [
        ['nl', await samplePdf('nl')],
        ['en', await samplePdf('en')],
      ] as const;
      for (const profile of ['ua1', '3a'] as const)
        expect(veraChecks(documents, profile)).toEqual({ nl: 'PASS', en: 'PASS' });
    },
    300_000,
  );
});
