import type { FieldKey } from '../../../../src/core/forms/form';
import rule from '../../../../src/core/rules/form/text-shared-by-projects';
import type { SheetContent } from '../../../../src/core/workbook/workbook-snapshot';
import { CLEAN_CODED_ROWS, codedTable, projectTarget } from '../../../support/build-form';
import { testRule } from '../../../support/test-rule';

type Texts = Partial<Record<FieldKey, string>>;

let count = 0;

/** A project of its own: what a case does not say is unlike in every other form. */
function project(projectName: string, texts: Texts): SheetContent {
  count += 1;
  const own = '甲乙丙丁戊己庚辛壬癸'.charAt(count % 10).repeat(30);
  const others = { policyBasis: own, calculationBasis: own, annualGoal: own, longTermGoal: own };
  return projectTarget({ sheet: projectName, fields: { projectName, ...others, ...texts } });
}

const pair = (key: FieldKey, first: string, second: string, names = ['河道清淤', '路灯更换']): SheetContent[] => [
  project(names[0], { [key]: first }),
  project(names[1], { [key]: second }),
];

const same = (key: FieldKey, text: string): SheetContent[] => pair(key, text, text);

const GOAL =
  '全年按计划完成各项工作任务，保障设施安全稳定运行，及时处理群众反映的问题，不断提升群众的获得感、幸福感和满意度。';
const QUOTE = '全年按计划完成各项工作任务，保障设施安全稳定运行…';

const coded = (name: string, annualGoal: string) => ({
  name,
  annualGoal,
  overallGoal: `${name}按期完成，形成长效机制，效果由第三方评估。`.repeat(name.length),
  rows: CLEAN_CODED_ROWS,
});

testRule(rule, {
  passes: {
    同一项目的年度和长期目标相同: project('河道清淤', { annualGoal: GOAL, longTermGoal: GOAL }),
    不同栏目相同: [project('河道清淤', { annualGoal: GOAL }), project('路灯更换', { longTermGoal: GOAL })],
    同一项目列了两次: pair('annualGoal', GOAL, GOAL, ['河道清淤', '河道清淤 ']).map((sheet, index) => ({
      ...sheet,
      name: `表${index}`,
    })),
    不足二十字: same('annualGoal', '按时完成全年各项工作任务。'),
    涉密: same('annualGoal', '该项目为涉密项目，内容不宜公开，绩效目标另行报送。'),
    不适用: same('longTermGoal', '不适用（本项目为一次性项目，实施期一年，没有长期目标）'),
    依据同一份文件: same('policyBasis', '根据《长湖区市政设施养护管理办法》（长府规〔2023〕5号）设立。'),
    依据同一次会议纪要: same('policyBasis', '根据长湖区人民政府常务会议纪要（2024）第17号议定事项安排本项目经费。'),
    都见附件: same('calculationBasis', '详见附件三《二级项目支出预算测算明细表》，按财政定额标准逐项测算。'),
    数量各是各的: pair(
      'annualGoal',
      '2025年完成城区背街小巷路灯更换120盏，亮灯率达到98%，保障居民夜间出行安全和道路畅通，全年不发生安全责任事故。',
      '2025年完成城区背街小巷路灯更换860盏，亮灯率达到98%，保障居民夜间出行安全和道路畅通，全年不发生安全责任事故。',
      ['东片路灯更换', '西片路灯更换'],
    ),
    姊妹项目各写各的对象: pair(
      'annualGoal',
      '全年保持东湖公园绿地整洁，乔木灌木修剪及时，病虫害得到有效控制，为周边居民提供良好的休闲环境和活动场所。',
      '全年保持南湖公园绿地整洁，乔木灌木修剪及时，病虫害得到有效控制，为周边居民提供良好的休闲环境和活动场所。',
      ['东湖公园养护', '南湖公园养护'],
    ),
    差别较多: pair(
      'annualGoal',
      '完成展厅设备更新，向来访企业展示城市建设、产业发展和营商环境，服务招商引资工作。',
      '保障展厅日常开放，向来访企业展示城市建设、产业发展和营商环境，服务招商引资工作。',
    ),
    句式相同内容不同: pair(
      'calculationBasis',
      '购置办公桌椅40套，每套1200元，共4.8万元；安装调试费0.5万元；合计5.3万元。',
      '印制宣传手册8000本，每本6元，共4.8万元；设计制作费0.5万元；合计5.3万元。',
    ),
    只有一个项目: project('河道清淤', { annualGoal: GOAL }),
  },
  fails: {
    年度目标相同: {
      form: same('annualGoal', GOAL),
      findings: [
        [
          '路灯更换!B9',
          `“年度目标”（${QUOTE}）与项目“河道清淤”（工作表“河道清淤”B9）的完全相同；请按本项目的内容填写。`,
        ],
      ],
    },
    三个项目相同都指向第一个: {
      form: [...same('annualGoal', GOAL), project('公厕管养', { annualGoal: GOAL })],
      findings: [
        [
          '路灯更换!B9',
          `“年度目标”（${QUOTE}）与项目“河道清淤”（工作表“河道清淤”B9）的完全相同；请按本项目的内容填写。`,
        ],
        [
          '公厕管养!B9',
          `“年度目标”（${QUOTE}）与项目“河道清淤”（工作表“河道清淤”B9）的完全相同；请按本项目的内容填写。`,
        ],
      ],
    },
    只差标点和空格: {
      form: pair('longTermGoal', GOAL, GOAL.replace(/，/g, ', ')),
      findings: [
        [
          '路灯更换!B10',
          '“长期目标”（全年按计划完成各项工作任务, 保障设施安全稳定运…）与项目“河道清淤”（工作表“河道清淤”B10）的完全相同；请按本项目的内容填写。',
        ],
      ],
    },
    只改了一个字: {
      form: pair('annualGoal', GOAL, GOAL.replace('不断', '持续')),
      findings: [
        [
          '路灯更换!B9',
          `“年度目标”（${QUOTE}）与项目“河道清淤”（工作表“河道清淤”B9）的只差2个字；请按本项目的内容填写。`,
        ],
      ],
    },
    政策依据没有写文件: {
      form: same('policyBasis', '根据区委区政府工作部署和本单位职能需要，特申请设立本项目。'),
      findings: [
        [
          '路灯更换!B7',
          '“政策依据”（根据区委区政府工作部署和本单位职能需要，特申请设…）与项目“河道清淤”（工作表“河道清淤”B7）的完全相同；请按本项目的内容填写。',
        ],
      ],
    },
    测算依据相同: {
      form: same('calculationBasis', '参照近三年实际支出情况，结合本年度工作计划和物价水平测算。'),
      findings: [
        [
          '路灯更换!B8',
          '“测算依据”（参照近三年实际支出情况，结合本年度工作计划和物价…）与项目“河道清淤”（工作表“河道清淤”B8）的完全相同；请按本项目的内容填写。',
        ],
      ],
    },
    编码表里照搬: {
      form: codedTable([coded('河道清淤', GOAL), coded('路灯更换', '更换路灯300盏。'), coded('公厕管养', GOAL)]),
      findings: [['E13', `“年度绩效目标”（${QUOTE}）与项目“河道清淤”（E3）的完全相同；请按本项目的内容填写。`]],
    },
  },
});
