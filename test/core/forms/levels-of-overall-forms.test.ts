import { runReview } from '../../../src/core/review/run-review';
import { loadBuiltinResources } from '../../../src/session/builtin-resources';
import { workbookOf } from '../../support/build-form';
import { sheetOfPicture } from '../../support/sheet-picture';

const { rules, profiles, divisionCodes } = loadBuiltinResources();

const HEAD = `部门整体支出绩效目标表|<|<|<|<
（2024年度）|<|<|<|<
部门名称|<|某某区审计局|<|<
年度总体目标|依法履行审计监督职责，完成审计项目26个，提交审计报告30篇，审计整改率达到90%以上。|<|<|<
年度绩效指标|一级指标|二级指标|三级指标|指标值
`;

test.each([
  [
    '履职效能之下是数量、质量、时效',
    `^|履职效能|数量指标|完成审计项目个数|≥26个
^|^|数量指标|提交审计报告篇数|≥30篇
^|^|质量指标|审计发现问题整改率|≥90%
^|^|时效指标|审计项目按计划完成率|≥95%
^|社会效应|经济效益指标|审计促进增收节支金额|≥3000万元
^|^|社会效益指标|审计信息被采用篇数|≥15篇
^|^|服务对象满意度指标|被审计单位满意度|≥90%
^|可持续发展能力|可持续影响指标|审计人员参加培训人次|≥120人次`,
  ],
  [
    '履职效能之下兼有效益和成本，另有运行成本、管理效率',
    `^|运行成本|成本控制成效|公用经费控制率|≤100%
^|^|经济成本指标|人均公用经费|≤2.4万元
^|管理效率|预算管理|预算编制完整率|100%
^|^|财务管理|财务制度健全性|健全
^|^|质量指标|资产账实相符率|100%
^|履职效能|数量指标|完成审计项目个数|≥26个
^|^|数量指标|提交审计报告篇数|≥30篇
^|^|社会效益指标|审计信息被采用篇数|≥15篇
^|^|质量指标|审计发现问题整改率|≥90%
^|^|成本指标|单个审计项目成本|≤12万元
^|社会效应|社会公众满意度|社会公众满意度|≥90%
^|可持续发展能力|人才支撑|审计人员参加培训人次|≥120人次
^|^|数量指标|引进专业人才人数|≥3人`,
  ],
])('部门整体支出的一级指标：%s，没有错误和警告', (_name, rows) => {
  const workbook = workbookOf(sheetOfPicture('整体', HEAD + rows));
  const { findings, workbookForms } = runReview(workbook, { rules, profile: profiles[0], divisionCodes });
  expect(workbookForms.forms.map(({ projects }) => projects[0].indicators.length)).toEqual([rows.split('\n').length]);
  const alarms = findings.filter(({ severity }) => severity !== 'info');
  expect(alarms.map(({ ruleId, cell, message }) => `${ruleId} ${cell} ${message}`)).toEqual([]);
});
