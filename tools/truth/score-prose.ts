import type { FormCell, ProseSheet } from '../../src/core/forms/form';
import { formatAddress } from '../../src/core/workbook/cell-address';
import { NOTHING, type Tally } from './tally';
import type { TruthNode, TruthTextSheet } from './truth-file';

/**
 * Compares the cells of paragraphs and of the small table within the prose. The truth keeps paragraphs cut as the source
 * has them, so joined ones count cell by cell; a cell of the table that goes on below must be joined.
 */
export function compareProse(truth: TruthTextSheet, form: ProseSheet | undefined, tally: Tally): void {
  const { sheet, paragraphs, keyProjectGoals } = truth;
  tally.add({ sheet, cell: truth.range, part: 'form', expected: 'prose', found: form ? form.type : NOTHING });
  const found = new Map<string, FormCell>();
  const joined = new Set<string>();
  for (const { parts } of form ? form.paragraphs : []) {
    parts.forEach(({ cell }, index) => {
      found.set(formatAddress(cell.address), cell);
      if (index > 0) joined.add(formatAddress(cell.address));
    });
  }
  const compare = (part: string, node: TruthNode): void => {
    if (node.text.trim() === '') return;
    tally.addCell(sheet, part, node, found.get(node.cell));
    found.delete(node.cell);
  };
  for (const paragraph of paragraphs) compare('paragraph', paragraph);
  if (keyProjectGoals) {
    for (const title of Object.values(keyProjectGoals.columnTitles)) compare('table', title);
    for (const { projectName, amount, goal, continuation } of keyProjectGoals.rows) {
      for (const node of [projectName, amount, goal]) compare('table', node);
      const isJoined = joined.has(goal.cell) ? 'joined' : 'apart';
      tally.add({ sheet, cell: goal.cell, part: 'row', expected: continuation ? 'joined' : 'apart', found: isJoined });
    }
  }
  for (const cell of found.values()) tally.addCell(sheet, 'paragraph', null, cell);
}
