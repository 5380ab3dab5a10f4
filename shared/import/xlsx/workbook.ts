import { PartStream } from './parts.ts';

export type SheetPlace = { readonly name: string; readonly relation: string };
export type Workbook = { readonly sheets: readonly SheetPlace[]; readonly from1904: boolean };

/** `xl/workbook.xml`: the sheets in their order, and the day from which dates are counted. */
export function readWorkbook(pieces: Iterable<string>): Workbook {
  const sheets: SheetPlace[] = [];
  let from1904 = false;
  const part = new PartStream({
    open: ({ name, attributes }) => {
      if (name === 'workbookPr') from1904 = /^(?:1|true)$/.test(attributes.get('date1904') ?? '');
      if (name === 'sheet')
        sheets.push({ name: attributes.get('name') ?? '', relation: attributes.get('id') ?? '' });
    },
    close: () => undefined,
  });
  for (const piece of pieces) part.push(piece);
  part.end();
  return { sheets, from1904 };
}

export type Relation = { readonly id: string; readonly type: string; readonly target: string };

/** A part of relations: what is inside the package. What lies outside is never followed. */
export function readRelations(pieces: Iterable<string>): readonly Relation[] {
  const relations: Relation[] = [];
  const part = new PartStream({
    open: ({ name, attributes }) => {
      if (name !== 'Relationship' || attributes.get('TargetMode') === 'External') return;
      const type = attributes.get('Type') ?? '';
      relations.push({
        id: attributes.get('Id') ?? '',
        type: type.slice(type.lastIndexOf('/') + 1),
        target: attributes.get('Target') ?? '',
      });
    },
    close: () => undefined,
  });
  for (const piece of pieces) part.push(piece);
  part.end();
  return relations;
}

/** The name of a part in the package that a relation of `from` leads to; `..` never leads out of it. */
export function targetOf(from: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps = [...from.split('/').slice(0, -1), ...target.split('/')];
  const path: string[] = [];
  for (const step of steps) {
    if (step === '..') path.pop();
    else if (step !== '.' && step !== '') path.push(step);
  }
  return path.join('/');
}
