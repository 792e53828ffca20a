import {
  CellError,
  functionStorage,
  serveCustomFunctions,
  type CellFunction,
  type FunctionScope,
} from '../../../src/host/excel/custom-functions';

/** The error that Excel makes of a code and a message. */
class ExcelCellError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

const CODES = { notAvailable: '#N/A', invalidValue: '#VALUE!' };

function served(functions: Readonly<Record<string, CellFunction>>, errors: Partial<FunctionScope['CustomFunctions']>) {
  const associated: Record<string, CellFunction> = {};
  const scope = {
    CustomFunctions: { ...errors, associate: (id: string, call: CellFunction) => (associated[id] = call) },
  };
  serveCustomFunctions(functions, () => scope as unknown as FunctionScope);
  return associated;
}

const withMessages = { Error: ExcelCellError, ErrorCode: CODES };
const refusing: CellFunction = (kind) => Promise.reject(new CellError(kind as '#N/A', '没有。'));

test('Excel calls a function by its id and gets what it gives back', async () => {
  const { CODE } = served({ CODE: (...values) => Promise.resolve(values.join()) }, withMessages);
  await expect(CODE('名称', '数量指标', null)).resolves.toBe('名称,数量指标,');
});

test.each(['#N/A', '#VALUE!'])('refused with %s and its message', async (code) => {
  const { CODE } = served({ CODE: refusing }, withMessages);
  await expect(CODE(code)).rejects.toMatchObject({ constructor: ExcelCellError, code, message: '没有。' });
});

test('an Excel without such errors gets a plain one, and shows #VALUE!', async () => {
  const { CODE } = served({ CODE: refusing }, {});
  await expect(CODE('#N/A')).rejects.toMatchObject({ message: '没有。' });
});

test('a mistake of ours stays one', async () => {
  const mistake = new TypeError('x is not a function');
  const { CODE } = served({ CODE: () => Promise.reject(mistake) }, withMessages);
  await expect(CODE()).rejects.toBe(mistake);
});

test('outside Excel nothing happens', () => {
  expect(() => serveCustomFunctions({ CODE: refusing })).not.toThrow();
  expect(() => functionStorage()).toThrow('这个版本的 Excel 没有向单元格函数提供存储，读不到所选的指标库。');
});
