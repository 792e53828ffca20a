import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readForms } from '../../../src/core/forms/read-forms';
import { parseProfile, type Profile } from '../../../src/core/review/profile';
import { chooseProfile } from '../../../src/core/review/profile-choice';
import type { SheetContent } from '../../../src/core/workbook/workbook-snapshot';
import { openXlsx } from '../../../src/host/xlsx';
import { loadBuiltinResources } from '../../../src/session/builtin-resources';
import { sheetOfPicture } from '../../support/sheet-picture';
import {
  blankFields,
  cleanRows,
  codedTable,
  CLEAN_CODED_ROWS,
  projectTarget,
  sheetOf,
  workbookOf,
} from '../../support/build-form';

const { profiles } = loadBuiltinResources();
const [general, shenzhen] = profiles;

const chosenFor = (sheets: readonly SheetContent[], from: readonly Profile[] = profiles): string =>
  chooseProfile(readForms(workbookOf(...sheets)), from).name;

test.each([
  ['futian-qifu-2024.xlsx', '深圳·二级项目'],
  ['futian-qifu-3forms-et-style.xlsx', '深圳·二级项目'],
  ['futian-zhengwu-2023.xlsx', '深圳·二级项目'],
  ['zhuhai-gaoxin-2024.xlsx', '珠海·编码指标'],
  ['yantian-2023.xlsx', '通用'],
])('%s：%s', (file, name) => {
  const bytes = readFileSync(path.join(__dirname, '../../fixtures/filings', file));
  expect(chooseProfile(readForms(openXlsx(bytes, { name: file }).snapshot), profiles).name).toBe(name);
});

const LOOKALIKES = path.join(__dirname, 'lookalikes');

test.each(readdirSync(LOOKALIKES))('别处的申报表用通用方案：%s', (file) => {
  expect(chosenFor([sheetOfPicture('表一', readFileSync(path.join(LOOKALIKES, file), 'utf8'))])).toBe('通用');
});

describe('二级项目申报表', () => {
  const form = (fields: Parameters<typeof projectTarget>[0] = {}): readonly SheetContent[] => [projectTarget(fields)];
  const code = (projectCode: string | null, applicantUnit = '南湖区文化服务中心') =>
    form({ fields: { projectCode, applicantUnit } });

  test.each<[string, readonly SheetContent[], string]>([
    ['编码属于深圳', code('440305230060100905010'), '深圳·二级项目'],
    ['编码末位丢失也认得出前几位', code('440305230060100000000'), '深圳·二级项目'],
    ['没有编码而单位是深圳的', code(null, '深圳市某某中心'), '深圳·二级项目'],
    ['同样的表，编码是别处的', code('330402230060100905010'), '通用'],
    ['编码是别处的，单位名称里有深圳', code('330402230060100905010', '南湖区驻深圳办事处'), '通用'],
    ['没有编码，看不出是哪里', code(null), '通用'],
    ['编码不是21位的另一种编法', code('XM2024-0001'), '通用'],
    [
      '成本列为一级指标的新模板',
      form({ rows: [['成本指标', '经济成本指标', '图书单价', '≤50元', '每册均价。']] }),
      '通用',
    ],
    [
      '没有指标解释的另一种表',
      form({
        columnTitles: ['一级指标', '二级指标', '三级指标', '指标值'],
        rows: [['产出指标', '数量指标', '图书数量', '≥50册']],
      }),
      '通用',
    ],
    [
      '空表',
      form({
        fields: blankFields(),
      }),
      '通用',
    ],
  ])('%s', (_case, sheets, name) => {
    expect(chosenFor(sheets)).toBe(name);
  });

  test('栏目不同的表，编码属于深圳也不算', () => {
    const other = sheetOf('表一', {
      A1: '项目支出绩效目标表',
      A2: '项目名称',
      B2: '社区图书馆运行',
      A3: '项目编码',
      B3: '440305230060100905010',
      A4: '年度目标',
      B4: '2025年采购图书8000册。',
      A5: '一级指标',
      B5: '二级指标',
      C5: '三级指标',
      D5: '指标值',
      E5: '指标解释',
      A6: '产出指标',
      B6: '数量指标',
      C6: '图书采购数量',
      D6: '≥8000册',
      E6: '入库数。',
    });
    expect(readForms(workbookOf(other)).forms).toHaveLength(1);
    expect(chosenFor([other])).toBe('通用');
  });

  test('多数表是深圳的才算', () => {
    const here = (sheet: string) => projectTarget({ sheet });
    const there = (sheet: string) => projectTarget({ sheet, fields: { projectCode: '330402230060100905010' } });
    expect(chosenFor([here('甲'), here('乙'), there('丙')])).toBe('深圳·二级项目');
    expect(chosenFor([here('甲'), there('丙')])).toBe('通用');
  });

  test('个别表把成本改成一级指标，仍按多数表的模板', () => {
    const moved = projectTarget({
      sheet: '丙',
      rows: [...cleanRows().slice(0, 3), ['成本指标', '经济成本指标', '图书单价', '≤50元', '每册均价。']],
    });
    expect(chosenFor([projectTarget({ sheet: '甲' }), projectTarget({ sheet: '乙' }), moved])).toBe('深圳·二级项目');
  });
});

describe('编码指标表', () => {
  const unit = (name: string, rows = CLEAN_CODED_ROWS) => [codedTable([{ unit: name, rows }])];

  test('九位编码，单位在珠海', () => {
    expect(chosenFor(unit('104003-珠海市文化中心'))).toBe('珠海·编码指标');
    expect(chosenFor(unit('104003-斗门区文化中心'))).toBe('珠海·编码指标');
  });

  test('九位编码在名称旁的一栏里', () => {
    const beside = sheetOf('表一', {
      ...{ A1: '重点项目绩效目标', A2: '预算单位', B2: '项目名称', C2: '一级指标', D2: '二级指标' },
      ...{ E2: '指标编码', F2: '三级指标', G2: '指标值' },
      ...{ A3: '珠海市文化中心', B3: '社区图书馆运行', C3: '产出指标', D3: '数量指标', E3: '111000101' },
      ...{ F3: '图书采购数量', G3: '≥8000册' },
    });
    expect(chosenFor([beside])).toBe('珠海·编码指标');
  });

  test('别处的编码表、珠海没有编码的表都用通用方案', () => {
    expect(chosenFor(unit('104003-文化服务中心'))).toBe('通用');
    const plain = CLEAN_CODED_ROWS.map(
      ([one, two, name, ...values]) => [one, two, String(name).replace(/^[0-9]+-/, ''), ...values] as const,
    );
    expect(chosenFor(unit('104003-珠海市文化中心', plain))).toBe('通用');
  });
});

describe('本单位的方案', () => {
  const own = (more: object): Profile =>
    parseProfile({ version: 1, id: 'own', name: '本单位', extends: 'general', ...more }, profiles);
  const nanhu = { formTypes: ['project-target'], titles: ['二级项目'], places: ['南湖区'] };

  test('认出自己的表；没有写识别特征的只由人选择', () => {
    const there = [projectTarget({ fields: { projectCode: '330402230060100905010' } })];
    expect(chosenFor(there, [...profiles, own({ recognition: nanhu })])).toBe('本单位');
    expect(chosenFor(there, [...profiles, own({})])).toBe('通用');
  });

  test('与内置方案同样符合时用通用方案，除非它就是在内置方案上改的', () => {
    expect(chosenFor([projectTarget()], [...profiles, own({ recognition: nanhu })])).toBe('通用');
    expect(chosenFor([projectTarget()], [...profiles, own({ extends: shenzhen.id, recognition: nanhu })])).toBe(
      '本单位',
    );
  });

  test('列名要都有，缺一个就不算', () => {
    const columns = { formTypes: ['project-target'], columns: ['指标解释', '分值'], titles: ['二级项目'] };
    expect(chosenFor([projectTarget()], [general, own({ recognition: columns })])).toBe('通用');
    expect(chosenFor([projectTarget()], [general, own({ recognition: { ...columns, columns: ['指标解释'] } })])).toBe(
      '本单位',
    );
  });

  test('只有一个方案时就用它', () => {
    expect(chosenFor([], [general])).toBe('通用');
    expect(chosenFor([sheetOf('空', { A1: '封面' })])).toBe('通用');
  });
});
