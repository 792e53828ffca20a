import subjects from '../../../../assets/classifications/budget-subjects.json';
import rule from '../../../../src/core/rules/budget/subject-name';
import { expenditure, EXPENDITURE_ROWS, expenditureWith } from '../../../support/budget-tables';
import { testRule } from '../../../support/test-rule';

testRule(rule, {
  subjects,
  passes: {
    名称与编码对应: expenditure(EXPENDITURE_ROWS),
    少写支出二字: expenditureWith('208 | 社会保障和就业支出', '208 | 社会保障和就业'),
    名称带括号说明: expenditureWith('2210201 | 住房公积金', '2210201 | 住房公积金（单位缴交部分）'),
    名称中有空格和全角标点: expenditureWith('22102 | 住房改革支出', '22102 | 住房 改革支出'),
    带序号: expenditureWith('221 | 住房保障支出', '221 | 三、住房保障支出'),
    科目表没有的编码: expenditureWith('2070109 | 群众文化', '2070188 | 新设科目'),
  },
  fails: {
    两行名称写反: {
      form: expenditure(
        EXPENDITURE_ROWS.replace('208 | 社会保障和就业支出', '208 | 住房保障支出').replace(
          '221 | 住房保障支出',
          '221 | 社会保障和就业支出',
        ),
      ),
      findings: [
        ['B9', '科目编码“208”对应的名称是“社会保障和就业支出”，表中写为“住房保障支出”，请核对编码和名称。'],
        ['B13', '科目编码“221”对应的名称是“住房保障支出”，表中写为“社会保障和就业支出”，请核对编码和名称。'],
      ],
    },
  },
});
