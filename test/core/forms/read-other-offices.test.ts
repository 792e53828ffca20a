import { findField, type FieldKey, type Form, type FormCell } from '../../../src/core/forms/form';
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

describe('长期和年度两张指标表在一份申报表里', () => {
  const HEAD = `
    2024年部门预算项目申报表|<|<|<|<|<|<|<
    项目名称|城市桥梁检测|<|<|项目编码|42010024T000000102|<|<
    年度绩效目标|完成62座桥梁检测。|<|<|<|<|<|<`;
  const ROWS = `
    ^|产出指标|数量指标|桥梁检测座数|58座|60座|≥62座|工作计划
    ^|^|质量指标|报告合格率|97%|98%|100%|行业标准`;
  const LONG = `
    ^|产出指标|数量指标|桥梁检测座数|<|≥180座|<|工作计划
    ^|^|质量指标|报告合格率|<|100%|<|行业标准`;
  const readRows = (picture: string): unknown =>
    read(picture).map(({ type, title, projects: [{ fields, indicators }] }) => [
      type,
      textOf(title),
      fields.map(({ key }) => key),
      indicators.map(({ plainName, value }) => `${plainName}${value.text}`),
    ]);
  const ANNUAL_ONLY = [
    [
      'project-target',
      '2024年部门预算项目申报表',
      ['projectName', 'projectCode', 'annualGoal'],
      ['桥梁检测座数≥62座', '报告合格率100%'],
    ],
  ];
  const COLUMNS = '一级指标|二级指标|指标名称';

  test.each([
    [
      '左侧一格写明，指标值分前年、上年、预计当年实现',
      `
    长期绩效目标|${COLUMNS}|<|指标值|<|指标值确定依据${LONG}
    年度绩效目标|${COLUMNS}|前年|上年|预计当年实现|指标值确定依据${ROWS}`,
    ],
    [
      '表上各有一行标题，左侧写长期目标1、年度目标1',
      `
    长期绩效目标表|<|<|<|<|<|<|<
    目标名称|${COLUMNS}|<|指标值|<|指标值确定依据${LONG.replace('^', '长期目标1')}
    年度绩效目标表|<|<|<|<|<|<|<
    目标名称|${COLUMNS}|前年|上年|预期当年实现值|指标值确定依据${ROWS.replace('^', '年度目标1')}`,
    ],
    [
      '没有标题行，只有左侧的长期目标1、年度目标1',
      `
    目标名称|${COLUMNS}|<|指标值|<|指标值确定依据${LONG.replace('^', '长期目标1')}
    目标名称|${COLUMNS}|前年|上年|预计当年实现|指标值确定依据${ROWS.replace('^', '年度目标1')}`,
    ],
    [
      '“长期绩效指标”“年度绩效指标”各占一行',
      `
    二、长期绩效指标|<|<|<|<|<|<|<
    序号|${COLUMNS}|<|指标值|<|指标值确定依据${LONG.replace('^', '1')}
    三、年度绩效指标|<|<|<|<|<|<|<
    序号|${COLUMNS}|前年|上年|预计当年实现|指标值确定依据${ROWS.replace('^', '1')}`,
    ],
    [
      '指标值一格横跨三栏，近两年和当年写在其下',
      `
    长期绩效目标|${COLUMNS}|<|指标值|<|指标值确定依据${LONG}
    年度绩效目标|${COLUMNS}|指标值|<|<|指标值确定依据
    ^|^|^|^|近两年指标值|<|预期当年实现值|^
    ^|^|^|^|前年|上年|^|^${ROWS}`,
    ],
    [
      '年度在前，长期在后',
      `
    年度绩效目标表|<|<|<|<|<|<|<
    目标名称|${COLUMNS}|前年|上年|预计当年实现|指标值确定依据${ROWS.replace('^', '年度目标1')}
    长期绩效目标表|<|<|<|<|<|<|<
    目标名称|${COLUMNS}|<|指标值|<|指标值确定依据${LONG.replace('^', '长期目标1')}`,
    ],
  ])('%s：只读年度的', (_name, tables) => expect(readRows(HEAD + tables)).toEqual(ANNUAL_ONLY));

  test('年度绩效目标表单独成表时是标题', () => {
    const table = `
    年度绩效目标表|<|<|<
    项目名称|城市桥梁检测|<|<
    一级指标|二级指标|三级指标|指标值
    产出指标|数量指标|桥梁检测座数|≥62座`;
    expect(readRows(table)).toEqual([['project-target', '年度绩效目标表', ['projectName'], ['桥梁检测座数≥62座']]]);
  });
});

test('读不出的表头之下各行不算上一张表的指标', () => {
  const picture = `
    项目名称|城市桥梁检测
    一级指标|二级指标|三级指标|指标值
    产出指标|数量指标|桥梁检测座数|≥62座
    一级指标|二级指标|三级指标|前年|上年
    产出指标|数量指标|桥梁检测座数|58座|60座`;
  const { forms, unread } = readForms(
    workbookOf(sheetOfPicture('表一', picture.replace(/^\n/, '').replace(/^ +/gm, ''))),
  );
  expect(forms.map(({ projects }) => projects[0].indicators.map(({ row }) => row))).toEqual([[2]]);
  expect(unread.map(({ reason }) => reason)).toEqual(['第 4 行像是指标表表头，但缺少“指标值”列，未能读取。']);
});

test('指标值之下只有往年的两栏：没有当年的值可读', () => {
  const picture = `
    项目名称|城市桥梁检测
    一级指标|二级指标|三级指标|指标值|<
    ^|^|^|前年|上年
    产出指标|数量指标|桥梁检测座数|58座|60座`;
  expect(read(picture)).toEqual([]);
});

describe('各地表头的叫法', () => {
  const TABLE = `
    一级指标|二级指标|三级指标|指标值
    产出指标|数量指标|巡查次数|≥12次`;
  const keysOf = (head: string): Record<string, FieldKey | null> => {
    const [form] = read(head + TABLE);
    return Object.fromEntries(form.projects[0].fields.map(({ key, label }) => [label.text, key]));
  };

  test.each<[string, FieldKey]>([
    ['转移支付（项目）名称', 'projectName'],
    ['转移支付名称', 'projectName'],
    ['专项资金名称', 'projectName'],
    ['用款单位', 'applicantUnit'],
    ['业务主管部门', 'primaryBudgetUnit'],
    ['项目当年预算（元）', 'annualAmount'],
    ['当年预算（万元）', 'annualAmount'],
    ['年度资金总额：', 'annualAmount'],
    ['中期资金总额：', 'totalAmount'],
    ['专项资金设立依据', 'policyBasis'],
    ['全年（程）绩效目标', 'annualGoal'],
    ['当年绩效目标', 'annualGoal'],
    ['绩效目标', 'annualGoal'],
    ['项目年度绩效目标', 'annualGoal'],
    ['项目总目标', 'overallGoal'],
  ])('%s', (label, key) => {
    const head = `
    立项依据|《城市桥梁养护技术标准》
    ${label}|城市桥梁检测`;
    expect(keysOf(head)).toEqual({ 立项依据: 'policyBasis', [label]: key });
  });

  test.each([
    ['项目名称|街道绿化\n专项资金名称|城市维护专项资金', { 项目名称: 'projectName', 专项资金名称: null }],
    ['年度目标|绿化300株\n绩效目标|绿化900株', { 年度目标: 'annualGoal', 绩效目标: null }],
    ['主管部门|城管局\n业务主管部门|绿化处', { 主管部门: 'primaryBudgetUnit', 业务主管部门: null }],
    ['半年（程）绩效目标|绿化300株\n项目名称|街道绿化', { '半年（程）绩效目标': null, 项目名称: 'projectName' }],
    ['项目名称|街道绿化\n绩效目标|', { 项目名称: 'projectName', 绩效目标: null }],
  ])('另有更确切的一栏，或没有填写：%s', (head, keys) => expect(keysOf(head)).toEqual(keys));

  test.each<[string, Record<string, FieldKey | null>]>([
    ['（2024年度）|<|<|<\n资金总额（万元）|#420.00', { '资金总额（万元）': 'annualAmount' }],
    ['年度目标|绿化300株\n资金规模（万元）|#420.00', { 年度目标: 'annualGoal', '资金规模（万元）': 'annualAmount' }],
    [
      '（2024年度）|<|<|<\n实施期限|2024年\n项目资金（万元）|#420.00',
      { 实施期限: 'implementationTerm', '项目资金（万元）': 'annualAmount' },
    ],
    [
      '（2024年度）|<|<|<\n实施期限|3年\n资金总额（万元）|#420.00',
      { 实施期限: 'implementationTerm', '资金总额（万元）': 'totalAmount' },
    ],
    [
      '（2024年度）|<|<|<\n项目期|长期\n主管部门|城管局\n资金规模（万元）|#420.00',
      { 项目期: null, 主管部门: 'primaryBudgetUnit', '资金规模（万元）': null },
    ],
    [
      '年度目标|绿化300株\n资金总额（万元）|#420.00\n年度资金总额|#42.00',
      { 年度目标: 'annualGoal', '资金总额（万元）': 'totalAmount', 年度资金总额: 'annualAmount' },
    ],
    ['项目名称|街道绿化\n资金总额（万元）|#420.00', { 项目名称: 'projectName', '资金总额（万元）': 'totalAmount' }],
    [
      '年度目标|绿化300株\n资金总额（万元）|#420.00\n其中：当年安排|#42.00',
      { 年度目标: 'annualGoal', '资金总额（万元）': 'totalAmount', '其中：当年安排': null },
    ],
    ['三年行动计划项目申报表|<|<|<\n资金总额（万元）|#420.00', { '资金总额（万元）': 'totalAmount' }],
    ['年度目标|绿化300株\n资金规模（万元）|详见附表', { 年度目标: 'annualGoal', '资金规模（万元）': null }],
  ])('是不是当年的金额：%s', (head, keys) => expect(keysOf(head)).toEqual(keys));

  test('项目资金一栏下有年度资金总额等行：它自己不是金额', () => {
    const [form] = read(`
    项目支出绩效目标表|<|<|<
    项目名称|街道绿化|<|<
    项目资金（万元）|年度资金总额：|#420.00|<
    ^|其中：财政拨款|#400.00|<${TABLE}`);
    const [project] = form.projects;
    expect(project.fields.map(({ key, label, value }) => [key, label.text, value.text])).toEqual([
      ['projectName', '项目名称', '街道绿化'],
      ['annualAmount', '年度资金总额：', '420.00'],
      [null, '其中：财政拨款', '400.00'],
    ]);
    expect(findField(project, 'totalAmount')).toBeUndefined();
  });

  test('另一个标签不是值：项目当年投入资金构成 | 财政资金（元）', () => {
    const [form] = read(`
    项目名称|河道养护|项目类别|经常性项目
    项目总预算（元）|#28,350,000.00|项目当年预算（元）|#28,350,000.00
    项目当年投入资金构成|财政资金（元）|#28,350,000.00|<${TABLE}`);
    expect(form.projects[0].fields.map(({ key, value }) => [key, value.text])).toEqual([
      ['projectName', '河道养护'],
      ['projectType', '经常性项目'],
      ['totalAmount', '28,350,000.00'],
      ['annualAmount', '28,350,000.00'],
    ]);
  });

  test('一张表里多个专项，各有绩效目标一栏', () => {
    const [form] = read(`
    专项资金名称|绩效目标|一级指标|二级指标|三级指标|指标值
    城市维护|绿化300株。|产出指标|数量指标|绿化株数|≥300株
    农村公路|修路12公里。|产出指标|数量指标|修路里程|≥12公里`);
    expect(form.projects.map(({ name, fields }) => [name, ...fields.map(({ key }) => key)])).toEqual([
      ['城市维护', 'projectName', 'annualGoal'],
      ['农村公路', 'projectName', 'annualGoal'],
    ]);
  });
});
