import rule from '../../../../src/core/rules/header/project-code-digits-lost';
import { projectTarget } from '../../../support/build-form';
import { testRule } from '../../../support/test-rule';

testRule(rule, {
  passes: {
    中间连续为零: projectTarget({ fields: { projectCode: '310107250000000005001' } }),
    末尾四个零: projectTarget({ fields: { projectCode: '310107250060100910000' } }),
    十五位以内的数值编码: projectTarget({ fields: { projectCode: 202500118 } }),
    其他编码系统以零结尾: projectTarget({ fields: { projectCode: 'XM2025-100000' } }),
    带字母的二十一位编码: projectTarget({ fields: { projectCode: '11010122T000000400000' } }),
  },
  fails: {
    存成数值: {
      form: projectTarget({
        fields: {
          projectCode: { value: 310107250060100900000, text: '3.10107E+20', rawNumber: '3.1010725006010091E+20' },
        },
      }),
      findings: [
        [
          'B2',
          '项目编码“310107250060100900000”存成了数值，Excel 只保留前 15 位，其余数字已丢失且无法恢复，请对照预算系统以文本格式重新填写。',
        ],
      ],
    },
    文件中是浮点数展开的数字: {
      form: projectTarget({
        fields: { projectCode: { value: 440305241150100000000, rawNumber: String(BigInt(440305241150100000000)) } },
      }),
      findings: [
        [
          'B2',
          '项目编码“440305241150100000000”存成了数值，Excel 只保留前 15 位，其余数字已丢失且无法恢复，请对照预算系统以文本格式重新填写。',
        ],
      ],
    },
    文件中尚存全部数字: {
      form: projectTarget({
        fields: { projectCode: { value: 310107250060100905017, rawNumber: '310107250060100905017' } },
      }),
      findings: [
        [
          'B2',
          '项目编码存成了数值，文件中尚存全部数字“310107250060100905017”，在 Excel 中保存后即会丢失，请改为文本格式。',
        ],
      ],
      fixed: { B2: '310107250060100905017' },
    },
    公式算出的数值不改: {
      form: projectTarget({
        fields: {
          projectCode: { value: 310107250060100905017, rawNumber: '310107250060100905017', formula: '台账!B2' },
        },
      }),
      findings: [
        [
          'B2',
          '项目编码存成了数值，文件中尚存全部数字“310107250060100905017”，在 Excel 中保存后即会丢失，请改为文本格式。',
        ],
      ],
    },
    文本末尾连续为零: {
      form: projectTarget({ fields: { projectCode: '310107250060100000000' } }),
      findings: [
        [
          'B2',
          '项目编码“310107250060100000000”末尾连续为 0，是数值转成文本后丢失末位的样子，无法恢复，请对照预算系统重新填写。',
        ],
      ],
    },
    文本是科学记数法: {
      form: projectTarget({ fields: { projectCode: '3.10107E+20' } }),
      findings: [
        ['B2', '项目编码“3.10107E+20”末尾连续为 0，是数值转成文本后丢失末位的样子，无法恢复，请对照预算系统重新填写。'],
      ],
    },
  },
});
