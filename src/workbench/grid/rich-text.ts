import { HorizontalAlign, type IDocumentData, type ITextRun } from '@univerjs/core';
import type { CellLook, StyledCell } from '../../host/xlsx/appearance';
import { styleOfFont, styleOfLook } from './cell-style';

/** The grid keeps a line break inside a cell as a paragraph, and ends every text with these two characters. */
const PARAGRAPH_END = '\r';
const TEXT_END = '\r\n';

/** A cell text whose runs differ in font, as the grid's document. */
export function documentOfRichText(
  id: string,
  runs: NonNullable<StyledCell['richText']>,
  look: CellLook,
): IDocumentData {
  let stream = '';
  const textRuns: ITextRun[] = [];
  for (const run of runs) {
    const text = run.text.replace(/\r\n|\n/g, PARAGRAPH_END);
    const font = run.font ?? look.font;
    textRuns.push({ st: stream.length, ed: stream.length + text.length, ts: styleOfFont(font) });
    stream += text;
  }
  stream += TEXT_END;
  const horizontalAlign = styleOfLook(look).ht ?? HorizontalAlign.LEFT;
  const paragraphs = [];
  for (let index = 0; index < stream.length; index += 1) {
    if (stream[index] === PARAGRAPH_END) paragraphs.push({ startIndex: index, paragraphStyle: { horizontalAlign } });
  }
  return {
    id,
    body: { dataStream: stream, textRuns, paragraphs, sectionBreaks: [{ startIndex: stream.length - 1 }] },
    documentStyle: {
      pageSize: { width: Number.POSITIVE_INFINITY, height: Number.POSITIVE_INFINITY },
      marginTop: 0,
      marginBottom: 0,
      marginLeft: 2,
      marginRight: 2,
    },
  };
}

/** The plain text of a document of the grid, with line breaks as in a file. */
export function textOfDocument(document: IDocumentData): string {
  const stream = document.body?.dataStream ?? '';
  return stream.replace(/\r\n$/, '').replace(/\r/g, '\n');
}
