import rule from '../../../../src/core/rules/form/duplicate-indicator';
import {
  cleanRows,
  codedTable,
  overallTarget,
  projectTarget,
  sheetOf,
  type CodedProjectSpec,
} from '../../../support/build-form';
import { testRule } from '../../../support/test-rule';

type CodedRow = CodedProjectSpec['rows'][number];
const quantity = (name: string, value: string): CodedRow => ['1-产出指标', '11-数量指标', name, value, value];
const names = (first: string, second: string) =>
  projectTarget({
    rows: cleanRows({
      社会效益: [[first, '有效', '甲']],
      可持续影响: [[second, '显著', '乙']],
    }),
  });

testRule(rule, {
  passes: {
    不适用的行: projectTarget({
      rows: cleanRows({
        生态效益: [
          ['不适用', '不适用'],
          ['不适用', '不适用'],
        ],
      }),
    }),
    说得更长的不适用: projectTarget({
      rows: cleanRows({
        生态效益: [['本项目不涉及', '不涉及']],
        可持续影响: [['本项目不涉及', '不涉及']],
      }),
    }),
    收尾的量不同: projectTarget({
      rows: cleanRows({
        质量: [['困难家庭临时补助发放准确率', '100%', '甲']],
        时效: [['困难家庭临时补助发放及时率', '100%', '乙']],
      }),
    }),
    同一对象的数量与满意度: names('参加技能培训人员数量', '参加技能培训人员满意度'),
    对象不同的同类指标: names('义务教育阶段困难学生资助人数', '普通高中阶段困难学生资助人数'),
    只差一个对举的字: names('提升小学教师课堂教学能力', '提升中学教师课堂教学能力'),
    行业不同: names('提高农业综合生产能力', '提高林业综合生产能力'),
    季度不同: names('完成第一季度河道水质改善', '完成第二季度河道水质改善'),
    短句换了一个词: names('提升居民健康水平', '提升居民文明水平'),
    否定: names('群众反映问题已得到妥善处理', '群众反映问题未得到妥善处理'),
    涉密: projectTarget({
      rows: cleanRows({
        数量: [
          ['涉密内容不宜公开', '涉密内容不宜公开'],
          ['涉密内容不宜公开', '涉密内容不宜公开'],
        ],
      }),
    }),
    不同项目用同一编码: codedTable([
      { name: '书屋建设', rows: [quantity('111000301-培训场次', '≥3场')] },
      { name: '馆员培训', rows: [quantity('111000301-培训场次', '≥3场')] },
    ]),
    名称合并跨两行: sheetOf(
      '表一',
      {
        A1: '项目支出绩效目标申报表',
        A2: '一级指标',
        B2: '二级指标',
        C2: '三级指标',
        D2: '指标值',
        A3: '产出指标',
        B3: '数量指标',
        C3: '义诊',
        D3: '≥12场',
        B4: '数量指标',
        D4: '≥900人次',
      },
      ['A3:A4', 'C3:C4'],
    ),
  },
  fails: {
    整体支出表同名: {
      form: overallTarget({
        rows: cleanRows({
          数量: [
            ['执法检查次数', '≥12次'],
            ['执法检查次数', '≥24次'],
          ],
        }),
      }),
      findings: [['D13', '三级指标“执法检查次数”与第12行同名；请合并为一行，或在名称中写明两者的区别。']],
    },
    编码相同: {
      form: codedTable([{ rows: [quantity('111000301-培训场次', '≥3场'), quantity('111000301-培训班次', '≥5次')] }]),
      findings: [['H4', '三级指标编码“111000301”与第3行重复；请删去其中一行，或改用所要考核的指标的编码。', 'error']],
    },
    同一项目分两段列出: {
      form: codedTable([
        { name: '河道清淤', rows: [quantity('111000302-清淤长度', '≥3公里'), quantity('111000303-巡查次数', '≥50次')] },
        { name: '河道清淤', rows: [quantity('111000302-清淤长度', '≥3公里'), quantity('111000304-清运量', '≥9吨')] },
      ]),
      findings: [['H5', '三级指标编码“111000302”与第3行重复；请删去其中一行，或改用所要考核的指标的编码。', 'error']],
    },
    名称和值都相同: {
      form: projectTarget({
        rows: cleanRows({
          数量: [
            ['1.义诊 场次', '≥12场', '甲'],
            ['2、义诊场次。', '>=12 场', '乙'],
          ],
        }),
      }),
      findings: [['C13', '三级指标“2、义诊场次。”与第12行的名称和指标值都相同；请删去重复的一行。', 'error']],
    },
    只有名称相同: {
      form: projectTarget({
        rows: cleanRows({
          数量: [
            ['义诊', '≥12场', '甲'],
            ['义诊', '≥900人次', '乙'],
          ],
        }),
      }),
      findings: [['C13', '三级指标“义诊”与第12行同名；请合并为一行，或在名称中写明两者的区别。']],
    },
    效益说法相近: {
      form: names('改善老旧小区人居环境，提高居民幸福感', '改善老旧小区的居住环境，提高居民幸福感'),
      findings: [
        [
          'C20',
          '三级指标“改善老旧小区的居住环境，提高居民幸福感”与第18行“改善老旧小区人居环境，提高居民幸福感”说法相近；请确认是否同一指标，重复的请合并。',
        ],
      ],
    },
    只差虚词和同义词: {
      form: names('创业担保贷款贴息拨付及时率', '创业担保贷款贴息发放及时率'),
      findings: [
        [
          'C20',
          '三级指标“创业担保贷款贴息发放及时率”与第18行“创业担保贷款贴息拨付及时率”说法相近；请确认是否同一指标，重复的请合并。',
        ],
      ],
    },
  },
});
