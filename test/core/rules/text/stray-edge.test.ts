import rule from '../../../../src/core/rules/text/stray-edge';
import { overallTarget, projectTarget, proseSheet } from '../../../support/build-form';
import { testRule } from '../../../support/test-rule';

const goal = (text: string) => projectTarget({ fields: { annualGoal: text } });

testRule(rule, {
  passes: {
    只有一部分加引号: goal('“双随机、一公开”监管全覆盖，“互联网+监管”平台全年在线。'),
    首尾各有一对引号: goal('“一网通办”事项达到300项，建成“无证明城市”'),
    引号里是一个名称: goal('“百千万工程示范村建设行动”'),
    引文作政策依据: projectTarget({ fields: { policyBasis: '“十四五”时期，继续实施農村厕所改造”。' } }),
    整段引用文件原文作依据: projectTarget({
      fields: { policyBasis: '“各级政府应当将所需经费列入本级预算，予以保障。”' },
    }),
    以引号内的句号结束: goal('落实市委“一年一变样，三年大变样。”'),
    以数结束: goal('全年完成设备巡检48次，合格率达到99.5%'),
    以年份结束的句子: goal('项目自2023年开始，持续到2027'),
    英文缩写后的数: goal('建成光伏电站1座，装机容量5.2'),
    以叹号结束: goal('坚决打赢污染防治攻坚战！'),
    以问号叹号结束: goal('如何保障冬季供暖？！'),
    省略号: goal('开展读书会、讲座、展览……'),
    三个句号代替省略号: goal('开展读书会、讲座、展览。。。'),
    以括号结束: goal('完成绿化养护12万平方米（含行道树修剪）。'),
    指标名称另有规则: projectTarget({ rows: [['产出指标', '数量指标', '养护面积。。', '≥12万平方米', '按台账。']] }),
  },
  fails: {
    整段套在引号里: {
      form: goal('  “保障全县饮水工程正常运行，“千吨万人”水源地水质达标。”'),
      findings: [['B9', '整段文字套在一对引号里，请删去首尾的引号。']],
      fixed: { B9: '  保障全县饮水工程正常运行，“千吨万人”水源地水质达标。' },
    },
    从别处粘贴带来直引号: {
      form: projectTarget({ fields: { policyBasis: '"《公路法》第八条；《农村公路养护管理办法》。"' } }),
      findings: [['B7', '整段文字套在一对引号里，请删去首尾的引号。']],
      fixed: { B7: '《公路法》第八条；《农村公路养护管理办法》。' },
    },
    句号后多一个数字: {
      form: goal('完成桥梁定期检查36座。1'),
      findings: [['B9', '最后一句之后多出“1”，请删去。']],
      fixed: { B9: '完成桥梁定期检查36座。' },
    },
    另起一行的空编号: {
      form: goal('1.完成桥梁检查36座。\n2.'),
      findings: [['B9', '最后一句之后多出“2.”，请删去。']],
      fixed: { B9: '1.完成桥梁检查36座。' },
    },
    两个句号: {
      form: proseSheet({ lines: ['第八部分 其他需要说明的情况', '本单位属于公益一类事业单位，无机关运行经费。。'] }),
      findings: [['A2', '末尾连用了“。。”，请只留一个句号。']],
      fixed: { A2: '本单位属于公益一类事业单位，无机关运行经费。' },
    },
    分号加句号: {
      form: overallTarget({ goal: '完成农村公路养护320公里；。' }),
      findings: [['B10', '末尾连用了“；。”，请只留一个句号。']],
      fixed: { B10: '完成农村公路养护320公里。' },
    },
    句号加分号: {
      form: goal('完成农村公路养护320公里。；\n'),
      findings: [['B9', '末尾连用了“。；”，请只留一个句号。']],
      fixed: { B9: '完成农村公路养护320公里。\n' },
    },
    公式得出的文字不改: {
      form: projectTarget({
        fields: { annualGoal: { value: '完成森林防火演练3次。。', formula: 'Sheet2!A1' } },
      }),
      findings: [['B9', '末尾连用了“。。”，请只留一个句号。']],
    },
  },
});
