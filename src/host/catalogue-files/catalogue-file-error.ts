import { HostError, type HostErrorCode } from '../port/host-error';

/** What is wrong with a file that should hold a list of indicators, where it is no .xlsx. */
export type CatalogueFileFault = 'too-large' | 'too-many-rows' | 'encoding' | 'quotes' | 'json' | 'other';

interface Wording {
  readonly code: HostErrorCode;
  readonly message: (file: string, detail: string) => string;
  readonly advice: string;
}

const WORDINGS: Readonly<Record<CatalogueFileFault, Wording>> = {
  'too-large': {
    code: 'file-too-large',
    message: (file, limit) => `${file}超过${limit}，没有读取。`,
    advice: '指标库文件一般只有几兆。请检查是否选对了文件，或删除其中无关的工作表和图片后再试。',
  },
  'too-many-rows': {
    code: 'file-too-large',
    message: (file, limit) => `${file}超过${limit}行，没有读取。`,
    advice: '请检查是否选对了文件，或拆成几个文件后再试。',
  },
  encoding: {
    code: 'unreadable-file',
    message: (file) => `${file}的文字编码无法识别（不是 UTF-8、UTF-16，也不是 GBK、GB18030）。`,
    advice: '请用 Excel 或 WPS 打开，另存为 .xlsx 后再试。',
  },
  quotes: {
    code: 'unreadable-file',
    message: (file, row) => `${file}第${row}行的引号不成对，后面的内容无法分列。`,
    advice: '请改正该处的引号，或用 Excel 打开核对后另存为 .xlsx 再试。',
  },
  json: {
    code: 'unreadable-file',
    message: (file) => `${file}不是完整的 JSON 文件，无法读取。`,
    advice: '请重新导出该文件，或改用 .xlsx、.csv 表格。',
  },
  other: {
    code: 'unreadable-file',
    message: (file) => `${file}不是表格，也不是指标库文件，无法读取。`,
    advice: '请选择 .xlsx、.csv 或 .json 格式的文件。',
  },
};

/** A list of indicators that cannot be read. `detail` goes into the sentence: a limit, a row. */
export function catalogueFileError(fault: CatalogueFileFault, fileName: string, detail = ''): HostError {
  const { code, message, advice } = WORDINGS[fault];
  return new HostError(code, message(fileName === '' ? '文件' : `文件“${fileName}”`, detail), advice);
}
