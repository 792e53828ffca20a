import repair from '../../../../src/core/normalizing/repairs/line-breaks';
import { cleanRows, projectTarget } from '../../../support/build-form';
import { testRepair } from '../../../support/test-repair';

testRepair(repair, {
  repairs: {
    空行和别处的换行符: {
      form: projectTarget({
        fields: { calculationBasis: '1.图书采购60万元；\r\n2.馆员培训15万元； \n \n　　3.设备维护25万元。' },
        rows: cleanRows({ 数量: [['图书采购数量', '≥8000册', '以入库单为准。\n\n\n以册计。']] }),
      }),
      repaired: {
        B8: '1.图书采购60万元；\n2.馆员培训15万元；\n　　3.设备维护25万元。',
        E12: '以入库单为准。\n以册计。',
      },
    },
  },
  leaves: {
    规范的分段和首尾: projectTarget({ fields: { annualGoal: '\n　　采购图书8000册。\n　　培训120人。\n\n' } }),
    栏目名称的分行: projectTarget({ columnTitles: ['一级\n\n指标', '二级指标', '三级指标', '指标值', '指标解释'] }),
  },
});
