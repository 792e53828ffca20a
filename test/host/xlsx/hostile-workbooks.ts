import type { HostileWorkbook } from './hostile-workbook';
import { SIZE_CASES } from './hostile-size-workbooks';
import { NAME_CASES, XML_CASES } from './hostile-xml-workbooks';
import { FOREIGN_CASES, ZIP_CASES } from './hostile-zip-workbooks';
import { LEGAL_CASES } from './odd-workbooks';

/** Workbooks built in memory that are hostile, damaged, foreign or odd, by group. */
export const HOSTILE_WORKBOOKS: Readonly<Record<string, readonly HostileWorkbook[]>> = {
  'XML 内容': XML_CASES,
  数量与取值: SIZE_CASES,
  名称: NAME_CASES,
  压缩包: ZIP_CASES,
  别的文件: FOREIGN_CASES,
  少见但合法: LEGAL_CASES,
};
