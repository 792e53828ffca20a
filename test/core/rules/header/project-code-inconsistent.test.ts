import rule from '../../../../src/core/rules/header/project-code-inconsistent';
import { projectTarget } from '../../../support/build-form';
import { testRule } from '../../../support/test-rule';

const formOf = (sheet: string, projectCode: string | number, applicantUnit = '长湖区体育事业中心') =>
  projectTarget({ sheet, fields: { projectCode, applicantUnit } });

const REGULAR = [
  formOf('表一', '310107251020100905010'),
  formOf('表二', '310107251020100905011'),
  formOf('表三', '310107241021500205012'),
];

testRule(rule, {
  passes: {
    区划和部门都相同: [...REGULAR, formOf('表四', '310107231020300305013')],
    只有一个项目可比: [REGULAR[0], formOf('表四', '310101251020100905013')],
    部门段只有两个项目可比: [...REGULAR.slice(0, 2), formOf('表四', '310107251200100905013')],
    另一个单位的项目: [...REGULAR, formOf('表四', '310107251150100905013', '长湖区档案馆')],
    上级安排的项目: [...REGULAR, formOf('表四', '310000251020100905013')],
    部门本来就不一致: [...REGULAR, formOf('表四', '310107251150100905013'), formOf('表五', '310107251160100905014')],
    带字母的编码没有部门段: [...REGULAR, formOf('表四', '31010725T000000409668')],
    存成数值的编码归另一条规则: [...REGULAR, formOf('表四', 440305250060100900000)],
  },
  fails: {
    区划段抄错: {
      form: [...REGULAR, formOf('表四', '310170251020100905013')],
      findings: [
        [
          '表四!B2',
          '项目编码“310170251020100905013”的区划段“310170”与本工作簿同一单位其他3个项目的“310107”不同，请对照预算系统核对。',
        ],
      ],
    },
    区划段有两个项目可比: {
      form: [...REGULAR.slice(0, 2), formOf('表四', '310101251020100905013')],
      findings: [
        [
          '表四!B2',
          '项目编码“310101251020100905013”的区划段“310101”与本工作簿同一单位其他2个项目的“310107”不同，请对照预算系统核对。',
        ],
      ],
    },
    部门段抄错: {
      form: [...REGULAR, formOf('表四', '310107251200100905013')],
      findings: [
        [
          '表四!B2',
          '项目编码“310107251200100905013”的部门段（第9至11位）“120”与本工作簿同一单位其他3个项目的“102”不同，请对照预算系统核对。',
        ],
      ],
    },
  },
});
