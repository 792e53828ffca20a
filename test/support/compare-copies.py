"""What openpyxl sees between a workbook and its copy beyond the announced changes.

usage: compare-copies.py compare LIST.json   prints for each entry a JSON list of differences, [] for none
       compare-copies.py make FILE           writes a workbook in which much refers to rows

LIST: [{"original", "copy", "changes": CHANGES}]; CHANGES: {"edits": [{"sheet", "cell", "writtenTo"?, "after", "format"?, "inserted"?}], "rows": [{"sheet", "row", "change"}]}; "cell" counts
as in the original, "writtenTo" and the cells of new rows as in the copy; "row" of a new row as in the copy, else as in the original.
"""
import json
import re
import sys

from openpyxl import Workbook, load_workbook
from openpyxl.formula import Tokenizer
from openpyxl.utils import range_boundaries

LAST = 2000


class Rows:
    """Where the rows of a sheet of the original stand in the copy, one-based."""

    def __init__(self, changes):
        gone = {c['row'] for c in changes if c['change'] == 'delete'}
        self.new = {c['row'] for c in changes if c['change'] == 'insert'}
        self.isSame = not gone and not self.new
        old = [r for r in range(1, LAST) if r not in gone]
        kept = [r for r in range(1, 2 * LAST) if r not in self.new]
        self.place = dict(zip(old, kept))

    def of(self, row):
        return self.place.get(row)

    def span(self, top, bottom):
        """The rows that are left of an area; None for none."""
        if self.isSame:
            return (top, bottom)
        kept = [self.place[r] for r in range(top, min(bottom, LAST - 1) + 1) if r in self.place]
        return (min(kept), max(kept)) if kept else None

    def grown(self, span):
        """The same with the new rows that stand right behind or before."""
        top, bottom = span
        while bottom + 1 in self.new:
            bottom += 1
        while top - 1 in self.new:
            top -= 1
        return {(t, b) for t in (span[0], top) for b in (span[1], bottom)}


CELL = re.compile(r'^(\$?[A-Za-z]{1,3})?(\$?)(\d+)$')


def moved_reference(text, rows):
    ends = text.split(':')
    matches = [CELL.match(end) for end in ends]
    if not all(matches):
        return text
    lines = [int(m[3]) for m in matches]
    span = rows.span(min(lines), max(lines))
    if span is None:
        return '#REF!'
    places = [span[0], span[-1]] if len(ends) == 2 else [span[0]]
    return ':'.join((m[1] or '') + m[2] + str(p) for m, p in zip(matches, places))


def moved_formula(formula, sheet, rows_of):
    """A formula as it must read in the copy."""
    text = formula if formula.startswith('=') else '=' + formula
    made = []
    for token in Tokenizer(text).items:
        value = token.value
        if token.type == 'OPERAND' and token.subtype == 'RANGE':
            name, mark, reference = value.rpartition('!')
            owner = name.strip("'").replace("''", "'") if mark else sheet
            if owner in rows_of:
                value = name + mark + moved_reference(reference, rows_of[owner])
        made.append(value)
    return ('=' if formula.startswith('=') else '') + ''.join(made)


def moved_ranges(texts, rows):
    """What ranges may have become: each with or without the new rows next to it."""
    found = []
    for text in texts:
        left, top, right, bottom = range_boundaries(text)
        span = rows.span(top, bottom)
        if span:
            found.append({(left, t, right, b) for t, b in rows.grown(span)})
    return found


def same_ranges(expected, texts):
    actual = sorted(range_boundaries(text) for text in texts)
    expected = sorted(expected, key=lambda options: min(options))
    return len(actual) == len(expected) and all(a in options for a, options in zip(actual, expected))


def look(cell, with_format=True):
    parts = [cell.font, cell.fill, cell.border, cell.alignment, cell.protection]
    return [repr(part) for part in parts] + ([cell.number_format] if with_format else [])


def page(sheet):
    """Print settings and what else belongs to the sheet as a whole."""
    setup = {k: v for k, v in vars(sheet.page_setup).items() if not k.startswith('_') and k != 'id'}
    texts = [getattr(getattr(sheet, kind), place).text for kind in ('oddHeader', 'oddFooter') for place in ('left', 'center', 'right')]
    options = repr(sheet.print_options), repr(sheet.page_margins), texts, repr(sheet.sheet_properties)
    widths = {k: (v.width, v.hidden) for k, v in sheet.column_dimensions.items()}
    return repr((setup, options, widths, sheet.sheet_state, sheet.protection.sheet, sheet.sheet_format.defaultRowHeight))


def compare(original, copy, changes):
    one, other = load_workbook(original), load_workbook(copy)
    found = []
    if one.sheetnames != other.sheetnames:
        return [['sheets', one.sheetnames, other.sheetnames]]
    rows_of = {name: Rows([c for c in changes.get('rows') or [] if c['sheet'] == name]) for name in one.sheetnames}
    edits = {(e['sheet'], e.get('writtenTo') or e['cell']): e for e in changes['edits']}
    seen = set()
    for sheet in one:
        twin, rows = other[sheet.title], rows_of[sheet.title]
        def differ(what, expected, actual):
            found.append([sheet.title, what, str(expected)[:300], str(actual)[:300]])
        if page(sheet) != page(twin):
            differ('page', page(sheet), page(twin))
        back = {place: row for row, place in rows.place.items()}
        bottom = max(rows.of(sheet.max_row) or 0, twin.max_row, max(rows.new, default=0))
        right = max(sheet.max_column, twin.max_column)
        for row in range(1, bottom + 1):
            former = back.get(row)
            heights = [sheet.row_dimensions[former].height] if former else [twin.row_dimensions[r].height for r in (row - 1, row + 1)]
            if twin.row_dimensions[row].height not in heights:
                differ(f'height of row {row}', heights, twin.row_dimensions[row].height)
            for column in range(1, right + 1):
                cell = twin.cell(row, column)
                edit = edits.get((sheet.title, cell.coordinate))
                if edit:
                    seen.add((sheet.title, cell.coordinate))
                if former:
                    old = sheet.cell(former, column)
                    expected, style = old.value, look(old)
                    if isinstance(expected, str) and expected.startswith('='):
                        expected = moved_formula(expected, sheet.title, rows_of)
                    if (old.comment and old.comment.text) != (cell.comment and cell.comment.text):
                        differ(f'comment at {cell.coordinate}', old.comment, cell.comment)
                    styles = [style]
                else:
                    expected = None
                    beside = [twin.cell(r, column) for r in (row - 1, row + 1)]
                    styles = [look(near)[:-1] + [cell.number_format] for near in beside]
                if edit:
                    expected = edit['after']
                    if edit.get('format'):
                        styles = [style[:-1] + [edit['format']] for style in styles]
                if cell.value != expected and not (cell.value in (None, '') and expected in (None, '')):
                    differ(cell.coordinate, repr(expected), repr(cell.value))
                if look(cell) not in styles:
                    differ(f'look of {cell.coordinate}', styles, look(cell))
        merges = moved_ranges([str(area) for area in sheet.merged_cells.ranges], rows)
        actual = [str(area) for area in twin.merged_cells.ranges]
        within = [a for a in actual if range_boundaries(a)[1] == range_boundaries(a)[3] and range_boundaries(a)[1] in rows.new]
        merges = [o for o in merges if not any(l == r and t == b for l, t, r, b in o)]
        if not same_ranges(merges, [a for a in actual if a not in within]):
            differ('merges', merges, actual)
        for what, lists in (
            ('validations', [[(v.sqref, [v.formula1, v.formula2], [v.type, v.prompt, v.allow_blank]) for v in s.data_validations.dataValidation] for s in (sheet, twin)]),
            ('conditions', [[(c.sqref, r.formula, [r.type, r.operator, repr(r.dxf)]) for c in s.conditional_formatting for r in c.rules] for s in (sheet, twin)]),
        ):
            if len(lists[0]) != len(lists[1]):
                differ(what, len(lists[0]), len(lists[1]))
            for (area, formulas, rest), (area2, formulas2, rest2) in zip(*lists):
                wanted = [f and moved_formula(f, sheet.title, rows_of) for f in formulas]
                if not same_ranges(moved_ranges(str(area).split(), rows), str(area2).split()) or wanted != list(formulas2) or rest != rest2:
                    differ(what, (str(area), wanted, rest), (str(area2), formulas2, rest2))
        places = [sorted((rows.of(i.anchor._from.row + 1) if s is sheet else i.anchor._from.row + 1, i.anchor._from.col) for i in s._images) for s in (sheet, twin)]
        if places[0] != places[1]:
            differ('images', *places)
        titles = [s.print_title_rows for s in (sheet, twin)]
        wanted = titles[0] and moved_reference(titles[0], rows)
        if (wanted or '').replace('$', '') != (titles[1] or '').replace('$', ''):
            differ('print titles', wanted, titles[1])
        areas = [[a for a in (s.print_area if isinstance(s.print_area, list) else [s.print_area]) if a] for s in (sheet, twin)]
        plain = [[a.split('!')[-1].replace('$', '') for a in list_] for list_ in areas]
        if [moved_reference(a, rows) for a in plain[0]] != plain[1]:
            differ('print area', *plain)
        freeze = [s.freeze_panes for s in (sheet, twin)]
        if freeze[0] and moved_reference(freeze[0], rows) != freeze[1]:
            differ('frozen', *freeze)
        breaks = [sorted(b.id for b in s.row_breaks.brk) for s in (sheet, twin)]
        if [rows.of(b + 1) - 1 for b in breaks[0]] != breaks[1]:
            differ('breaks', *breaks)
    names = [{(n.name, n.localSheetId): n.attr_text for n in book.defined_names.definedName} for book in (one, other)]
    wanted = {key: moved_formula(text, '', rows_of) for key, text in names[0].items()}
    if wanted != names[1]:
        found.append(['', 'names', str(wanted), str(names[1])])
    for sheet, cell in set(edits) - seen:
        found.append([sheet, cell, 'announced', 'not in the sheet'])
    return found


def make(path):
    from io import BytesIO

    from openpyxl.comments import Comment
    from openpyxl.drawing.image import Image
    from openpyxl.formatting.rule import CellIsRule, FormulaRule
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
    from openpyxl.workbook.defined_name import DefinedName
    from openpyxl.worksheet.datavalidation import DataValidation
    from openpyxl.worksheet.pagebreak import Break
    from PIL import Image as Picture

    thin = Side(style='thin')
    box = Border(left=thin, right=thin, top=thin, bottom=thin)
    book = Workbook()

    def form(sheet, name, missing='', redundant=False):
        def put(row, column, value, grey=False):
            cell = sheet.cell(row, column, value)
            cell.border, cell.alignment, cell.font = box, Alignment(wrap_text=True, vertical='center'), Font(name='宋体', size=10)
            if grey:
                cell.fill = PatternFill('solid', fgColor='D9D9D9')
        sheet['A1'] = '二级项目支出绩效目标申报表'
        sheet.merge_cells('A1:E1')
        heads = [('项目编码：', '440307251001500205016', '项目名称：', name), ('申请单位：', '某区文化局', '一级预算单位：', '某区文化局'),
                 ('实施期限：', '1', '项目类型：', '31 履职类项目'), ('项目总金额：', 1234500.5, '本年度项目金额：', '=SUM(G1:G2)')]
        for row, values in enumerate(heads, 2):
            for column, value in enumerate(values, 1):
                put(row, column, value, column in (1, 3))
            sheet.merge_cells(start_row=row, start_column=4, end_row=row, end_column=5)
        sheet['G1'], sheet['G2'] = 1000000, 234500.5
        texts = [('政策依据：', '根据《公共文化服务条例》(深文[2021]15号)。'), ('测算依据：', '图书采购90万元，活动33.45万元，共计123.45万元。'),
                 ('年度目标：', '采购图书20000册 ,举办活动33场。'), ('长期目标：', '建成图书馆网络。')]
        for row, (label, text) in enumerate(texts, 6):
            put(row, 1, label, True)
            put(row, 2, text)
            sheet.merge_cells(start_row=row, start_column=2, end_row=row, end_column=5)
            sheet.row_dimensions[row].height = 45
        for column, title in enumerate(['一级指标', '二级指标', '三级指标', '指标值', '指标解释'], 1):
            put(10, column, title, True)
        lines = [('产出', '*数量指标', '图书采购数量', '大于等于20000 册', '考察本年度采购入库图书的册数'), ('产出', '*质量指标', '图书验收合格率', '=100%', '考察验收合格图书占采购图书的比例'),
                 ('产出', '*时效指标', '采购完成时间', '2025.12.31之前', '考察采购是否按期完成'), ('产出', '*成本指标', '预算控制金额', '≤123.45万', '考察成本是否控制在预算内'),
                 ('效益', '经济效益指标', '不适用', '不适用', '不适用'), ('效益', '*社会效益指标', '图书借阅量增长率', '≥5%', '考察借阅量比上年增长的比例'),
                 ('效益', '生态效益指标', '不适用', '不适用', '不适用'), ('效益', '可持续影响指标', '长效管理机制健全性', '健全', '考察管理制度是否健全'),
                 ('满意度', '*服务对象满意度指标', '读者满意度', '≥95%', '考察读者对服务的满意程度'), ('满意度', '其他满意度指标', '不适用', '不适用', '不适用')]
        lines = [line for line in lines if missing == '' or missing not in line[1]]
        if redundant:
            lines.insert(2, ('产出', '*质量指标', '不适用', '不适用', '不适用'))
        for row, values in enumerate(lines, 11):
            sheet.row_dimensions[row].height = 24 + row / 2
            for column, value in enumerate(values, 1):
                put(row, column, value, column < 3)
        bottom = 10 + len(lines)
        for group in ('产出', '效益', '满意度'):
            rows = [row for row, values in enumerate(lines, 11) if values[0] == group]
            for row in rows[1:]:
                sheet.cell(row, 1).value = None
            sheet.merge_cells(start_row=rows[0], start_column=1, end_row=rows[-1], end_column=1)
        sheet.cell(bottom + 1, 1, '备注：带*的为必填。')
        for letter, width in zip('ABCDE', [14, 26.5, 26, 22, 40]):
            sheet.column_dimensions[letter].width = width
        sheet.print_area = f'A1:E{bottom + 1}'
        sheet.print_title_rows = '1:10'
        sheet.page_setup.orientation, sheet.page_setup.paperSize = 'landscape', 9
        sheet.oddFooter.center.text = '第 &P 页'
        sheet.freeze_panes = 'A11'
        sheet.row_breaks.append(Break(id=bottom - 2))
        return bottom

    first = book.active
    first.title = '缺 行'
    bottom = form(first, '社区书屋建设', missing='生态效益')
    kinds = DataValidation(type='list', formula1=f'$B$11:$B${bottom}', prompt='选一个')
    first.add_data_validation(kinds)
    kinds.add(f'B11:B{bottom}')
    yes = DataValidation(type='list', formula1='"是,否"')
    first.add_data_validation(yes)
    yes.add(f'H{bottom}')
    first.conditional_formatting.add(f'D11:D{bottom}', CellIsRule(operator='equal', formula=['"不适用"'], fill=PatternFill('solid', bgColor='FFFFC7CE')))
    first.conditional_formatting.add(f'E11:E{bottom}', FormulaRule(formula=[f'LEN($E11)>LEN($E${bottom})'], font=Font(bold=True)))
    first[f'C{bottom}'].comment = Comment('请核对', '审核')
    picture = BytesIO()
    Picture.new('RGB', (20, 20), 'red').save(picture, 'png')
    first.add_image(Image(picture), f'G{bottom - 1}')
    second = book.create_sheet('多行')
    last = form(second, '文化活动', redundant=True)
    third = book.create_sheet('汇总')
    third['A1'] = f"='缺 行'!D{bottom}&多行!D{last}"
    third['A2'] = f"=COUNTA('缺 行'!C11:C{bottom})"
    third['A4'] = f"=COUNTA(多行!C$14:C${last})+SUM(多行!G1:G2)"
    third['A3'] = '="多行!D20"&A1'
    third.add_data_validation(DataValidation(type='list', sqref='B1:B5', formula1=f"'缺 行'!$B$11:$B${bottom}"))
    book.defined_names.append(DefinedName('目标值', attr_text=f"'缺 行'!$D$11:$D${bottom}"))
    book.defined_names.append(DefinedName('末行', attr_text=f'多行!$A${last}'))
    book.save(path)


if __name__ == '__main__':
    if sys.argv[1] == 'make':
        make(sys.argv[2])
    else:
        with open(sys.argv[2], encoding='utf-8') as file:
            print(json.dumps([compare(one['original'], one['copy'], one['changes']) for one in json.load(file)]))
