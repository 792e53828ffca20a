import { nameOfCopy } from '../../src/workbench/page/download';

test.each([
  ['申报表.xlsx', '申报表-修改.xlsx'],
  ['申报表.v2.XLSM', '申报表.v2-修改.XLSM'],
  ['申报表', '申报表-修改.xlsx'],
])('the copy of %s is %s', (name, copy) => {
  expect(nameOfCopy(name, '-修改')).toBe(copy);
});
