import type { RowChange } from '../../../../core/changes/row-change';
import { XlsxError } from '../../xlsx-error';
import type { WorkbookRecord } from '../../reading/workbook-reader';
import { writeArchive } from '../../zip/zip-writer';
import { PackageWriter } from '../package-writer';
import { PartEdits } from '../part-edits';
import type { StyleWriter } from '../style-writer';
import { writeWithStyles } from '../styles-part';
import { hasFormulas, removeCalculationChain } from '../write-edits';
import { linkedFollowers, type LinkedSheet } from './linked-followers';
import { createMentionTest } from './mentions';
import { nameFollowers, packageFollowers, type LinkedPart } from './package-followers';
import { refuseRows } from './row-follower';
import { SheetDocument } from './sheet-document';

/** Why rows of this sheet cannot come or go at all. */
function requireChangeable(workbook: WorkbookRecord, sheet: string): void {
  const record = workbook.sheets.find(({ content }) => content.name === sheet);
  const worksheet = record?.worksheet;
  if (!record || !worksheet) throw new XlsxError('no-sheet', { sheet });
  if (worksheet.isProtected) throw new XlsxError('rows-protected', { sheet });
  if (!worksheet.isOrdered) throw new XlsxError('irregular-sheet', { sheet });
  if (worksheet.sharedFormulas.hasOrphans) refuseRows(sheet, '有共享公式缺少原文');
  if (worksheet.hasDataTables) refuseRows(sheet, '有模拟运算表');
}

class RowChangeWriter {
  private readonly writer: PackageWriter;
  private readonly documents: SheetDocument[] = [];
  private readonly linked: LinkedPart[] = [];

  constructor(
    private readonly workbook: WorkbookRecord,
    private readonly changes: readonly RowChange[],
  ) {
    this.writer = new PackageWriter(workbook.archive, workbook.limits);
  }

  write(): Uint8Array {
    const { workbook, writer, changes } = this;
    const sheets = [...new Set(changes.map(({ sheet }) => sheet))];
    for (const sheet of sheets) requireChangeable(workbook, sheet);
    let changesFormulas = false;
    writeWithStyles(writer, workbook, (styles) => {
      this.open(sheets, styles);
      for (const change of changes) this.follow(change);
      changesFormulas = this.documents.some(({ rows }) => rows.changesFormulas);
      for (const document of this.documents) this.save(document.part, document.write());
      for (const { part, text, followers } of this.linked) {
        const edits = new PartEdits(text);
        for (const follower of followers) follower.write(edits);
        this.save(part, edits.build());
      }
    });
    if (changesFormulas || hasFormulas(workbook)) writer.requestCalculation(workbook.workbookPart);
    if (changesFormulas) removeCalculationChain(writer, workbook);
    return writeArchive(workbook.archive, writer.changes);
  }

  private open(sheets: readonly string[], styles: StyleWriter): void {
    const { workbook, writer } = this;
    const mentions = createMentionTest(sheets);
    for (const record of workbook.sheets) {
      const { worksheet, content } = record;
      if (!worksheet) continue;
      const sheet = content.name;
      const isChanged =
        record === workbook.sheets.find((other) => sheets.includes(sheet) && other.content.name === sheet);
      const text = writer.read(worksheet.part);
      let heights: LinkedSheet['heights'] = null;
      if (isChanged || mentions(text)) {
        if (!worksheet.isOrdered) throw new XlsxError('irregular-sheet', { sheet });
        const concerns = (node: { readonly xml: string }): boolean => isChanged || mentions(node.xml);
        const document = new SheetDocument({ workbook, record, worksheet, text, styles, concerns });
        if (isChanged) heights = { before: document.heights, after: () => document.currentHeights() };
        this.documents.push(document);
      }
      this.linked.push(...linkedFollowers(workbook, writer, { sheet, worksheet, heights }, mentions));
    }
    this.linked.push(nameFollowers(workbook, writer.read(workbook.workbookPart)));
    this.linked.push(...packageFollowers(workbook, writer, sheets, mentions));
  }

  private follow(change: RowChange): void {
    for (const document of this.documents) document.follow(change);
    for (const { followers } of this.linked) for (const follower of followers) follower.follow(change);
  }

  private save(part: string, text: string): void {
    if (text !== this.writer.read(part)) this.writer.write(part, text);
  }
}

/** Makes row changes, which must find what they expect, in a copy of the package; all that refers to the rows follows. */
export function writeRowChanges(workbook: WorkbookRecord, changes: readonly RowChange[]): Uint8Array {
  return new RowChangeWriter(workbook, changes).write();
}
