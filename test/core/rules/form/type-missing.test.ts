import rule from '../../../../src/core/rules/form/type-missing';
import {
  cleanRows,
  CLEAN_CODED_ROWS,
  codedTable,
  overallTarget,
  projectTarget,
  type IndicatorRow,
} from '../../../support/build-form';
import { testRule } from '../../../support/test-rule';

const without = (...labels: readonly string[]): typeof CLEAN_CODED_ROWS =>
  CLEAN_CODED_ROWS.filter((row) => labels.indexOf(String(row[1])) < 0);

testRule(rule, {
  passes: {
    必填行由另一规则说: projectTarget({
      rows: cleanRows({ 服务对象满意度: [['不适用', '不适用']] }).map(([a, b, ...rest]): IndicatorRow => [
        a,
        b === '服务对象满意度指标' ? '*服务对象满意度指标' : b,
        ...rest,
      ]),
    }),
    缺行由另一规则说: projectTarget({ rows: cleanRows().filter((row) => row[1] !== '服务对象满意度指标') }),
    同一项目分几段列出: codedTable([
      { name: '水质监测', rows: CLEAN_CODED_ROWS.slice(0, 3) },
      { name: '水质监测', rows: CLEAN_CODED_ROWS.slice(3) },
    ]),
    同一项目的第二段不重写金额: codedTable([
      { name: '水质监测', rows: CLEAN_CODED_ROWS.slice(0, 3) },
      { name: '水质监测', unit: '', amount: ' ', overallGoal: '', rows: CLEAN_CODED_ROWS.slice(3) },
    ]),
    二级指标叫法未知: codedTable([
      {
        rows: [
          ...without('31-服务对象满意度'),
          ['3-满意度指标', '39-读者评价', '339000101-读者好评率', '≥95%', '≥95%'],
        ],
      },
    ]),
    涉密: projectTarget({
      rows: cleanRows().map(([a, b]): IndicatorRow => [a, b, '涉密内容不宜公开', '涉密内容不宜公开', null]),
    }),
  },
  fails: {
    整体支出表缺满意度: {
      form: overallTarget({ rows: cleanRows({ 服务对象满意度: [['不适用', '不适用']] }) }),
      findings: [['C3', '部门“南湖区文化服务中心”没有填写服务对象满意度指标；请补充。']],
    },
    空白模板: {
      form: projectTarget({
        rows: cleanRows().map(([a, b]): IndicatorRow => [a, b, null, null]),
        fields: {
          projectCode: null,
          projectName: null,
          applicantUnit: null,
          primaryBudgetUnit: null,
          implementationTerm: null,
          projectType: null,
          isNewProject: null,
          allocationMethod: null,
          totalAmount: null,
          annualAmount: null,
          policyBasis: null,
          calculationBasis: null,
          annualGoal: null,
          longTermGoal: null,
        },
      }),
      findings: [['D2', '项目“表一”的指标表没有填写任何指标；请填写。']],
    },
    缺数量指标: {
      form: codedTable([{ name: '河道清淤', rows: without('11-数量指标') }]),
      findings: [['B3', '项目“河道清淤”没有填写数量指标；请补充。']],
    },
    缺效益和满意度: {
      form: codedTable([{ name: '公园养护', rows: CLEAN_CODED_ROWS.slice(0, 2) }]),
      findings: [['B3', '项目“公园养护”没有填写效益指标、服务对象满意度指标、成本指标；请补充。']],
    },
    效益行都不适用: {
      form: projectTarget({ rows: cleanRows({ 社会效益: [['不适用', '不适用']], 可持续影响: [[null, null]] }) }),
      findings: [['D2', '项目“社区图书馆运行”没有填写效益指标；请补充。']],
    },
    只缺成本: {
      form: codedTable([{ name: '路灯维护', rows: without('14-成本指标') }]),
      findings: [['B3', '项目“路灯维护”没有填写成本指标；有成本控制要求的请补充。', 'info']],
    },
    指标表没有填写: {
      form: projectTarget({ rows: cleanRows().map(([a, b]): IndicatorRow => [a, b, null, null]) }),
      findings: [['D2', '项目“社区图书馆运行”的指标表没有填写任何指标；请填写。']],
    },
  },
});
