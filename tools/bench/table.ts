/** Lines of a table whose columns stand under each other; the first row is its head. Chinese letters are two columns wide. */
export function printTable(title: string, rows: readonly (readonly string[])[]): void {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => widthOf(row[column] || ''))));
  console.log(`\n${title}`);
  for (const row of rows) {
    console.log(
      row
        .map((cell, column) => cell + ' '.repeat(widths[column] - widthOf(cell)))
        .join('  ')
        .trimEnd(),
    );
  }
}

export function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((part / whole) * 100).toFixed(1)} %`;
}

function widthOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + (/[\u2e80-\uffef]/.test(letter) ? 2 : 1), 0);
}
