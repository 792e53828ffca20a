import type { HostErrorCode } from '../port/host-error';

/** What exactly is wrong with a file or an edit. */
export type XlsxErrorDetail =
  | 'empty-file'
  | 'lock-file'
  | 'not-zip'
  | 'ole2'
  | 'encrypted'
  | 'html'
  | 'xml-table'
  | 'csv'
  | 'xlsb'
  | 'ods'
  | 'not-xlsx'
  | 'bad-zip'
  | 'bad-crc'
  | 'zip-bomb'
  | 'too-big'
  | 'too-many-cells'
  | 'too-many-merges'
  | 'xml-dtd'
  | 'bad-xml'
  | 'bad-ref'
  | 'bad-value'
  | 'missing-part'
  | 'no-sheet'
  | 'conflict'
  | 'protected'
  | 'array-formula'
  | 'table-header'
  | 'covered-cell'
  | 'text-too-long'
  | 'not-writable'
  | 'irregular-sheet'
  | 'rows-unsupported'
  | 'rows-changed'
  | 'rows-protected'
  | 'sheet-name'
  | 'sheet-taken'
  | 'sheet-dates'
  | 'sheet-source'
  | 'sheet-unsupported'
  | 'last-sheet'
  | 'structure-protected'
  | 'internal';

/** Where it is wrong; `reason` is technical, for a log, and never shown. */
export interface XlsxErrorPlace {
  readonly file?: string;
  readonly part?: string;
  readonly sheet?: string;
  readonly cell?: string;
  /** What stands in the way, a Chinese clause for the message. */
  readonly obstacle?: string;
  readonly reason?: string;
}

export interface Wording {
  readonly code: HostErrorCode;
  readonly message: (file: string, place: XlsxErrorPlace) => string;
  readonly advice: string;
}

const SAVE_AS_XLSX = '请用 Excel 或 WPS 打开后另存为 .xlsx 格式再试。';
const GET_AGAIN = '请重新下载或向填报单位重新索取该文件。';
const REPAIR = '请用 Excel 打开并另存为新的 .xlsx 文件后再试。';
const SPLIT = '请拆分工作簿或删除无关的工作表后再试。';
const EDIT_IN_EXCEL = '请在 Excel 中手工修改该单元格。';

/** What users read of each. */
export const WORDINGS: Record<XlsxErrorDetail, Wording> = {
  'empty-file': {
    code: 'unreadable-file',
    message: (file) => `${file}是空文件（0 字节），没有可读取的内容。`,
    advice: GET_AGAIN,
  },
  'lock-file': {
    code: 'unreadable-file',
    message: (file) => `${file}是 Excel 打开工作簿时生成的临时文件，不是工作簿本身。`,
    advice: '请选择文件名前没有“~$”的工作簿。',
  },
  'not-zip': {
    code: 'unreadable-file',
    message: (file) => `${file}不是 Excel 工作簿，无法读取。`,
    advice: '请选择 .xlsx 格式的工作簿。',
  },
  ole2: {
    code: 'not-supported',
    message: (file) => `${file}是旧版格式（.xls 或 .et），无法读取。`,
    advice: SAVE_AS_XLSX,
  },
  encrypted: {
    code: 'protected',
    message: (file) => `${file}有密码保护，无法读取。`,
    advice: '请在 Excel 中另存为不带密码的副本后再试。',
  },
  html: {
    code: 'not-supported',
    message: (file) => `${file}实际上是网页文件，不是 Excel 工作簿。`,
    advice: SAVE_AS_XLSX,
  },
  'xml-table': {
    code: 'not-supported',
    message: (file) => `${file}实际上是 XML 文本文件，不是 Excel 工作簿。`,
    advice: SAVE_AS_XLSX,
  },
  csv: {
    code: 'not-supported',
    message: (file) => `${file}实际上是文本文件（如 CSV），不是 Excel 工作簿。`,
    advice: SAVE_AS_XLSX,
  },
  xlsb: {
    code: 'not-supported',
    message: (file) => `${file}是二进制工作簿（.xlsb），无法读取。`,
    advice: SAVE_AS_XLSX,
  },
  ods: {
    code: 'not-supported',
    message: (file) => `${file}是 OpenDocument 表格（.ods），无法读取。`,
    advice: SAVE_AS_XLSX,
  },
  'not-xlsx': {
    code: 'unreadable-file',
    message: (file) => `${file}是压缩包，但其中没有 Excel 工作簿。`,
    advice: '请选择 .xlsx 格式的工作簿。',
  },
  'bad-zip': {
    code: 'unreadable-file',
    message: (file) => `${file}已损坏或不完整，无法解压。`,
    advice: GET_AGAIN,
  },
  'bad-crc': {
    code: 'unreadable-file',
    message: (file, { part }) => `${file}的内容校验不符${inPart(part)}，文件已损坏。`,
    advice: GET_AGAIN,
  },
  'zip-bomb': {
    code: 'file-too-large',
    message: (file) => `${file}解压后的内容异常庞大，已停止读取。`,
    advice: SPLIT,
  },
  'too-big': {
    code: 'file-too-large',
    message: (file) => `${file}过大，超出可读取的范围。`,
    advice: SPLIT,
  },
  'too-many-cells': {
    code: 'file-too-large',
    message: (file) => `${file}的单元格过多，超出可读取的范围。`,
    advice: SPLIT,
  },
  'too-many-merges': {
    code: 'file-too-large',
    message: (file, place) => `${file}${inSheet(place)}的合并单元格过多，超出可读取的范围。`,
    advice: SPLIT,
  },
  'xml-dtd': {
    code: 'unreadable-file',
    message: (file, { part }) => `${file}含有不允许的 DOCTYPE 声明${inPart(part)}，为安全起见不予读取。`,
    advice: REPAIR,
  },
  'bad-xml': {
    code: 'unreadable-file',
    message: (file, { part }) => `${file}的内容有错误${inPart(part)}，无法读取。`,
    advice: REPAIR,
  },
  'bad-ref': {
    code: 'unreadable-file',
    message: (file, place) => `${file}${inSheet(place)}含有无效的单元格位置，无法读取。`,
    advice: REPAIR,
  },
  'bad-value': {
    code: 'unreadable-file',
    message: (file, place) => `${file}的${ofCell(place)} 内容无效，无法读取。`,
    advice: REPAIR,
  },
  'missing-part': {
    code: 'unreadable-file',
    message: (file, place) =>
      `${file}缺少${place.sheet === undefined ? '必要的内容' : `工作表“${place.sheet}”的内容`}，无法读取。`,
    advice: GET_AGAIN,
  },
  'no-sheet': {
    code: 'gone',
    message: (file, { sheet }) => `${file}中没有工作表“${sheet}”。`,
    advice: '请重新校验后再试。',
  },
  conflict: {
    code: 'conflict',
    message: (_file, place) => `${ofCell(place)} 的内容已经改变，没有写入。`,
    advice: '请重新校验后再试。',
  },
  protected: {
    code: 'protected',
    message: (_file, place) => `工作表“${place.sheet}”受保护，不能修改单元格 ${place.cell}。`,
    advice: '请在 Excel 中撤销工作表保护后再试。',
  },
  'array-formula': {
    code: 'not-supported',
    message: (_file, place) => `${ofCell(place)} 属于数组公式或模拟运算表，不能单独修改。`,
    advice: EDIT_IN_EXCEL,
  },
  'table-header': {
    code: 'not-supported',
    message: (_file, place) => `${ofCell(place)} 是表格的标题，修改后 Excel 可能无法打开文件，没有写入。`,
    advice: EDIT_IN_EXCEL,
  },
  'covered-cell': {
    code: 'not-supported',
    message: (_file, place) => `${ofCell(place)} 被合并单元格遮住，不能写入。`,
    advice: '请修改合并区域左上角的单元格。',
  },
  'text-too-long': {
    code: 'not-supported',
    message: (_file, place) => `要写入${ofCell(place)} 的内容超过 Excel 允许的长度，没有写入。`,
    advice: '请缩短内容后再试。',
  },
  'not-writable': {
    code: 'not-supported',
    message: (_file, place) => `要写入${ofCell(place)} 的内容无法保存在工作簿中，没有写入。`,
    advice: EDIT_IN_EXCEL,
  },
  'irregular-sheet': {
    code: 'not-supported',
    message: (_file, place) => `工作表“${place.sheet}”的行列次序不规范，不能直接写入。`,
    advice: REPAIR,
  },
  'rows-unsupported': {
    code: 'not-supported',
    message: (_file, place) => `${place.sheet ? `工作表“${place.sheet}”` : ''}不能增删行：${place.obstacle}。`,
    advice: '文件没有改动，请在 Excel 中手工增删行。',
  },
  'rows-changed': {
    code: 'conflict',
    message: (_file, place) => `工作表“${place.sheet}”没有增删行：${place.obstacle}。`,
    advice: '请重新校验后再试。',
  },
  'rows-protected': {
    code: 'protected',
    message: (_file, place) => `工作表“${place.sheet}”受保护，不能增删行。`,
    advice: '请在 Excel 中撤销工作表保护后再试。',
  },
  'sheet-name': {
    code: 'not-supported',
    message: (_file, place) => `“${place.sheet}”不能用作工作表名称，没有添加工作表。`,
    advice: '名称不超过 31 个字，不含 [ ] : * ? / \\。',
  },
  'sheet-taken': {
    code: 'conflict',
    message: (_file, place) => `工作簿中已有名为“${place.sheet}”的工作表，没有添加。`,
    advice: '请改用别的名称。',
  },
  'sheet-dates': {
    code: 'not-supported',
    message: (_file, place) => `工作表“${place.sheet}”所在文件的日期系统与本工作簿不同，没有添加。`,
    advice: '请在 Excel 的选项中统一“使用 1904 日期系统”后再试。',
  },
  'sheet-source': {
    code: 'unreadable-file',
    message: (_file, place) => `没有添加工作表“${place.sheet}”：${place.obstacle}`,
    advice: '请换一个模板文件后再试。',
  },
  'sheet-unsupported': {
    code: 'not-supported',
    message: (_file, place) => `不能删除工作表“${place.sheet}”：${place.obstacle}。`,
    advice: '文件没有改动，请在 Excel 中手工删除。',
  },
  'last-sheet': {
    code: 'not-supported',
    message: () => '工作簿至少要保留一个可见的工作表，没有删除。',
    advice: '请先添加或显示别的工作表。',
  },
  'structure-protected': {
    code: 'protected',
    message: () => '工作簿的结构受保护，不能增删工作表。',
    advice: '请在 Excel 中撤销工作簿保护后再试。',
  },
  internal: {
    code: 'internal',
    message: (file) => `写入${file}后核对不符，已放弃写入，原文件没有改动。`,
    advice: '请把该文件提供给维护人员，并在 Excel 中手工修改。',
  },
};

function inPart(part: string | undefined): string {
  return part === undefined ? '' : `（${part}）`;
}

function inSheet({ sheet }: XlsxErrorPlace): string {
  return sheet === undefined ? '' : `的工作表“${sheet}”`;
}

function ofCell(place: XlsxErrorPlace): string {
  return `工作表“${place.sheet}”的单元格 ${place.cell}`;
}
