import { findAcrossWorkbooks, type ReviewedWorkbook } from '../../../src/core/review/across-workbooks';
import { runReview } from '../../../src/core/review/run-review';
import rule from '../../../src/core/rules/budget/cross-table';
import type { SheetContent } from '../../../src/core/workbook/workbook-snapshot';
import { loadBuiltinResources } from '../../../src/session/builtin-resources';
import { projectTarget, workbookOf } from '../../support/build-form';
import { sheetOfPicture } from '../../support/sheet-picture';

const { profiles, divisionCodes } = loadBuiltinResources();
const DEPARTMENT = '南湖区文化服务中心';

function reviewed(file: string, ...sheets: readonly SheetContent[]): ReviewedWorkbook {
  const review = runReview(workbookOf(...sheets), { rules: [rule], profile: profiles[0], divisionCodes });
  return { file, review };
}

function budget(department = DEPARTMENT): ReviewedWorkbook {
  const expenditure = `支出总表
部门名称：${department} | | | 单位：万元
科目编码 | 科目名称 | 支出总计 | 基本支出 | 项目支出
 | 合计 | #500.00 | #320.00 | #180.00
207 | 文化旅游体育与传媒支出 | #500.00 | #320.00 | #180.00`;
  const projects = `项目支出总表
部门名称：${department} | | 单位：万元
项目名称 | 合计 | 一般公共预算 | 政府性基金
合计 | #180.00 | #180.00 | #0.00
社区图书馆运行 | #90.00 | #90.00 | #0.00
群众文艺演出 | #90.00 | #90.00 | #0.00`;
  return reviewed('预算.xlsx', sheetOfPicture('支出总表', expenditure), sheetOfPicture('项目支出', projects));
}

function project(file: string, projectName: string, amount: number): ReviewedWorkbook {
  const text = `${amount}.00`;
  const annualAmount = { value: amount, text, numberFormat: '#,##0.00' };
  return reviewed(file, projectTarget({ fields: { projectName, applicantUnit: DEPARTMENT, annualAmount } }));
}

function linesOf(workbooks: readonly ReviewedWorkbook[]): readonly string[] {
  const found = findAcrossWorkbooks(workbooks, rule, profiles);
  return Array.from(found).flatMap(([file, findings]) =>
    findings.map(({ sheet, cell, severity, message }) => `${file} ${sheet}!${cell} ${severity} ${message}`),
  );
}

test('申报表的年度金额与另一个工作簿里项目支出表的一行不同，合计也超过项目支出', () => {
  expect(
    linesOf([budget(), project('甲.xlsx', '社区图书馆运行', 100), project('乙.xlsx', '群众文艺演出', 90)]),
  ).toEqual([
    '甲.xlsx 表一!D6 error “社区图书馆运行”的本年度金额在本表为 100.00万元，与预算.xlsx “项目支出总表”中的数 90.00万元相差 10.00万元，两表应当一致，请核对。',
    '预算.xlsx 支出总表!E4 warning “项目支出”为 180.00万元，小于所校验的工作簿中 2 个项目的本年度金额之和 190.00万元，相差 10.00万元，请核对。',
  ]);
});

test('算式里的每个数说明在哪个工作簿', () => {
  const found = findAcrossWorkbooks([budget(), project('甲.xlsx', '社区图书馆运行', 200)], rule, profiles);
  const [finding] = found.get('预算.xlsx') ?? [];
  expect(finding.calculation?.terms.map(({ label, number }) => [label, number])).toEqual([
    ['甲.xlsx 社区图书馆运行', '200.00'],
  ]);
});

test('金额一致、别的部门的申报表、只有一个工作簿时不报', () => {
  expect(linesOf([budget(), project('甲.xlsx', '社区图书馆运行', 90)])).toEqual([]);
  expect(linesOf([budget('北湖区体育局'), project('甲.xlsx', '社区图书馆运行', 300)])).toEqual([]);
  expect(linesOf([budget()])).toEqual([]);
});
