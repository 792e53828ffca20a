import rule from '../../../../src/core/rules/text/truncated';
import { overallTarget, projectTarget, proseSheet } from '../../../support/build-form';
import { testRule } from '../../../support/test-rule';

const goal = (text: string) => projectTarget({ fields: { annualGoal: text } });

const CLINICS =
  '为提升基层医疗卫生服务能力，改善群众就医环境，按照市委、市政府的统一部署，对全县12个乡镇卫生院的业务用房进行维修改造，添置必要的诊疗设备';
const PARKING =
  '围绕群众反映强烈的停车难问题，新建智能立体停车库3座，改造路边泊位1200个，接入城市级停车平台的停车场达到200家';

testRule(rule, {
  passes: {
    有句号: goal(`${CLINICS}，方便群众就近看病。`),
    没有句号但写完了: goal(`${CLINICS}，方便群众就近看病`),
    以等结束的列举: goal(`${CLINICS}，解决看病远、看病难、住院贵等`),
    单独一个等字: goal(`${CLINICS}，解决看病远、看病难、住院贵的问题，等`),
    以文件名结束: goal(`${CLINICS}，依据《关于加快推进县域医共体建设的实施意见》`),
    以括号结束: goal(`${CLINICS}，方便群众就近看病（含村卫生室和巡回医疗）`),
    以金额结束: goal(`${CLINICS}，其中设备购置费320万元，维修改造费185.6万元`),
    以日期结束: goal(`${CLINICS}，主体工程验收时间为2025年10月31日`),
    '词尾恰是和、及、与、并': projectTarget({
      fields: {
        policyBasis: `${PARKING}，市区主干道拥堵情况有所缓和`,
        calculationBasis: `${CLINICS}，使基本公共卫生服务得到普及`,
        annualGoal: `${PARKING}，鼓励社会资本广泛参与`,
        longTermGoal: `${CLINICS}，推动两所镇卫生院合并`,
      },
    }),
    逗号后的两个字是完整的谓语: goal(`${PARKING}，公共停车服务水平得到进一步巩固，提高`),
    用逗号分开的短项: goal(`${CLINICS}：桌椅，电脑，空调，床，柜，灯，秤`),
    短文字不查: goal('改善群众就医环境，确保'),
    项目名称不查: projectTarget({ fields: { projectName: `${PARKING}，以及` } }),
    另起一行的署名: goal(`${CLINICS}，方便群众就近看病。\n李明`),
    部门整体支出的目标写完了: overallTarget({ goal: `${PARKING}，车位周转率提高到6次/日` }),
    正文在下一格接着写: proseSheet({
      lines: ['第一部分 部门概况', `${PARKING}，有效`, '缓解主干道拥堵。'],
    }),
  },
  fails: {
    逗号后只剩一个字: {
      form: goal(`${CLINICS}，提`),
      findings: [['B9', '文字在“，添置必要的诊疗设备，提”处中断，最后一句没有写完，请补全。']],
    },
    连着两个逗号: {
      form: goal(`${CLINICS}，,提`),
      findings: [['B9', '文字在“添置必要的诊疗设备，,提”处中断，最后一句没有写完，请补全。']],
    },
    逗号后只剩一个动词: {
      form: goal(`${PARKING}, 确保`),
      findings: [['B9', '文字在“车场达到200家, 确保”处中断，最后一句没有写完，请补全。']],
    },
    停在连词和上: {
      form: projectTarget({ fields: { policyBasis: `${PARKING}，方便市民出行和` } }),
      findings: [['B7', '文字在“200家，方便市民出行和”处中断，最后一句没有写完，请补全。']],
    },
    停在以及上: {
      form: projectTarget({ fields: { calculationBasis: `${CLINICS}，改善办公条件以及  ` } }),
      findings: [['B8', '文字在“疗设备，改善办公条件以及”处中断，最后一句没有写完，请补全。']],
    },
    停在顿号上: {
      form: goal(`${CLINICS}，用于支付设计费、监理费、`),
      findings: [['B9', '文字在“用于支付设计费、监理费、”处中断，最后一句没有写完，请补全。']],
    },
    句号后又开了一句: {
      form: overallTarget({ goal: `${PARKING}。同` }),
      findings: [['B10', '文字在“的停车场达到200家。同”处中断，最后一句没有写完，请补全。']],
    },
    正文段落没有写完: {
      form: proseSheet({ lines: ['第一部分 部门概况', '一、主要职责', `${PARKING}，并且`, '二、机构设置'] }),
      findings: [['A3', '文字在“停车场达到200家，并且”处中断，最后一句没有写完，请补全。']],
    },
  },
});
