import repair from '../../../../src/core/normalizing/repairs/nature-sign';
import { sheetOf, type CellSpec } from '../../../support/build-form';
import { testRepair } from '../../../support/test-repair';

function table(...rows: readonly (readonly [string, string, string])[]): ReturnType<typeof sheetOf> {
  const cells: Record<string, CellSpec> = { A1: '项目支出绩效目标表' };
  ['一级指标', '二级指标', '三级指标', '指标性质', '指标值', '计量单位'].forEach((title, column) => {
    cells[`${'ABCDEF'[column]}2`] = title;
  });
  rows.forEach((row, index) => {
    ['产出指标', '数量指标', `任务${index + 1}完成数量`, ...row].forEach((text, column) => {
      cells[`${'ABCDEF'[column]}${index + 3}`] = text;
    });
  });
  return sheetOf('表一', cells);
}

testRepair(repair, {
  repairs: {
    各种符号: {
      form: table(['>=', '95', '%'], ['＜＝', '5', '%'], ['≧ ', '3', '场'], ['＝', '1', '份']),
      repaired: { D3: '≥', D4: '≤', D5: '≥', D6: '=' },
    },
    有符号的表里的文字: {
      form: table(['≥', '95', '%'], ['大于等于', '3', '场'], ['不超过', '5', '%']),
      repaired: { D4: '≥', D5: '≤' },
    },
  },
  leaves: {
    模板的选项是文字: table(['大于等于', '95', '%'], ['小于等于', '3', '场'], ['定性', '优', '']),
    不含本数的和说不清的: table(['>', '95', '%'], ['<', '5', '%'], ['达到', '3', '场'], ['正向指标', '3', '场']),
  },
});
