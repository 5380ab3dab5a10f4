import { describe, expect, it } from 'vitest';
import { Block, type Parts } from '#shared/dossier/blocks.ts';
import { Document, type DocumentInput, partsOf } from '#shared/dossier/document.ts';
import { englishSample, sample } from '../../main/pdf/fixture.ts';

const withBlocks = (blocks: DocumentInput['blocks']) => {
  const answer = Document.safeParse({ ...englishSample, blocks });
  return answer.success ? 'accepted' : answer.error.issues.map((issue) => issue.message);
};
const words = (text: string): Parts => [{ kind: 'text', text }];
const heading = (level: 1 | 2 | 3, id: string) => ({ kind: 'heading' as const, level, id, text: id });

describe('a document as blocks', () => {
  it('takes every kind of block and fills in what was left out', () => {
    const document = Document.parse(sample);
    expect([...new Set(document.blocks.map((block) => block.kind))].sort()).toEqual([
      'bullets',
      'callout',
      'evidence',
      'facts',
      'figure',
      'gates',
      'heading',
      'pageBreak',
      'paragraph',
      'table',
      'tiles',
    ]);
    expect(Document.parse(englishSample).generatedFrom).toEqual([]);
  });

  it('refuses a citation without a source and a reference without a target', () => {
    expect(withBlocks([{ kind: 'paragraph', parts: [{ kind: 'cite', n: 7 }] }])).toEqual([
      'source 7 is cited but not listed',
    ]);
    expect(
      withBlocks([{ kind: 'bullets', items: [[{ kind: 'ref', to: 'nowhere', text: 'there' }]] }]),
    ).toEqual(['anchor nowhere is referred to but not there']);
  });

  it('finds a citation in the argument of a check three levels down', () => {
    const leaf = {
      code: 'c',
      label: 'c',
      outcome: 'met' as const,
      word: 'Met',
      argument: [{ kind: 'cite' as const, n: 9 }],
    };
    const middle = { code: 'b', label: 'b', outcome: 'met' as const, word: 'Met', children: [leaf] };
    const root = { code: 'a', label: 'a', outcome: 'met' as const, word: 'Met', children: [middle] };
    expect(withBlocks([{ kind: 'gates', nodes: [root] }])).toEqual(['source 9 is cited but not listed']);
  });

  it('refuses a heading that skips a level and one that starts below the first', () => {
    expect(withBlocks([heading(2, 'a')])).toEqual(['heading of level 2 after level 0']);
    expect(withBlocks([heading(1, 'a'), heading(3, 'b')])).toEqual(['heading of level 3 after level 1']);
    expect(withBlocks([heading(1, 'a'), heading(2, 'b'), heading(3, 'c'), heading(1, 'd')])).toBe('accepted');
  });

  it('refuses an anchor or a source number that is used twice', () => {
    expect(withBlocks([heading(1, 'a'), heading(1, 'a')])).toEqual(['anchor a is used twice']);
    const twice = [1, 1].map((n) => ({ n, title: 'Register' }));
    expect(withBlocks([{ kind: 'evidence', items: twice }])).toEqual(['source number 1 is used twice']);
  });

  it('refuses a table row with a cell too few', () => {
    const table = {
      kind: 'table' as const,
      id: 't',
      caption: 'c',
      columns: [
        { title: 'a', width: 1 },
        { title: 'b', width: 1 },
      ],
      rows: [{ cells: [words('only one')] }],
      empty: 'none',
    };
    expect(withBlocks([table])).toEqual(['row has 1 cells, the table 2 columns']);
  });

  it('lists the running text of a block in reading order', () => {
    const block = Block.parse({
      kind: 'callout',
      tone: 'info',
      title: 'x',
      parts: words('first'),
      items: [words('second'), words('third')],
    });
    expect(partsOf(block)).toEqual([words('first'), words('second'), words('third')]);
  });
});
