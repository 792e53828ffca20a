import rule from '../../../../src/core/rules/text/width-mixed';
import {
  cleanRows,
  CLEAN_CODED_ROWS,
  codedTable,
  overallTarget,
  projectTarget,
  proseSheet,
} from '../../../support/build-form';
import { testRule } from '../../../support/test-rule';

const NO_MARKS = cleanRows({
  数量: [['图书采购数量', '≥8000册', '以入库单为准']],
  质量: [['验收合格率', '≥98%', '合格册数占到货册数的比例']],
  时效: [['上架时间', '2025年12月31日前', '截止日期']],
  社会效益: [['借阅量增长率', '≥5%', '较上年增加的比例']],
});

/** A form whose texts hold no other marks than the given ones. */
const form = (policyBasis: string, annualGoal = '全年开放', remark?: string) =>
  projectTarget({
    fields: { policyBasis, calculationBasis: '图书采购60万元', annualGoal, longTermGoal: '持续开放' },
    rows: NO_MARKS,
    remark,
  });

testRule(rule, {
  passes: {
    全用全角: form('采购设备，开展培训；完成验收：合格。', '巡查（含夜间），整改'),
    全用半角: form('采购设备,开展培训;完成验收:合格', '巡查(含夜间),整改'),
    不同的标点各有宽度: form('采购设备,开展培训（含线上）；完成验收', '巡查,整改（含复查）'),
    标签和备注是模板印好的: form('采购设备,开展培训', '巡查,整改', '备注：作为导入模板，置灰信息无需录入。'),
    数字里的逗号和冒号: form('预算2,211万元，其中设备1,050万元，比例1:3，时间9:30', '巡查，整改'),
    半角括号里只有编号: form('(1)采购设备（含安装），(2)开展培训', '1)巡查（含夜间），2)整改'),
    半角括号里只有年份: form('实施方案(2025)，建设规模（含二期）'),
    书名号里的按原文: form('《节约能源法(2018修正)》（主席令第16号），《办法(试行),附则》'),
    网址: form('见http://www.example.gov.cn，联系：办公室'),
    外文之间: form('采用AI, IoT等技术，建设平台'),
    编码表的指标名称来自指标库: codedTable([
      {
        overallGoal: '购买服务（含审计），按期完成',
        rows: [['1-产出指标', '11-数量指标', '111002008-购买(审计、考核)课题数量', '≥4个', '≥2个']],
      },
    ]),
    项目名称来自项目库: projectTarget({
      fields: { projectName: '公园养护(2025年)', annualGoal: '养护公园（含绿道）12个' },
    }),
    指标值不算文字: projectTarget({ rows: cleanRows({ 数量: [['培训', '4期,500人次', '签到表，台账。']] }) }),
  },
  fails: {
    逗号混用: {
      form: form('采购设备，开展培训, 完成验收', '巡查,整改'),
      findings: [['B7', '本表填写的文字中“，”（1处）与“,”（2处）混用，请统一为全角标点。']],
      fixed: { B7: '采购设备，开展培训，完成验收', B9: '巡查，整改' },
    },
    两栏各用一种: {
      form: form('采购设备；开展培训', '巡查;整改'),
      findings: [['B9', '本表填写的文字中“；”（1处）与“;”（1处）混用，请统一为全角标点。']],
      fixed: { B9: '巡查；整改' },
    },
    一对括号一半一半: {
      form: form('设备费（含安装)，培训费(含教材）'),
      findings: [['B7', '本表填写的文字中“（”（2处）与“(”（2处）混用，请统一为全角标点。']],
      fixed: { B7: '设备费（含安装），培训费（含教材）' },
    },
    几种标点都混用: {
      form: form('内容:采购，培训', '要求：巡查,整改'),
      findings: [['B7', '本表填写的文字中“：”（1处）与“:”（1处）、“，”（1处）与“,”（1处）混用，请统一为全角标点。']],
      fixed: { B7: '内容：采购，培训', B9: '要求：巡查，整改' },
    },
    整体支出表: {
      form: overallTarget({ goal: '采购图书8000册,培训馆员120人，全年开放。' }),
      findings: [['B10', '本表填写的文字中“，”（3处）与“,”（1处）混用，请统一为全角标点。']],
      fixed: { B10: '采购图书8000册，培训馆员120人，全年开放。' },
    },
    正文: {
      form: proseSheet({
        lines: ['第二部分 收支情况', '2025年收入600万元,比上年增加50万元，增长9.1%。'],
      }),
      findings: [['A2', '本表填写的文字中“，”（1处）与“,”（1处）混用，请统一为全角标点。']],
      fixed: { A2: '2025年收入600万元，比上年增加50万元，增长9.1%。' },
    },
    编码表的目标: {
      form: codedTable([
        { overallGoal: '购买服务,按期完成', annualGoal: '购买服务，按期完成', rows: CLEAN_CODED_ROWS },
      ]),
      findings: [['D3', '本表填写的文字中“，”（1处）与“,”（1处）混用，请统一为全角标点。']],
      fixed: { D3: '购买服务，按期完成' },
    },
    有公式得出的文字时不代改: {
      form: projectTarget({
        fields: { policyBasis: { value: '巡查,整改', formula: 'Sheet2!A1' }, annualGoal: '巡查，整改' },
        rows: NO_MARKS,
      }),
      findings: [['B7', '本表填写的文字中“，”（3处）与“,”（1处）混用，请统一为全角标点。']],
    },
  },
});

describe('方案规定用半角时', () => {
  testRule(rule, {
    profile: { punctuationWidth: 'half' },
    passes: { 全用全角: form('采购设备，开展培训') },
    fails: {
      统一为半角: {
        form: form('采购设备，开展培训,完成验收'),
        findings: [['B7', '本表填写的文字中“，”（1处）与“,”（1处）混用，请统一为半角标点。']],
        fixed: { B7: '采购设备,开展培训,完成验收' },
      },
    },
  });
});
