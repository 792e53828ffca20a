import general from '../../../../assets/profiles/general.json';
import { parseProfile } from '../../../../src/core/review/profile';
import { runReview } from '../../../../src/core/review/run-review';
import rule from '../../../../src/core/rules/form/level1-level2-mismatch';
import type { SheetContent } from '../../../../src/core/workbook/workbook-snapshot';
import { codedTable, overallTarget, projectTarget, sheetOf, workbookOf } from '../../../support/build-form';
import { testRule } from '../../../support/test-rule';

const HEAD = { A1: '项目支出绩效目标申报表', A2: '一级指标', B2: '二级指标', C2: '三级指标', D2: '指标值' };

const { mismatch, costPlace } = rule.messages;

testRule(
  { ...rule, messages: { mismatch } },
  {
    passes: {
      标签写法不同: projectTarget({
        rows: [
          ['项目产出', '*产出数量', '义诊场次', '≥12场'],
          ['效果指标', '可持续影响', '居民健康档案完整率', '≥95%'],
          ['效益指标', '满意度指标', '居民满意度', '≥90%'],
          ['成本指标', '经济成本指标', '单场义诊成本', '≤5000元'],
        ],
      }),
      成本仍列在产出下: projectTarget({ rows: [['产出指标', '成本指标', '单场义诊成本', '≤5000元']] }),
      旧模板的投入: projectTarget({ rows: [['投入', '时效指标', '资金到位及时率', '100%']] }),
      叫法未知: projectTarget({ rows: [['产出指标', '绿色发展指标', '节水量', '≥300吨']] }),
      一级指标漏写: sheetOf('表一', {
        ...HEAD,
        A3: '产出指标',
        B3: '数量指标',
        C3: '义诊场次',
        D3: '≥12场',
        B4: '社会效益指标',
        C4: '居民知晓率',
        D4: '≥80%',
      }),
    },
    fails: {
      整体支出表: {
        form: overallTarget({ rows: [['产出指标', '社会效益指标', '群众安全感', '≥95%']] }),
        findings: [
          ['C12', '二级指标“社会效益指标”属于效益指标，却填在一级指标“产出指标”下；请改正一级指标，或改选二级指标。'],
        ],
      },
      编码表: {
        form: codedTable([{ rows: [['2-效益指标', '12-质量指标', '212000101-验收合格率', '≥98%', '≥98%']] }]),
        findings: [
          ['G3', '二级指标“12-质量指标”属于产出指标，却填在一级指标“2-效益指标”下；请改正一级指标，或改选二级指标。'],
        ],
      },
      合并格多盖了一行: {
        form: sheetOf(
          '表一',
          {
            ...HEAD,
            A3: '产出',
            B3: '数量',
            C3: '义诊场次',
            D3: '≥12场',
            B4: '社会效益',
            C4: '居民知晓率',
            D4: '≥80%',
          },
          ['A3:A4'],
        ),
        findings: [['B4', '二级指标“社会效益”属于效益指标，却填在一级指标“产出”下；请改正一级指标，或改选二级指标。']],
      },
    },
  },
);

const costFirst = projectTarget({ rows: [['成本指标', '经济成本指标', '单场义诊成本', '≤5000元']] });
const costSecond = projectTarget({ rows: [['产出指标', '成本指标', '单场义诊成本', '≤5000元']] });

describe('方案规定成本列在产出下', () => {
  testRule(
    { ...rule, messages: { costPlace } },
    {
      profile: { costLevel: 'second', name: '南湖区' },
      passes: {
        成本在产出下: costSecond,
        整体支出表另有模板: overallTarget({ rows: [['成本指标', '经济成本指标', '人均公用经费', '≤2万元']] }),
        旧模板的投入: projectTarget({ rows: [['投入', '成本指标', '单场义诊成本', '≤5000元']] }),
        一级指标是成本而二级留空: projectTarget({ rows: [['成本指标', '', '单场义诊成本', '≤5000元']] }),
      },
      fails: {
        成本成了一级指标: {
          form: costFirst,
          findings: [
            ['B12', '“经济成本指标”填在一级指标“成本指标”下，“南湖区”的模板把它列在产出指标下；请移到产出指标。'],
          ],
        },
      },
    },
  );
});

describe('方案规定成本是一级指标', () => {
  const clean = projectTarget({ rows: [['产出指标', '数量指标', '义诊场次', '≥12场']] });
  test('只有列在产出下的成本不对', () => {
    const found = (sheet: SheetContent) =>
      runReview(workbookOf(sheet), {
        rules: [rule],
        profile: parseProfile({ ...general, costLevel: 'first', name: '南湖区' }),
        divisionCodes: null,
      }).findings.map(({ cell, message }) => [cell, message]);
    expect(found(costFirst)).toEqual([]);
    expect(found(clean)).toEqual([]);
    expect(found(costSecond)).toEqual([
      ['B12', '“成本指标”填在一级指标“产出指标”下，“南湖区”的模板把它列在成本指标下；请移到成本指标。'],
    ]);
  });
});
