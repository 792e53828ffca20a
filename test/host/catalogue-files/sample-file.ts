import { catalogueFileSchema, type CatalogueFile } from '../../../src/core/catalogue/catalogue-file';
import { KNOWN_CODE_SCHEMES } from '../../../src/core/catalogue/code-schemes';

/** A catalogue with everything that can be stated of an entry, and with nothing but code and name. */
export const sampleFile: CatalogueFile = catalogueFileSchema.parse({
  version: 1,
  id: 'sample',
  name: '样例指标库',
  source: '测试',
  isComplete: true,
  codeScheme: KNOWN_CODE_SCHEMES[0],
  entries: [
    {
      code: '111002681',
      name: '扶持企业数量',
      level1: 'output',
      level2: 'quantity',
      unit: '家',
      kind: 'count',
      direction: 'higher',
      explanation: '反映“扶持”情况,\n按家计',
      aliases: ['支持企业数'],
      year: 2023,
      source: '财政局',
    },
    { code: '112002635', name: '项目验收通过率', level1: 'output', level2: 'quality' },
    { code: '331000551', name: '服务对象满意度', level1: 'satisfaction', level2: 'serviceSatisfaction', kind: 'rate' },
  ],
});
