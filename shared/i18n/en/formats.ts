import type { formats as nl } from '../nl/formats.ts';
import type { Texts } from '../texts.ts';

export const formats: Texts<typeof nl> = {
  title: 'Open formats',
  lead: 'Write the present state as a file for other programs. The file is not encrypted.',
  format: 'Format',
  name: {
    bods: 'BODS 0.4 (ownership statements)',
    ftm: 'FollowTheMoney (JSON, one entity a line)',
    graphml: 'GraphML (graph)',
    csv: 'CSV (nodes and edges, in a zip)',
  },
  help: {
    bods: 'Parties, interests and what is said of them, by the standard for ownership data. Waarborg reads it back without loss.',
    ftm: 'Parties, things, relations and sources, for Aleph and its kin. Waarborg reads it back without loss.',
    graphml:
      'Parties and relations with their facts as attributes, for Gephi, yEd and Cytoscape. Without sources and grades.',
    csv: 'Two tables for a spreadsheet, without sources and grades. Cells that a spreadsheet would run as a formula have been made harmless.',
  },
  save: 'Save file',
  running: 'Making the file…',
  saved: 'File saved: {{name}} ({{size}})',
  marking: 'Highest classification in the file: {{marking}}.',
  leftOut_one: 'Not in the file: {{count}} record for which this format has no place.',
  leftOut_other: 'Not in the file: {{count}} records for which this format has no place.',
  withheld_one: 'Left out by the ceiling: {{count}} record.',
  withheld_other: 'Left out by the ceiling: {{count}} records.',
  disputed_one: '{{count}} record has several versions side by side, of which one was written.',
  disputed_other: '{{count}} records have several versions side by side, of each of which one was written.',
  part: {
    entity: 'Organisations',
    person: 'Persons',
    relationship: 'Interests',
    thing: 'Parties and things',
    link: 'Relations',
    source: 'Sources',
    node: 'Nodes',
    edge: 'Edges',
  },
};
