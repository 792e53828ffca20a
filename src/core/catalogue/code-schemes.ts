import type { CodeScheme } from './catalogue-file';

/** 珠海: first level (1), second level (2), serial number (6): 111002681. */
export const NINE_DIGIT_SCHEME: CodeScheme = {
  prefix: '',
  parts: [
    { meaning: 'level1', length: 1 },
    { meaning: 'level2', length: 2 },
    { meaning: 'serial', length: 6 },
  ],
  isLevel2WithinLevel1: true,
  level1: { '1': 'output', '2': 'benefit', '3': 'satisfaction' },
  level2: {
    '11': 'quantity',
    '12': 'quality',
    '13': 'timeliness',
    '14': 'cost',
    '21': 'economicBenefit',
    '22': 'socialBenefit',
    '23': 'ecologicalBenefit',
    '24': 'sustainableImpact',
    '31': 'serviceSatisfaction',
  },
  level1Labels: { '1': '产出指标', '2': '效益指标', '3': '满意度指标' },
  level2Labels: {
    '11': '数量指标',
    '12': '质量指标',
    '13': '时效指标',
    '21': '经济效益',
    '22': '社会效益',
    '24': '可持续影响',
    '31': '服务对象满意度',
  },
};

/**
 * How offices are known to build their codes. A catalogue that is imported is given the one that its codes follow; one that
 * is missing here may stand in a catalogue's own file (docs/indicator-catalogues.md).
 */
export const KNOWN_CODE_SCHEMES: readonly CodeScheme[] = [
  NINE_DIGIT_SCHEME,
  // Common indicators: scenario (2), second level (2), serial number (2): gx010101.
  {
    prefix: 'gx',
    parts: [
      { meaning: 'scenario', length: 2 },
      { meaning: 'level2', length: 2 },
      { meaning: 'serial', length: 2 },
    ],
    isLevel2WithinLevel1: false,
    level1: {},
    level2: { '01': 'quantity', '02': 'quality', '03': 'timeliness', '04': 'cost', '09': 'serviceSatisfaction' },
  },
];
