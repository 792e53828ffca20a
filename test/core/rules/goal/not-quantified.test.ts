import rule from '../../../../src/core/rules/goal/not-quantified';
import { codedTable, overallTarget, projectTarget } from '../../../support/build-form';
import { testRule } from '../../../support/test-rule';

const goal = (annualGoal: string) => projectTarget({ fields: { annualGoal } });
const MESSAGE = '“年度目标”没有写出数量（年份、日期、文号和序号不算），请写明当年要完成多少、达到什么程度。';

testRule(rule, {
  passes: {
    有数量: goal('培训馆员120人。'),
    有比率: goal('保障设备运行，完好率达到98%以上。'),
    以单位计量: goal('全年采集血液10万单位。'),
    有金额: goal('带动社会投资2亿元。'),
    有时间: goal('办理时限压缩至3个工作日。'),
    写成文字的数: goal('组织两场应急演练。'),
    零事故: goal('全年安全生产零事故。'),
    标签里也有数: goal('<p>目标：<br/>举办推介会5场</p>'),
    空白: goal(''),
    不适用: goal('不适用'),
    涉密: goal('涉密内容不宜公开。'),
    指向附件: goal('详见附件《2025年度工作计划》。'),
    编码表: codedTable(),
    整体支出: overallTarget(),
  },
  fails: {
    只有方向: {
      form: goal('加强馆员队伍建设，不断提升公共文化服务水平。'),
      findings: [['B9', MESSAGE]],
    },
    年份日期和文号: {
      form: goal('根据南府规〔2022〕8号，于2025年12月31日前完成2025年度图书采购。'),
      findings: [['B9', MESSAGE]],
    },
    序号和名称: {
      form: goal('1.保障12345热线运行；2.落实“5+3+1”政策；（3）建设一企一档，推进5G应用和第三次产业发展。'),
      findings: [['B9', MESSAGE]],
    },
    编码表的年度目标: {
      form: codedTable([
        {
          annualGoal: '采购图书、培训馆员。',
          rows: [['1-产出指标', '11-数量指标', '111000101-图书采购数量', '≥24000册', '≥8000册']],
        },
      ]),
      findings: [
        ['E3', '“年度绩效目标”没有写出数量（年份、日期、文号和序号不算），请写明当年要完成多少、达到什么程度。'],
      ],
    },
    整体支出: {
      form: overallTarget({ goal: '保障单位正常运转，提升服务水平。' }),
      findings: [
        ['B10', '“年度总体目标”没有写出数量（年份、日期、文号和序号不算），请写明当年要完成多少、达到什么程度。'],
      ],
    },
  },
});
