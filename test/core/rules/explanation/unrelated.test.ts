import rule from '../../../../src/core/rules/explanation/unrelated';
import { cleanRows, projectTarget, type IndicatorRow } from '../../../support/build-form';
import { testRule } from '../../../support/test-rule';
import { RIGHT_EXPLANATIONS, type ExplainedProject } from './right-explanations';

const level1Of = (level2: string): string =>
  /满意/.test(level2) ? '满意度指标' : /效益|影响/.test(level2) ? '效益指标' : '产出指标';

/** The project with other explanations under some of its names. */
const sheetOfProject = ({ project, goal, rows }: ExplainedProject, wrong: Readonly<Record<string, string>> = {}) =>
  projectTarget({
    sheet: project,
    fields: {
      projectName: project,
      annualGoal: goal,
      longTermGoal: goal,
      calculationBasis: '按上年决算测算，共100万元。',
    },
    rows: rows.map(([level2, name, value, explanation]): IndicatorRow => [
      level1Of(level2),
      `${level2}指标`,
      name,
      value,
      wrong[name] ?? explanation,
    ]),
  });

const projectNamed = (name: string): ExplainedProject => {
  const found = RIGHT_EXPLANATIONS.find(({ project }) => project === name);
  if (!found) throw new Error(`no such project: ${name}`);
  return found;
};
const withWrong = (project: string, wrong: Readonly<Record<string, string>>) =>
  sheetOfProject(projectNamed(project), wrong);

const formOf = (...rows: readonly (readonly [name: string, explanation: string, value?: string])[]) =>
  projectTarget({
    rows: cleanRows({ 数量: rows.map(([name, text, value = '≥3个']) => [name, value, text] as const) }),
  });

test('看似无关而正确的解释至少二百条', () => {
  expect(RIGHT_EXPLANATIONS.reduce((count, { rows }) => count + rows.length, 0)).toBeGreaterThanOrEqual(200);
});

testRule(rule, {
  passes: {
    各地各业正确的解释放在一个工作簿里: RIGHT_EXPLANATIONS.map((project) => sheetOfProject(project)),
    公式和数据来源: formOf(
      ['河道保洁里程', '考核图书采购数量÷年初计划×100%'],
      ['图书采购种数', '以河道保洁里程统计台账为准'],
    ),
    空泛的解释另有规则: formOf(['河道保洁里程', '该指标考察工作完成质量'], ['图书采购种数', '考察社会效益']),
    与名称相同: formOf(['河道保洁里程', '河道保洁里程'], ['图书采购种数', '图书采购种数']),
    不适用和涉密: formOf(['不适用', '考核河道保洁里程'], ['河道保洁里程', '不适用'], ['图书种数', '涉密内容不宜公开']),
    很长的解释: formOf(
      ['河道保洁里程', `考核图书采购数量，${'并结合全年各街道各社区的实际需要和布局，'.repeat(4)}统筹安排。`],
      ['图书采购数量', '到馆入库的册数'],
    ),
    用产出说明效益: projectTarget({
      rows: cleanRows({
        数量: [['河道保洁里程', '≥30公里', '巡河累计']],
        社会效益: [['提升群众幸福感', '有效提升', '考核河道保洁里程']],
      }),
    }),
    同一量词说的是同一件事: formOf(
      ['文化惠民供给场次', '考核送戏下乡演出场次', '≥30场'],
      ['送戏下乡演出观众', '到场看戏的人', '≥3万人次'],
    ),
    没有填别的内容的项目: projectTarget({
      fields: { projectName: '某项', annualGoal: '略', longTermGoal: '略', policyBasis: '略', calculationBasis: '略' },
      rows: [['产出指标', '时效指标', '工作完成时间', '12月底', '该指标主要考察巡展布展是否合格']],
    }),
  },
  fails: {
    说的是本项目另一行: {
      form: [
        withWrong('农村公路日常养护', {
          日常养护里程: '该指标主要考察小修工程处数',
          小修工程处数: '考核日常养护里程完成情况',
        }),
        withWrong('机关运行保障', { 安保人员: '该指标主要考察物业管理面积', 报修处理时间: '考核食堂就餐人数' }),
        withWrong('科技创新奖补', { 高企认定数: '考核技术合同成交额', 技术合同成交额: '考核研发投入强度' }),
        withWrong('就业创业扶持', { 线上线下活动场次: '考核新增就业人数' }),
        withWrong('重大动物疫病防控', { 监测样品数: '该指标主要考察无害化处理数量' }),
      ],
      findings: [
        [
          '农村公路日常养护!E12',
          '指标解释“该指标主要考察小修工程处数”说的是第13行的“小修工程处数”，与本行指标“日常养护里程”不符；请核对是否填错行或复制后忘了修改。',
        ],
        [
          '农村公路日常养护!E13',
          '指标解释“考核日常养护里程完成情况”说的是第12行的“日常养护里程”，与本行指标“小修工程处数”不符；请核对是否填错行或复制后忘了修改。',
        ],
        [
          '机关运行保障!E13',
          '指标解释“该指标主要考察物业管理面积”说的是第12行的“物业管理面积”，与本行指标“安保人员”不符；请核对是否填错行或复制后忘了修改。',
        ],
        [
          '机关运行保障!E16',
          '指标解释“考核食堂就餐人数”说的是第15行的“食堂就餐”，与本行指标“报修处理时间”不符；请核对是否填错行或复制后忘了修改。',
        ],
        [
          '科技创新奖补!E12',
          '指标解释“考核技术合同成交额”说的是第17行的“技术合同成交额”，与本行指标“高企认定数”不符；请核对是否填错行或复制后忘了修改。',
        ],
        [
          '科技创新奖补!E17',
          '指标解释“考核研发投入强度”说的是第16行的“研发投入强度”，与本行指标“技术合同成交额”不符；请核对是否填错行或复制后忘了修改。',
        ],
        [
          '就业创业扶持!E12',
          '指标解释“考核新增就业人数”说的是第13行的“新增就业”，与本行指标“线上线下活动场次”不符；请核对是否填错行或复制后忘了修改。',
        ],
        [
          '重大动物疫病防控!E13',
          '指标解释“该指标主要考察无害化处理数量”说的是第14行的“无害化处理数量”，与本行指标“监测样品数”不符；请核对是否填错行或复制后忘了修改。',
        ],
      ],
    },
    照抄别的项目的名称而没有开头: {
      form: [
        withWrong('农村公路日常养护', { 优良路率: '学前融合教育资源教室效果' }),
        projectTarget({
          sheet: '特殊教育',
          fields: { projectName: '特殊教育', annualGoal: '新建学前融合教育资源教室8间。', longTermGoal: '略' },
          rows: cleanRows({ 数量: [['学前融合教育资源教室数量', '≥8间', '验收单所列间数']] }),
        }),
      ],
      findings: [
        [
          '农村公路日常养护!E14',
          '指标解释“学前融合教育资源教室效果”说的像是项目“特殊教育”的“学前融合教育资源教室数量”，与本行指标“优良路率”不符；请核对是否复制后忘了修改。',
        ],
      ],
    },
    说的是别的项目: {
      form: [
        withWrong('农村公路日常养护', { 优良路率: '该指标主要考察助学金发放是否准确' }),
        withWrong('老旧小区改造', {}),
        withWrong('困难学生资助', {}),
        withWrong('重大动物疫病防控', { 疫情处置时间: '考核停车泊位数量' }),
      ],
      findings: [
        [
          '农村公路日常养护!E14',
          '指标解释“该指标主要考察助学金发放是否准确”说的像是项目“困难学生资助”的“助学金发放及时率”，与本行指标“优良路率”不符；请核对是否复制后忘了修改。',
        ],
        [
          '重大动物疫病防控!E16',
          '指标解释“考核停车泊位数量”说的像是项目“老旧小区改造”的“新增停车泊位”，与本行指标“疫情处置时间”不符；请核对是否复制后忘了修改。',
        ],
      ],
    },
    数的是别的东西: {
      form: [
        withWrong('老旧小区改造', { 改造楼栋: '该指标主要考察招录企业数量' }),
        withWrong('农村公路日常养护', { 日常养护里程: '考核参训学员数量' }),
      ],
      findings: [
        [
          '老旧小区改造!E13',
          '指标解释“该指标主要考察招录企业数量”说的是企业，而指标“改造楼栋”的目标值“≥96栋”以“栋”计；请核对解释是否填错行。',
        ],
        [
          '农村公路日常养护!E12',
          '指标解释“考核参训学员数量”说的是学员，而指标“日常养护里程”的目标值“≥320公里”以“公里”计；请核对解释是否填错行。',
        ],
      ],
    },
    项目里没有的事: {
      form: [
        withWrong('公共文化服务体系建设', { 完成及时率: '该指标主要考察溢洪道混凝土浇筑是否合格' }),
        withWrong('农村公路日常养护', { 任务按期完成率: '考核招录公益性岗位人数' }),
      ],
      findings: [
        [
          '公共文化服务体系建设!E17',
          '指标解释“该指标主要考察溢洪道混凝土浇筑是否合格”与指标“完成及时率”说的不是一件事，本项目其他内容也没有提到；请按本行指标重写解释。',
        ],
        [
          '农村公路日常养护!E16',
          '指标解释“考核招录公益性岗位人数”与指标“任务按期完成率”说的不是一件事，本项目其他内容也没有提到；请按本行指标重写解释。',
        ],
      ],
    },
  },
});
