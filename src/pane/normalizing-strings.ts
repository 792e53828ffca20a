/** What the pane says about normalising, its history, and templates. */
export const NORMALIZING_STRINGS = {
  heading: '一键规范',
  beginOr: '，或者',
  begin: '把填法规范成模板的写法',
  planning: '正在读取工作簿，查找不合模板写法的内容',
  checkingForm: (caption: string) => `正在查找：${caption}`,
  failedHeading: '没有查找成功',
  notRead: '还没有查找可以规范的内容。',
  readNow: '开始查找',
  announcePlanned: (repairs: number, left: number) => `可规范 ${repairs} 处，需人工处理 ${left} 处。`,

  counts: (repairs: number) => `可规范 ${repairs} 处`,
  leftCount: (left: number) => `需人工处理 ${left} 处`,
  searchLabel: '搜索要规范的内容',
  tickAll: (count: number) => `全选（${count}）`,
  tickGroup: (label: string) => `全选：${label}`,
  tickRepair: (place: string) => `规范 ${place}`,
  tickedOf: (ticked: number, count: number) => `${ticked} / ${count}`,
  apply: (count: number) => `规范选中的 ${count} 处`,
  applying: '正在写入…',
  hiddenToo: (count: number) => `另有 ${count} 处已勾选但被搜索隐藏，这次不写。`,
  listLabel: '要规范的内容',
  nothing: '没有要规范的内容，写法都与模板一致。',
  nothingButLeft: '没有可以自动规范的内容。',
  nothingMatches: '没有符合搜索的内容。',
  showMore: (count: number) => `显示更多（还有 ${count} 处）`,
  showMoreGroups: (count: number) => `显示更多（还有 ${count} 类）`,

  insertsRow: (row: number) => `在第 ${row} 行下方插入一行：`,
  deletesRow: (row: number) => `删除第 ${row} 行：`,
  blankRow: '（空行）',
  becomesText: '（改为文本格式，内容不变）',
  becomesNumber: '（改为数值）',
  becomesNumberOnly: '（改为数值，内容不变）',
  showsOtherwise: '（只改显示格式，数值不变）',
  formatOnly: '（只改单元格格式，内容不变）',

  leftHeading: (count: number) => `需人工处理 ${count} 处`,
  leftListLabel: '需人工处理的内容',
  refusedHeading: '不能自动写入',
  judgementHeading: '需要人来判断',

  applied: (cells: number, rows: number) => `已规范：${effectOf(cells, rows)}。`,
  nothingApplied: '没有写入。',
};

/** What the pane says about what was done and can be taken back. */
export const HISTORY_STRINGS = {
  heading: '修改记录',
  back: '返回',
  undo: '撤销',
  redo: '重做',
  undoNamed: (label: string) => `撤销：${label}`,
  redoNamed: (label: string) => `重做：${label}`,
  nothing: '还没有修改记录。用助手修改单元格后，可以在这里撤销，关闭窗格后也可以。',
  undoableHeading: '已做的修改',
  redoableHeading: '已撤销，可以重做',
  order: '从最近的一次起，依次撤销；撤销时，之后又改动过的单元格会保留现状。',
  effect: (cells: number, rows: number, sheets: readonly string[]) => effectOf(cells, rows, sheets),
  kept: '为了能撤销，修改前的文字保存在工作簿里，随文件一起。报送文件前，请清除修改记录并保存。',
  clear: '清除修改记录…',
  clearQuestion: '清除修改记录？已做的修改保留，但不能再撤销或重做。',
  clearConfirm: '清除',
  cleared: '已清除修改记录。请保存工作簿。',
  undone: (label: string) => `已撤销：${label}。`,
  redone: (label: string) => `已重做：${label}。`,
  nothingUndone: (label: string) => `没有撤销：${label}。之后又有改动。`,
  nothingRedone: (label: string) => `没有重做：${label}。之后又有改动。`,
  notLatest: '之后又有别的修改，请在“修改记录”中从最近的一次起依次撤销。',
  laterFirst: '之后又有别的修改；要撤销，请到“修改记录”中依次撤销。',
};

/** What the pane says about templates. */
export const TEMPLATE_STRINGS = {
  open: '转为模板…',
  heading: '转为模板',
  backToRepairs: '返回规范',
  lead: '按模板另外生成干净的工作表，原来的工作表不变。',
  reading: '正在读取工作簿里的项目',
  failedHeading: '没有读取成功',
  projectsHeading: '选择项目',
  tickAll: (count: number) => `全选（${count}）`,
  noProjects: '没有读到可以转换的项目。',
  onSheet: (sheet: string) => `工作表：${sheet}`,
  templateHeading: '选择模板',
  kinds: { 'form-per-project': '每个项目一张工作表', 'table-of-projects': '一张表列出全部项目' },
  own: '自行导入',
  importTemplate: '导入模板文件…',
  importHint: '本单位的模板（.xlsx，用名称标出各栏目），只保存在本机。',
  imported: (name: string) => `已导入“${name}”。`,
  importRefused: '没有导入：',
  fileUnread: '没有导入：文件没有读取成功，请确认文件仍在原处后重试。',
  remove: '移除',
  removeNamed: (name: string) => `移除“${name}”`,
  removeQuestion: (name: string) => `移除“${name}”？移除后不能恢复，需要时可重新导入。`,
  removed: (name: string) => `已移除“${name}”。`,
  preview: '预览',
  previewing: '正在排版…',
  previewHeading: '将生成的工作表',
  sheetCounts: (fields: number, indicators: number) => `${fields} 个栏目，${indicators} 行指标`,
  unplacedHeading: (count: number) => `未放入 ${count} 处`,
  unplacedLead: '模板里没有对应的栏目，这些内容也会列在新工作表的表格旁边，不会丢失。',
  ofIndicator: (label: string, indicator: string) => `${label}（${indicator}）`,
  moreUnplaced: (count: number) => `显示更多（还有 ${count} 处）`,
  convert: (count: number) => `生成 ${count} 张工作表`,
  converting: '正在生成…',
  converted: (sheets: readonly string[]) =>
    sheets.length === 1 ? `已生成工作表“${sheets[0]}”。` : `已生成 ${sheets.length} 张工作表，从“${sheets[0]}”起。`,
  nothingConverted: '没有生成工作表。',
  noStructure: '这里不能增加工作表，请在 Excel 中打开后再试。',
};

/** "52 个单元格，增删 3 行，新增工作表“甲”" */
function effectOf(cells: number, rows: number, sheets: readonly string[] = []): string {
  const parts: string[] = [];
  if (cells > 0) parts.push(`修改 ${cells} 个单元格`);
  if (rows > 0) parts.push(`增删 ${rows} 行`);
  if (sheets.length > 0) parts.push(`新增工作表 ${sheets.length} 张`);
  return parts.length === 0 ? '没有改动单元格' : parts.join('，');
}
