import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openXlsx } from '../../../src/host/xlsx';
import { buildXlsx } from '../../support/build-xlsx';
import { changedParts, listCells, readPart, withParts } from './workbook-edits';

const FILINGS = join(__dirname, '../../fixtures/filings');
const book = () =>
  openXlsx(buildXlsx({ sheets: [{ name: '表', cells: { A1: '项目名称', B1: 5 } }] }), { name: '样.xlsx' });
const notes = (texts: Record<string, string>) => new Map(Object.entries(texts));

test('一本没有记录的工作簿', () => expect([...book().notes]).toEqual([]));

test('写入后另行打开可以读到，单元格和其他部件不变', () => {
  const before = book();
  const after = openXlsx(before.withNotes(notes({ acceptances: '{"原因":"<已说明> & 属实"}', other: '二' })).bytes);
  expect([...after.notes]).toEqual([
    ['acceptances', '{"原因":"<已说明> & 属实"}'],
    ['other', '二'],
  ]);
  expect(listCells(after)).toEqual(listCells(before));
  expect(changedParts(before.bytes, after.bytes).sort()).toEqual([
    '[Content_Types].xml',
    'customXml/_rels/item1.xml.rels',
    'customXml/item1.xml',
    'customXml/itemProps1.xml',
    'xl/_rels/workbook.xml.rels',
  ]);
  expect(readPart(after.bytes, 'customXml/item1.xml')).toBe(
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<shenbao xmlns="urn:shenbao:workbook" version="1">' +
      '<entry key="acceptances">{&quot;原因&quot;:&quot;&lt;已说明&gt; &amp; 属实&quot;}</entry><entry key="other">二</entry></shenbao>',
  );
});

test('改写只动这一个部件；全部拿掉后与原来逐部件相同', () => {
  const before = book();
  const first = before.withNotes(notes({ a: '一' }));
  const second = first.withNotes(notes({ a: '二' }));
  expect(changedParts(first.bytes, second.bytes)).toEqual(['customXml/item1.xml']);
  expect([...second.notes]).toEqual([['a', '二']]);
  const cleared = second.withNotes(notes({})).bytes;
  // Packed anew, hence other bytes; the same texts.
  for (const part of changedParts(before.bytes, cleared)) {
    expect(readPart(cleared, part)).toBe(readPart(before.bytes, part));
  }
  expect([...openXlsx(cleared).notes]).toEqual([]);
});

test('写入相同的记录不产生新文件', () => {
  const written = book().withNotes(notes({ a: '一' }));
  expect(written.withNotes(notes({ a: '一' }))).toBe(written);
  expect(book().withNotes(notes({})).bytes).toEqual(book().bytes);
});

test('别人的自定义 XML 原样保留，不被当作记录', () => {
  const foreign = '<?xml version="1.0"?><other xmlns="urn:other"><shenbao xmlns="urn:shenbao:workbook"/></other>';
  const links = readPart(book().bytes, 'xl/_rels/workbook.xml.rels').replace(
    '</Relationships>',
    '<Relationship Id="rId90" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml" Target="../customXml/item1.xml"/></Relationships>',
  );
  const before = openXlsx(
    withParts(book().bytes, { 'customXml/item1.xml': foreign, 'xl/_rels/workbook.xml.rels': links }),
  );
  expect([...before.notes]).toEqual([]);
  const after = openXlsx(before.withNotes(notes({ a: '一' })).bytes);
  expect([...after.notes]).toEqual([['a', '一']]);
  expect(readPart(after.bytes, 'customXml/item1.xml')).toBe(foreign);
  expect(readPart(after.bytes, 'customXml/item2.xml')).toContain('>一<');
});

test('损坏的记录等于没有记录，单元格照常可读', () => {
  const written = book().withNotes(notes({ a: '一' })).bytes;
  const damaged = openXlsx(
    withParts(written, { 'customXml/item1.xml': '<shenbao xmlns="urn:shenbao:workbook"><entry' }),
  );
  expect([...damaged.notes]).toEqual([]);
  expect(listCells(damaged)).toEqual(listCells(book()));
  expect([...openXlsx(damaged.withNotes(notes({ b: '二' })).bytes).notes]).toEqual([['b', '二']]);
});

(existsSync('/usr/bin/python3') ? test : test.skip)('真实申报表带上记录后，openpyxl 看到的内容不变', () => {
  const folder = mkdtempSync(join(tmpdir(), 'shenbao-notes-'));
  try {
    for (const file of readdirSync(FILINGS).filter((name) => name.endsWith('.xlsx'))) {
      const bytes = readFileSync(join(FILINGS, file));
      writeFileSync(join(folder, 'before.xlsx'), bytes);
      writeFileSync(join(folder, 'after.xlsx'), openXlsx(bytes).withNotes(notes({ a: '一' })).bytes);
      const dump =
        'import openpyxl,sys\n' +
        'def dump(f):\n w=openpyxl.load_workbook(f)\n' +
        ' return [(s.title,[(c.coordinate,c.value,c.number_format) for r in s for c in r],sorted(map(str,s.merged_cells.ranges))) for s in w]\n' +
        'print(dump(sys.argv[1])==dump(sys.argv[2]))';
      const same = execFileSync('/usr/bin/python3', [
        '-c',
        dump,
        join(folder, 'before.xlsx'),
        join(folder, 'after.xlsx'),
      ]);
      expect([file, String(same).trim()]).toEqual([file, 'True']);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
