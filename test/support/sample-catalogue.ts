/** A small catalogue that holds the codes of the clean coded table (build-form.ts) and one entry of each kind. */
export const SAMPLE_CATALOGUE = {
  version: 1,
  id: 'sample',
  name: '南湖区指标库',
  source: '测试',
  isComplete: true,
  codeScheme: {
    prefix: '',
    parts: [
      { meaning: 'level1', length: 1 },
      { meaning: 'level2', length: 2 },
      { meaning: 'serial', length: 6 },
    ],
    isLevel2WithinLevel1: true,
    level1: { '1': 'output', '2': 'benefit', '3': 'satisfaction' },
    level2: { '11': 'quantity', '12': 'quality', '13': 'timeliness', '14': 'cost', '22': 'socialBenefit' },
  },
  entries: [
    { code: '111000101', name: '图书采购数量', level1: 'output', level2: 'quantity', unit: '册', kind: 'count' },
    { code: '112000102', name: '图书验收合格率', level1: 'output', level2: 'quality', kind: 'rate' },
    { code: '114000103', name: '项目成本控制率', level1: 'output', level2: 'cost', kind: 'rate' },
    { code: '222000104', name: '社区图书借阅量增长率', level1: 'benefit', level2: 'socialBenefit', kind: 'rate' },
    { code: '331000105', name: '读者满意度', level1: 'satisfaction', level2: 'serviceSatisfaction', kind: 'rate' },
    {
      code: '111000201',
      name: '(新建/改造)社区书屋数量',
      level1: 'output',
      level2: 'quantity',
      unit: '家',
      kind: 'count',
      aliases: ['书屋建设数'],
    },
    { code: '111000202', name: '阅读推广活动场次', level1: 'output', level2: 'quantity', unit: '场', kind: 'count' },
    { code: '113000203', name: '书屋开放时间', level1: 'output', level2: 'timeliness', kind: 'date' },
    { code: '222000204', name: '提升全民阅读氛围(是/否)', level1: 'benefit', level2: 'socialBenefit', kind: 'yes-no' },
    { code: '222000205', name: '书香城市建设成效', level1: 'benefit', level2: 'socialBenefit', kind: 'text' },
    { code: '222000206', name: '阅读活动影响力', level1: 'benefit', level2: 'socialBenefit' },
    { code: '111000207', name: '馆员培训课题数量', level1: 'output', level2: 'quantity', unit: '项', kind: 'count' },
  ],
};

/** The same entries, with others known to exist. */
export const OBSERVED_CATALOGUE = { ...SAMPLE_CATALOGUE, name: '所见指标', isComplete: false };
