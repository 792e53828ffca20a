import rule from '../../../../src/core/rules/budget/cross-table';
import { budgetSheet, expenditure, EXPENDITURE_ROWS, expenditureWith } from '../../../support/budget-tables';
import { sheetOfPicture } from '../../../support/sheet-picture';
import { projectTarget } from '../../../support/build-form';
import { testRule } from '../../../support/test-rule';

const sides = (total: string, culture = '#120.00', unit = '万元') =>
  sheetOfPicture(
    '收支总表',
    `收支总表
部门名称：南湖区文化服务中心 | | 单位：${unit}
收入 | < | 支出 | <
项目 | 预算数 | 项目 | 预算数
一、一般公共预算拨款收入 | ${total} | 一、文化旅游体育与传媒支出 | ${culture}
本年收入合计 | ${total} | 本年支出合计 | ${total}
收入总计 | ${total} | 支出总计 | ${total}`,
  );

const general = (culture: string) =>
  budgetSheet(
    '一般公共预算支出表（按功能分类）',
    `科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
合计 | | #150.00 | #90.00 | #60.00
207 | 文化旅游体育与传媒支出 | ${culture} | #60.00 | #60.00`,
    '表7',
  );

const project = (annual: number, name = '社区图书馆运行') =>
  projectTarget({
    sheet: name,
    fields: { projectName: name, annualAmount: { value: annual, text: annual.toFixed(2), numberFormat: '0.00' } },
  });

const projects = (first: string, title = '项目支出总表') =>
  budgetSheet(
    title,
    `项目名称 | 合计 | 一般公共预算 | 政府性基金
合计 | #60.00 | #60.00 | -
社区图书馆运行 | ${first} | ${first} | -
文化下乡 | #20.00 | #20.00 | -`,
    '项目表',
  );

/** 收支总表 as in 深圳: 款 and 项 by name below their 类. */
const named = (library: string) =>
  budgetSheet(
    '收支总表',
    `收入 | < | 支出 | <
项目 | 预算数 | 项目 | 预算数
一、一般公共预算拨款收入 | #150.00 | 一、文化旅游体育与传媒支出 | #120.00
 | | 文化和旅游 | #120.00
 | | 图书馆 | ${library}
 | | 群众文化 | #50.00
 | | 二、社会保障和就业支出 | #18.00
 | | 三、住房保障支出 | #12.00
本年收入合计 | #150.00 | 本年支出合计 | #150.00`,
  );

testRule(rule, {
  passes: {
    申报表与项目支出表一致: [project(40), projects('#40.00')],
    项目支出表里没有这个项目: [project(99, '图书流动车购置'), projects('#40.00')],
    一般公共预算项目支出表只列一部分资金: [project(50), projects('#40.00', '一般公共预算项目支出表')],
    项目之和少于项目支出: [project(40), expenditure(EXPENDITURE_ROWS)],
    别的部门的申报表: [
      projectTarget({ fields: { applicantUnit: '南湖区体育中心', annualAmount: 100 } }),
      expenditure(EXPENDITURE_ROWS),
    ],
    按名称列的款项一致: [named('#70.00'), expenditure(EXPENDITURE_ROWS)],
    各表一致: [sides('#150.00'), expenditure(EXPENDITURE_ROWS), general('#120.00')],
    一张元一张万元: [sides('#1,500,000.00', '#1,200,000.00', '元'), expenditure(EXPENDITURE_ROWS)],
    两个部门的表不互相比: [sides('#99.00'), expenditure(EXPENDITURE_ROWS, '甲'), expenditure(EXPENDITURE_ROWS, '乙')],
    总数不是一笔钱时不逐科目比: [
      expenditure(EXPENDITURE_ROWS),
      budgetSheet(
        '一般公共预算支出表（按功能分类）',
        '科目编码 | 科目名称 | 合计\n合计 | | #80.00\n207 | 文化旅游体育与传媒支出 | #80.00',
        '表7',
      ),
    ],
    基本支出表只与基本支出比: [
      expenditure(EXPENDITURE_ROWS),
      budgetSheet('基本支出总表', '科目编码 | 科目名称 | 合计\n合计 | | #90.00\n301 | 工资福利支出 | #90.00', '表4'),
    ],
  },
  fails: {
    申报表与项目支出表不一致: {
      form: [project(45), projects('#40.00')],
      findings: [
        [
          '社区图书馆运行!D6',
          '“社区图书馆运行”的本年度金额在本表为 45.00万元，与“项目支出总表”中的数 40.00万元相差 5.00万元，两表应当一致，请核对。',
        ],
      ],
    },
    项目之和多于项目支出: {
      form: [project(40), project(35, '文化下乡服务'), expenditure(EXPENDITURE_ROWS)],
      findings: [
        [
          '支出总表!E4',
          '“项目支出”为 60.00万元，小于工作簿中 2 个项目的本年度金额之和 75.00万元，相差 15.00万元，请核对。',
          'warning',
        ],
      ],
    },
    按名称列的项不一致: {
      form: [named('#60.00'), expenditure(EXPENDITURE_ROWS)],
      findings: [
        [
          '支出总表!C7',
          '“图书馆”在本表为 70.00万元，与“收支总表”中的数 60.00万元相差 10.00万元，两表应当一致，请核对。',
        ],
      ],
    },
    支出合计不一致: {
      form: [sides('#150.00', '#150.00'), expenditureWith('合计 | | #150.00', '合计 | | #105.00')],
      findings: [
        [
          '支出总表!C4',
          '“本年支出合计”在本表为 105.00万元，与“收支总表”中的数 150.00万元相差 45.00万元，两表应当一致，请核对。',
        ],
      ],
    },
    同一科目两张表不同: {
      form: [expenditure(EXPENDITURE_ROWS), general('#102.00')],
      findings: [
        [
          '表7!C5',
          '“207 文化旅游体育与传媒支出”在本表为 102.00万元，与“支出总表”中的数 120.00万元相差 18.00万元，两表应当一致，请核对。',
        ],
      ],
    },
    差一个末位只提醒: {
      form: [expenditure(EXPENDITURE_ROWS), general('#120.01')],
      findings: [
        [
          '表7!C5',
          '“207 文化旅游体育与传媒支出”在本表为 120.01万元，与“支出总表”中的数 120.00万元相差 0.01万元，可能是取整造成的，请核对两表。',
          'warning',
        ],
      ],
    },
    单位写错: {
      form: [sides('#1,500,000.00', '#1,200,000.00'), expenditure(EXPENDITURE_ROWS)],
      findings: [
        [
          '支出总表!C4',
          '“本年支出合计”在本表为 150.00万元，与“收支总表”中的数 1,500,000.00万元相差约一万倍，疑似元、万元混用，请核对两表的单位。',
        ],
      ],
    },
  },
});
