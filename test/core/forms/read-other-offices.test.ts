import type { Form, FormCell } from '../../../src/core/forms/form';
import { readForms } from '../../../src/core/forms/read-forms';
import { workbookOf } from '../../support/build-form';
import { sheetOfPicture } from '../../support/sheet-picture';

const read = (picture: string): readonly Form[] =>
  readForms(workbookOf(sheetOfPicture('表一', picture.replace(/^\n/, '').replace(/^ +/gm, '')))).forms;
const textOf = (cell: FormCell | null): string => (cell === null ? '' : cell.text);

describe('单位名称、项目名称在一栏，另有指标内容栏', () => {
  const [form] = read(`
    项目支出绩效目标表（本次下达）|<|<|<|<|<|<|<|<|<
    单位名称：某县农业农村局|<|<|<|<|<|<|<|<|<
    单位名称、项目名称|项目年度绩效目标|一级指标|二级指标|三级指标|指标性质|指标值|度量单位|指标属性|指标内容
    农村人居环境整治|改造户厕2600座。|产出指标|数量指标|户厕改造数量|>=|2600|座|定量指标|反映当年完成户厕改造的数量。
    ^|^|^|质量指标|改厕验收合格率|>=|95|%|定量指标|反映改厕验收合格情况。
    高标准农田建设|建设农田3.2万亩。|产出指标|数量指标|农田建设面积|=|3.2|万亩|定量指标|反映当年建成面积。`);

  test('每个项目一块，各有年度目标', () => {
    expect([form.type, ...form.projects.map(({ name, fields }) => [name, ...fields.map(({ key }) => key)])]).toEqual([
      'coded-indicators',
      ['农村人居环境整治', 'projectName', 'annualGoal', null],
      ['高标准农田建设', 'projectName', 'annualGoal', null],
    ]);
  });

  test('三级指标是名称，指标内容是解释', () => {
    const [{ plainName, explanation, target }] = form.projects[0].indicators;
    expect([plainName, textOf(explanation), target.kind]).toEqual([
      '户厕改造数量',
      '反映当年完成户厕改造的数量。',
      'quantity',
    ]);
  });
});

test.each([
  ['三级指标|指标内容', '甲'],
  ['指标内容|三级指标', '乙'],
  ['指标名称|指标内容', '甲'],
  ['指标内容|指标名称', '乙'],
  ['三级指标|指标名称', '甲'],
  ['三级指标|四级指标', '乙'],
  ['备注|指标内容', '乙'],
])('名称栏：%s', (heads, name) => {
  const [form] = read(`
    项目名称|街道绿化
    一级指标|二级指标|${heads}|指标值
    产出指标|数量指标|甲|乙|≥3处`);
  expect(form.projects[0].indicators.map(({ plainName, explanation }) => [plainName, explanation])).toEqual([
    [name, null],
  ]);
});

test.each([
  ['一级指标|二级指标|三级指标|绩效指标性质|绩效指标值|绩效度量单位'],
  ['绩效一级指标|绩效二级指标|绩效三级指标|绩效指标方向|绩效目标值|绩效计量单位'],
  ['绩效指标一级|绩效指标二级|绩效指标名称|绩效指标符号|绩效年度指标值|绩效指标单位'],
])('各栏前都印有“绩效”：%s', (heads) => {
  const [form] = read(`
    项目名称|公园绿地养护
    ${heads}
    产出指标|数量指标|补植乔灌木数量|≥|1500|株`);
  const [{ plainName, nature, value, unit, target }] = form.projects[0].indicators;
  expect([plainName, textOf(nature), value.text, textOf(unit)]).toEqual(['补植乔灌木数量', '≥', '1500', '株']);
  expect(target).toMatchObject({ kind: 'quantity', comparison: '≥', number: '1500', unit: '株' });
});

test('“绩效单位”不是计量单位栏', () => {
  const [form] = read(`
    项目名称|公园绿地养护
    绩效单位|一级指标|二级指标|三级指标|指标值
    园林处|产出指标|数量指标|补植乔灌木数量|≥1500株`);
  expect(form.projects[0].indicators.map(({ unit }) => unit)).toEqual([null]);
});
