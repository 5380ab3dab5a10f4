import type { PDFDict, PDFDocument } from '@cantoo/pdf-lib';
import type { Report } from './finding.ts';
import { dictAt, dictsOf, entry, nameAt } from './objects.ts';

/** Standard structure types of ISO 32000-1, 14.8.4. */
const STANDARD = new Set(
  `Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody
  Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby Warichu RB RT RP WT WP
  Figure Formula Form`.split(/\s+/),
);

/** The structure tree: roles, alternate texts, heading levels, tables and lists. */
export function checkStructure({ context, catalog }: PDFDocument, report: Report): void {
  const root = dictAt(catalog, 'StructTreeRoot');
  if (!root) {
    report('noStructure');
    return;
  }
  const roles = dictAt(root, 'RoleMap');
  const roleOf = (element: PDFDict): string => {
    let role = nameAt(element, 'S') ?? '';
    for (let step = 0; step < 8 && !STANDARD.has(role); step++) role = nameAt(roles, role) ?? role;
    return role;
  };
  const childrenOf = (element: PDFDict): PDFDict[] =>
    dictsOf(entry(element, 'K'), context).filter(
      (child) => !/^(MCR|OBJR)$/.test(nameAt(child, 'Type') ?? ''),
    );
  const attribute = (element: PDFDict, key: string) =>
    dictsOf(entry(element, 'A'), context)
      .map((attributes) => entry(attributes, key))
      .find((value) => value !== undefined);
  const rowsOf = (element: PDFDict): PDFDict[] =>
    childrenOf(element).flatMap((child) => (roleOf(child) === 'TR' ? [child] : rowsOf(child)));
  const cellsIn = (row: PDFDict): number =>
    childrenOf(row)
      .filter((cell) => /^T[HD]$/.test(roleOf(cell)))
      .reduce((sum, cell) => sum + Number(String(attribute(cell, 'ColSpan') ?? 1)), 0);

  let level = 0;
  const check = (element: PDFDict): void => {
    const role = roleOf(element);
    if (!STANDARD.has(role)) report('role');
    if (role === 'Figure' && !entry(element, 'Alt') && !entry(element, 'ActualText')) report('alternate');
    const heading = /^H([1-6])$/.exec(role)?.[1];
    if (heading !== undefined) {
      if (Number(heading) > level + 1) report('headings');
      level = Number(heading);
    }
    if (role === 'TH' && !attribute(element, 'Scope') && !entry(element, 'ID')) report('tableHeader');
    if (role === 'Table') {
      const lengths = new Set(rowsOf(element).map(cellsIn));
      if (lengths.size !== 1) report('tableRows');
    }
    if (role === 'L' && childrenOf(element).some((child) => !/^(LI|L|Caption)$/.test(roleOf(child))))
      report('list');
  };
  // Not by recursion: a deep tree must not end in a stack overflow.
  const waiting = childrenOf(root).reverse();
  if (waiting.length === 0) report('noStructure');
  for (let element = waiting.pop(); element !== undefined; element = waiting.pop()) {
    check(element);
    waiting.push(...childrenOf(element).reverse());
  }
}
