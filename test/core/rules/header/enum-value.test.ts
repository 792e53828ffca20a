import rule from '../../../../src/core/rules/header/enum-value';
import { projectTarget } from '../../../support/build-form';
import { testRule } from '../../../support/test-rule';

const typed = (sheet: string, projectType: string) => projectTarget({ sheet, fields: { projectType } });

testRule(rule, {
  profile: {
    enumerations: {
      projectType: { values: ['31 履职类项目', '01 其他项目'], isComplete: false },
      allocationMethod: { values: ['项目法', '因素法'], isComplete: false },
      isNewProject: { values: ['是', '否'], isComplete: true },
    },
  },
  passes: {
    规定的写法: projectTarget({
      fields: { projectType: '01 其他项目', allocationMethod: '因素法', isNewProject: '是' },
    }),
    清单不完整时不管清单外的值: projectTarget({ fields: { projectType: '特定目标类', allocationMethod: '据实据效' } }),
    不带编号的另一种叫法: projectTarget({ fields: { projectType: '履职类项目' } }),
    勾选框: projectTarget({ fields: { isNewProject: '□是  ☑否' } }),
    首尾空格: projectTarget({ fields: { projectType: ' 31 履职类项目 ' } }),
    不适用: projectTarget({ fields: { allocationMethod: '/' } }),
    全工作簿都用本单位的写法: ['甲', '乙', '丙'].map((sheet) => typed(sheet, '31-履职类项目')),
    两种写法各半: [typed('甲', '21 民生类项目'), typed('乙', '21.民生类项目')],
    编号不同是不同的类型: [typed('甲', '15 其他经费'), typed('乙', '15 其他经费'), typed('丙', '16 其他经费')],
  },
  fails: {
    与方案的写法不同: {
      form: projectTarget({ fields: { projectType: '31.履职类项目' } }),
      findings: [['D4', '“项目类型”写作“31.履职类项目”，与规定的写法不同，应写为“31 履职类项目”。']],
      fixed: { D4: '31 履职类项目' },
    },
    与其他表的写法不同: {
      form: [typed('甲', '21 民生类项目'), typed('乙', '21 民生类项目'), typed('丙', '21、民生类项目')],
      findings: [['丙!D4', '“项目类型”写作“21、民生类项目”，与本工作簿其他2处的写法不同，应写为“21 民生类项目”。']],
      fixed: { '丙!D4': '21 民生类项目' },
    },
    不在完整的清单里: {
      form: projectTarget({ fields: { isNewProject: '延续项目' } }),
      findings: [['B5', '“是否新增项目”填为“延续项目”，不在规定的选项“是、否”之内，请改选。']],
    },
  },
});
