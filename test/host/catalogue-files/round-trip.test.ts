import fc from 'fast-check';
import { catalogueFileSchema, type CatalogueFile } from '../../../src/core/catalogue/catalogue-file';
import { openXlsx } from '../../../src/host/xlsx';
import { readCatalogueFile, writeCatalogueFile } from '../../../src/host/catalogue-files';
import { catalogues } from '../../core/catalogue/importing/arbitrary-catalogues';
import { sampleFile } from './sample-file';
import zhuhaiFile from '../../../assets/catalogues/zhuhai-observed.json';

const FORMATS = ['json', 'csv', 'xlsx'] as const;

/** What comes back after a catalogue was written and read again, under the same name. */
async function throughFile(file: CatalogueFile, format: (typeof FORMATS)[number]) {
  const { name, isComplete } = file;
  return readCatalogueFile(`${name}.${format}`, writeCatalogueFile(file, format), { name, isComplete });
}

const asText = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

describe('导出再导入，与原来相同', () => {
  test.each(FORMATS)('珠海指标、样例：%s', async (format) => {
    for (const file of [catalogueFileSchema.parse(zhuhaiFile), sampleFile]) {
      const { file: again, rejected, duplicates, conflicts } = await throughFile(file, format);
      expect({ rejected, duplicates, conflicts }).toEqual({ rejected: [], duplicates: [], conflicts: [] });
      expect(again!.entries).toEqual(file.entries);
      expect(again!.codeScheme).toEqual(file.codeScheme);
    }
  });

  test.each(FORMATS)('任意指标库：%s', async (format) => {
    await fc.assert(
      fc.asyncProperty(catalogues, async (file) => {
        const { file: again, problem, rejected, duplicates } = await throughFile(file, format);
        expect({ problem, rejected, duplicates }).toEqual({ problem: null, rejected: [], duplicates: [] });
        expect(again!.entries).toEqual(file.entries);
        if (format === 'json') expect(again).toEqual(file);
      }),
      { numRuns: 60 },
    );
  });
});

describe('写出的文件', () => {
  const risky: CatalogueFile = {
    ...sampleFile,
    codeScheme: null,
    entries: [
      { ...sampleFile.entries[0], code: '0101', name: '=HYPERLINK("http://x")', unit: '+个', source: "'@我" },
      { ...sampleFile.entries[1], code: 'gx010201', name: '-1人以下数量', explanation: '@财政局' },
    ],
  };

  test('CSV：编码不被当成数字，内容不被当成公式', async () => {
    const text = asText(writeCatalogueFile(risky, 'csv'));
    expect(text.split('\r\n')).toEqual([
      '\ufeff指标编码,指标名称,一级指标,二级指标,计量单位,取值类型,指标方向,指标解释,别名,启用年度,来源',
      `"=""0101""","'=HYPERLINK(""http://x"")",产出指标,数量指标,'+个,数量,正向,"反映“扶持”情况,\n按家计",支持企业数,2023,''@我`,
      "gx010201,'-1人以下数量,产出指标,质量指标,,,,'@财政局,,,",
      '',
    ]);
    expect((await throughFile(risky, 'csv')).file!.entries).toEqual(risky.entries);
  });

  test('工作簿：全是文本', async () => {
    const { snapshot } = openXlsx(writeCatalogueFile(risky, 'xlsx'));
    const [sheet] = snapshot.sheets;
    expect(
      sheet.cells.every((cell) => typeof cell.value === 'string' && cell.formula === null && cell.numberFormat === '@'),
    ).toBe(true);
    expect(sheet.cellAt(1, 0)!.value).toBe('0101');
    expect(sheet.cellAt(1, 1)!.value).toBe('=HYPERLINK("http://x")');
    expect((await throughFile(risky, 'xlsx')).file!.entries).toEqual(risky.entries);
  });

  test('JSON：一条一行，不知道的不写', () => {
    const text = asText(writeCatalogueFile(sampleFile, 'json'));
    expect(text.split('\n').filter((line) => line.startsWith('    {"code"'))).toEqual([
      expect.stringContaining('"name":"扶持企业数量"'),
      '    {"code":"112002635","name":"项目验收通过率","level1":"output","level2":"quality"},',
      '    {"code":"331000551","name":"服务对象满意度","level1":"satisfaction","level2":"serviceSatisfaction","kind":"rate"}',
    ]);
  });
});
