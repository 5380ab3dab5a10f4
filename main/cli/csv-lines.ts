type CsvCells = Readonly<Record<string, string | number | null>>;

const cellText = (cell: string | number | null): string => {
  const text = cell === null ? '' : cell === Number.POSITIVE_INFINITY ? 'inf' : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/**
 * Rows with the names of the first as header, or with those given, for when there are none; `null` is an empty cell, infinite is `inf`. Numbers as precise as they are.
 */
export const csvLines = (rows: readonly CsvCells[], names?: readonly string[]): string[] =>
  [names ?? Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row))].map((cells) =>
    cells.map(cellText).join(','),
  );
