import { headingOf, headingOfPath } from '../../../../src/core/catalogue/importing/headings';

const roleOf = (text: string): string | null => {
  const heading = headingOf(text);
  return heading && heading.role;
};

describe('表头的说法', () => {
  test.each([
    [
      'code',
      '指标编码',
      '编码',
      '代码',
      '编号',
      '三级指标编码',
      '*指标代码',
      '指标编码（9位）：',
      '绩效指标编码',
      '项目绩效指标编码',
      'Code',
    ],
    ['code', '指 标 编 码', '末级指标编码', '四级指标编码', '指标编号', '指标ID', '第三级编码', '预算绩效指标编码'],
    [
      'name',
      '指标名称',
      '三级指标',
      '三级指标名称',
      '指标',
      '名称',
      '指标内容',
      '具体指标',
      '四级指标',
      '绩效指标',
      '预算绩效指标名称',
    ],
    ['name', '共性指标名称', '指标编码及名称', '三级绩效指标', '第三级指标', 'name'],
    ['level1', '一级指标', '一级指标名称', '一级', '一级指标编码', 'Ⅰ级指标', '一级指标类型', '指标大类'],
    [
      'level2',
      '二级指标',
      '二级指标代码',
      '第二级',
      'II级指标',
      '二级分类',
      '二级绩效指标',
      '所属二级指标',
      '对应二级指标',
    ],
    ['unit', '计量单位', '单位', '度量单位', '指标值单位', '绩效度量单位'],
    ['kind', '取值类型', '数据类型', '指标值类型'],
    ['direction', '指标方向', '正反向', '运算符号', '指标极性'],
    ['explanation', '指标解释', '指标说明', '评价要点', '计算方法', '指标解释/计算方法', '说明（必填）'],
    ['aliases', '别名', '曾用名', '同义词', '原指标名称'],
    ['year', '年度', '启用年份', '版本', '入库年度'],
    ['source', '来源', '设置依据', '文件依据'],
    ['attribute', '指标类型', '指标性质', '指标属性', '定性/定量'],
    [
      'other',
      '序号',
      '备注',
      '指标值',
      '目标值',
      '权重',
      '项目名称',
      '项目编码',
      '单位名称',
      '单位编码',
      '科目编码',
      '2024年度目标值',
    ],
  ])('%s', (role, ...texts) => {
    expect(texts.map((text) => `${text} ${roleOf(text)}`)).toEqual(texts.map((text) => `${text} ${role}`));
  });

  test.each([
    '',
    '12',
    '扶持企业数量',
    '产出指标',
    '数量指标',
    '111002681',
    '预算指标文号',
    '张三',
    '指标库由市财政局负责解释和修订，自发布之日起施行',
    '__proto__',
    'constructor',
  ])('“%s”不是表头', (text) => expect(headingOf(text)).toBeNull());

  test.each<[readonly string[], string | null]>([
    [['绩效指标', '三级指标', '编码'], 'code'],
    [['绩效指标', '一级指标', '编码'], 'level1'],
    [['绩效指标', '二级指标', '名称'], 'level2'],
    [['指标信息', '名称'], 'name'],
    [['项目信息', '编码'], 'other'],
    [['项目信息', '名称'], 'other'],
    [['三级指标', '计量单位'], 'unit'],
    [['三级指标', '（9位）'], 'name'],
    [['某市', '某县'], null],
    [[], null],
  ])('上下几行：%j', (path, role) => {
    const heading = headingOfPath(path);
    expect(heading && heading.role).toBe(role);
  });
});
