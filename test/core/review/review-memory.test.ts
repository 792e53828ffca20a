import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { isIndicatorForm, type Form } from '../../../src/core/forms/form';
import { ReviewMemory } from '../../../src/core/review/review-memory';
import {
  reviewInSteps,
  runReview,
  type ProfileOption,
  type Review,
  type ReviewOptions,
} from '../../../src/core/review/run-review';
import { defineFormRule, type RuleContext } from '../../../src/core/rules/define-rule';
import { WorkbookSnapshot, type SheetContent } from '../../../src/core/workbook/workbook-snapshot';
import { openXlsx } from '../../../src/host/xlsx';
import { loadBuiltinResources } from '../../../src/session/builtin-resources';
import { codedTable, overallTarget, projectTarget, sheetOf } from '../../support/build-form';
import { budgetBook } from '../../support/budget-book/book';
import { randomOf } from '../../support/budget-book/random';
import { proseBook } from '../../support/prose-book';
import { editWorkbook, workbookEdit } from '../../support/workbook-edits';

const { profiles, ...resources } = loadBuiltinResources();
const FOLDER = path.join(__dirname, '../../fixtures/filings');

/** So many sheets of a filing are enough for one to bear on another. */
const FEW = 3;

const FILINGS = readdirSync(FOLDER).filter((file) => file.endsWith('.xlsx'));

const workbooks: Readonly<Record<string, () => readonly SheetContent[]>> = {
  ...Object.fromEntries(FILINGS.map((file) => [file, () => filing(file)])),
  预算: () => budgetBook(randomOf(5)).sheets,
  预算和文字: () => proseBook(['2025年部门预算收入1,320万元，比2024年增加100万元，增长50%。']),
  各种表: () => [
    projectTarget(),
    codedTable(),
    overallTarget(),
    projectTarget({ sheet: '项目二', fields: { projectName: '文化馆运行', projectCode: '4403' } }),
    ...proseBook(['“三公”经费预算6.5万元，比上年减少0.5万元，下降7.1%。']),
  ],
};

function filing(file: string): readonly SheetContent[] {
  const { sheets } = openXlsx(readFileSync(path.join(FOLDER, file)), { name: file }).snapshot;
  return sheets.slice(0, FEW).map(({ content }) => copyOf(content));
}

/** As if it had just been read. */
function copyOf(content: SheetContent): SheetContent {
  return { ...content, cells: content.cells.map((cell) => ({ ...cell, text: cell.text })) };
}

/** All of a review but the means by which forms are read: functions are equal by identity only. */
function essenceOf({ workbookForms, ...review }: Review): unknown {
  const forms = workbookForms.forms.map(({ id, type, caption, range }) => ({ id, type, caption, range }));
  return { ...review, forms, unread: workbookForms.unread };
}

describe.each(Object.entries(workbooks))('%s', (_name, sheetsOf) => {
  test('一连串修改之后，记住的校验与从头校验的结果相同', () => {
    const original = sheetsOf();
    const option = fc.constantFrom<ProfileOption>({ profiles }, { profile: profiles[0] });
    fc.assert(
      fc.property(fc.array(workbookEdit, { minLength: 4, maxLength: 10 }), option, (edits, chosen) => {
        const options: ReviewOptions = { ...resources, ...chosen };
        const memory = new ReviewMemory();
        let sheets = original;
        runReview(new WorkbookSnapshot('表.xlsx', sheets), options, memory);
        for (const edit of edits) {
          sheets = editWorkbook(sheets, edit);
          const again = runReview(new WorkbookSnapshot('表.xlsx', sheets), options, memory);
          const anew = runReview(new WorkbookSnapshot('表.xlsx', sheets.map(copyOf)), options);
          expect(essenceOf(again)).toEqual(essenceOf(anew));
        }
      }),
      { numRuns: 6 },
    );
  });
});

describe('只重新校验改动了的', () => {
  const ran: string[] = [];
  const text = {
    severity: 'warning',
    title: '标题',
    why: '原因',
    basis: '填报惯例',
    example: { wrong: '错', right: '对' },
    forms: ['project-target', 'budget-table'],
  } as const;

  /** Says the form's project; `look` is what it asks for beside it. */
  const ruleThat = (id: string, look: (context: RuleContext, form: Form) => string | number = () => '') =>
    defineFormRule({
      ...text,
      id: `test/${id}`,
      messages: { found: '“{name}”，{seen}。' },
      *check(form, problem, context) {
        ran.push(`${id} ${form.sheet}`);
        const seen = look(context, form);
        if (isIndicatorForm(form)) yield problem('found', form.columns.name, { name: form.caption, seen });
      },
    });

  const options = (...rules: readonly ReturnType<typeof ruleThat>[]): ReviewOptions => ({
    ...resources,
    rules,
    profile: profiles[0],
  });
  const named = (sheet: string, projectName: string, more: Readonly<Record<string, string>> = {}): SheetContent =>
    projectTarget({ sheet, fields: { projectName, ...more } });
  const review = (sheets: readonly SheetContent[], of: ReviewOptions, memory: ReviewMemory): Review => {
    ran.length = 0;
    return runReview(new WorkbookSnapshot('表.xlsx', sheets), of, memory);
  };
  const messages = ({ findings }: Review): readonly string[] => findings.map(({ message }) => message);
  const [one, two, three] = [named('一', '道路养护'), named('二', '桥梁检测'), named('三', '公园绿化')];

  test('没有改动的表不再运行，读出的表还是原来那一张', () => {
    const memory = new ReviewMemory();
    const rules = options(ruleThat('own'));
    const first = review([one, two, three], rules, memory);
    expect(ran).toEqual(['own 一', 'own 二', 'own 三']);
    const second = review([three, one, named('二', '桥梁加固')], rules, memory);
    expect(ran).toEqual(['own 二']);
    expect(messages(second)).toEqual(['“公园绿化”，。', '“道路养护”，。', '“桥梁加固”，。']);
    const [road, bridge, park] = first.workbookForms.forms;
    expect(second.workbookForms.forms[0]).toBe(park);
    expect(second.workbookForms.forms[1]).toBe(road);
    expect(second.workbookForms.forms[2]).not.toBe(bridge);
    // The same content, but read anew: nobody knows that it is the same.
    expect(messages(review([copyOf(one), three], rules, memory))).toEqual(['“道路养护”，。', '“公园绿化”，。']);
    expect(ran).toEqual(['own 一']);
  });

  test('进度只为要运行的报告，数目照算', () => {
    const memory = new ReviewMemory();
    const rules = options(ruleThat('own'));
    review([one, two, three], rules, memory);
    const steps = reviewInSteps(new WorkbookSnapshot('表.xlsx', [one, named('二', '桥梁加固'), three]), rules, memory);
    expect([...steps]).toEqual([{ done: 1, total: 3, caption: '桥梁加固' }]);
  });

  test.each<[string, (context: RuleContext, form: Form) => string | number]>([
    ['snapshot', ({ snapshot }) => snapshot.sheets.length],
    ['workbookForms', ({ workbookForms }) => workbookForms.forms.map(({ caption }) => caption).join('、')],
    ['once', ({ once }) => once('项目数', () => 1)],
    [
      'sheetOf another',
      (context, form) => (form.sheet === '一' ? '' : String(context.sheetOf({ ...form, sheet: '一' }))),
    ],
  ])('看过工作簿的规则每次都运行：%s', (id, look) => {
    const memory = new ReviewMemory();
    const rules = options(ruleThat(id, look));
    review([one, two], rules, memory);
    const again = review([one, two, three], rules, memory);
    const expected = id === 'sheetOf another' ? ['二', '三'] : ['一', '二', '三'];
    expect(ran).toEqual(expected.map((sheet) => `${id} ${sheet}`));
    expect(messages(again)).toEqual(messages(review([one, two, three].map(copyOf), rules, new ReviewMemory())));
  });

  test('只看自己的工作表，不算看过工作簿', () => {
    const memory = new ReviewMemory();
    const rules = options(ruleThat('sheet', ({ sheetOf }, form) => sheetOf(form)?.cellAt(1, 3)?.text ?? ''));
    expect(messages(review([one, two], rules, memory))).toEqual(['“道路养护”，道路养护。', '“桥梁检测”，桥梁检测。']);
    review([one, named('二', '桥梁加固')], rules, memory);
    expect(ran).toEqual(['sheet 二']);
  });

  test('问过申报年度的规则，年度不变就不再运行，变了就运行', () => {
    const memory = new ReviewMemory();
    const noYear = { annualGoal: '全年正常开放。', longTermGoal: '' };
    const rules = options(ruleThat('year', ({ filingYearOf }, form) => filingYearOf(form)?.year ?? '无'));
    const open = named('一', '道路养护', noYear);
    expect(messages(review([open, two], rules, memory))).toEqual(['“道路养护”，2025。', '“桥梁检测”，2025。']);
    review([open, named('二', '桥梁加固')], rules, memory);
    expect(ran).toEqual(['year 二']);
    const other = named('二', '桥梁加固', { annualGoal: '2027年检测桥梁3座。' });
    expect(messages(review([open, other], rules, memory))).toEqual(['“道路养护”，2027。', '“桥梁加固”，2027。']);
    expect(ran).toEqual(['year 一', 'year 二']);
  });

  test.each<[string, Partial<ReviewOptions>]>([
    ['校验方案', { profile: profiles[1] }],
    ['区划代码', { divisionCodes: null }],
    ['指标库', { catalogue: null }],
    ['科目', { subjects: null }],
  ])('换了%s，全部重新校验；换回来也是', (_what, change) => {
    const memory = new ReviewMemory();
    const rules = options(ruleThat('own'));
    review([one, two], rules, memory);
    review([one, two], rules, memory);
    expect(ran).toEqual([]);
    review([one, two], { ...rules, ...change } as ReviewOptions, memory);
    expect(ran.slice(0, 2)).toEqual(['own 一', 'own 二']);
    review([one, two], rules, memory);
    expect(ran).toEqual(['own 一', 'own 二']);
  });

  test('多了一条规则，只运行这一条', () => {
    const memory = new ReviewMemory();
    const own = ruleThat('own');
    const more = ruleThat('more');
    review([one, two], options(own), memory);
    review([one, two], { ...options(own), rules: [own, more] } as ReviewOptions, memory);
    expect(ran).toEqual(['more 一', 'more 二']);
    review([one, two], options(own), memory);
    expect(ran).toEqual([]);
  });

  test('出错的规则每次都再试，别的表记住，出错前说的不丢', () => {
    const memory = new ReviewMemory();
    let isBroken = true;
    const rules = options(
      defineFormRule({
        ...text,
        id: 'test/broken',
        messages: { found: '“{name}”。' },
        *check(form, problem) {
          ran.push(form.sheet);
          if (isIndicatorForm(form)) yield problem('found', form.columns.name, { name: form.caption });
          if (isBroken && form.sheet === '一') throw new Error('除数为零');
        },
      }),
    );
    const failure = '规则运行出错（除数为零），此处未能检查本规则，其他规则不受影响；请人工核对并告知维护人员。';
    for (const expected of [['一', '二'], ['一']]) {
      expect(messages(review([one, two], rules, memory))).toEqual([failure, '“道路养护”。', '“桥梁检测”。']);
      expect(ran).toEqual(expected);
    }
    isBroken = false;
    expect(messages(review([one, two], rules, memory))).toEqual(['“道路养护”。', '“桥梁检测”。']);
    review([one, two], rules, memory);
    expect(ran).toEqual([]);
  });

  test('接续几张表的预算表，哪一张改了都重新校验，都没改就不再', () => {
    const head = { A2: '部门名称：南湖区文化局', C2: '单位：万元', A3: '科目编码', B3: '科目名称', C3: '合计' };
    const rows = (name: string, title: string, from: number): SheetContent =>
      sheetOf(name, {
        A1: title,
        ...head,
        A4: `20${from}`,
        B4: '教育支出',
        C4: 5,
        A5: `20${from + 1}`,
        B5: '科学支出',
        C5: 7,
      });
    const [first, next] = [rows('表3', '支出总表', 5), rows('表3续', '支出总表（续）', 7)];
    const memory = new ReviewMemory();
    const rules = options(ruleThat('own'));
    const { forms } = review([first, next, one], rules, memory).workbookForms;
    expect(forms.map(({ id }) => id)).toEqual(['表3!A1:C5', '一!A1:E22']);
    expect(review([one, first, next], rules, memory).workbookForms.forms).toEqual([forms[1], forms[0]]);
    expect(ran).toEqual([]);
    const edited = review([first, rows('表3续', '支出总表（续）', 8), one], rules, memory).workbookForms;
    expect(ran).toEqual(['own 表3']);
    expect(edited.forms[0]).toMatchObject({
      sections: [{ rows: [{ code: '205' }, { code: '206' }, { code: '208' }, { code: '209' }] }],
    });
  });
});
