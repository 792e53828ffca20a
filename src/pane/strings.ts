import type { Severity } from '../core/review/finding';

export const SEVERITY_NAMES: Readonly<Record<Severity, string>> = { error: '错误', warning: '警告', info: '提示' };

/** What the pane says. Texts of rules stand in the rules. */
export const STRINGS = {
  productName: '申报表助手',
  purpose: '检查预算绩效申报表的指标、目标值和金额，逐条说明问题所在、依据和改法。',
  privacy: '文件内容不会离开本机。',
  startHint: '打开要检查的工作簿，然后点「校验」。',

  check: '校验',
  checkAgain: '重新校验',
  checking: '正在校验…',
  checkingAgain: '正在重新校验…',
  readingWorkbook: '正在读取工作簿',
  checkingForm: (caption: string) => `正在检查：${caption}`,
  progressOf: (done: number, total: number) => `${done} / ${total} 项`,
  cancel: '取消',
  retry: '重试',
  close: '关闭',

  checkedAt: (time: string) => `${time} 校验`,
  scope: (forms: number, rules: number) => `${forms} 张表 ${rules} 条规则`,
  scopeWithProfile: (forms: number, rules: number, profile: string) =>
    `已按“${profile}”方案检查 ${forms} 张表、${rules} 条规则。`,
  outdated: '表格已修改，以下结果可能已过期。',
  recheckSoon: '即将重新校验…',

  resultHeading: '校验结果',
  severityFilterLabel: '按程度筛选',
  countOf: (name: string, count: number) => `${name} ${count}`,
  announceFound: (error: number, warning: number, info: number) =>
    `校验完成：错误 ${error} 条，警告 ${warning} 条，提示 ${info} 条。`,
  announceClean: '校验完成，没有发现问题。',
  announceNoForms: '校验完成，没有找到可检查的申报表。',

  searchLabel: '搜索问题',
  searchPlaceholder: '搜索',
  ruleFilterLabel: '按规则筛选',
  allRules: '全部规则',
  ruleChoice: (title: string, count: number) => `${title}（${count}）`,
  filtered: (shown: number, total: number) => `筛选出 ${shown} 条，共 ${total} 条`,
  clearFilter: '清除筛选',
  nothingMatches: '没有符合筛选条件的问题。',

  marksToggle: '在单元格上标记',
  on: '开',
  off: '关',
  markingUnavailable: '当前环境不支持在单元格上标记。',

  listLabel: '问题列表',
  sheetOf: (sheet: string) => `工作表：${sheet}`,
  outsideForms: (sheet: string) => `${sheet}（申报表以外）`,
  noFindingsInForm: '没有发现问题',
  partlyUnchecked: '未全部检查',
  showMore: (count: number) => `显示更多（还有 ${count} 条）`,

  findingLabel: (severity: string, cell: string) => `${severity}，单元格 ${cell}`,
  blankQuote: '（空白）',
  quoteLabel: '原文',
  expectedLabel: '应为',
  whyLabel: '为什么',
  basisLabel: '依据',
  exampleLabel: '示例',
  wrongExample: '不妥',
  rightExample: '改为',
  ruleLabel: '规则',
  writingUnavailable: '当前环境不能修改单元格，请在表格中手工修改。',
  repaired: '已修改',
  undo: '撤销',

  cleanHeading: '没有发现问题',
  someUnchecked: '另有未检查的内容，见下方说明。',
  checkedForms: '检查了以下各表',
  noFormsHeading: '没有找到可检查的申报表',
  noFormsLead: '本工作簿里没有读到申报表。可以检查的是：',
  formsLookedFor: [
    '二级项目支出绩效目标申报表：表头有“一级指标、二级指标、三级指标、指标值”，上方有项目编码、项目名称等栏目；',
    '编码指标表：每行列出预算单位、项目名称、各级指标与年度指标值。',
  ],
  noFormsButFindings: '没有找到可检查的申报表，只检查了单元格里的文字。',
  noFormsAdvice: '请确认打开的是申报表所在的工作簿，且表头文字没有删改。',

  noticeLabel: '操作结果',

  notCheckedHeading: '未检查',
  notCheckedLead: '以下内容没有结论，请人工核对。',
  unreadPlace: (sheet: string, range: string) => `${sheet} ${range}`,
  undecidedRules: (count: number) => `${count} 条规则`,
  wholeWorkbook: '整个工作簿',

  failedHeading: '校验没有完成',
  unexpectedFailure: '程序内部出错，操作没有完成。',
  unexpectedAdvice: '表格没有被修改。请重试；仍不成功时，请复制错误信息告知维护人员。',
  copyError: '复制错误信息',
  copied: '已复制',
  copyRefused: '没有复制成功，请手工选取下面的文字。',
  crashHeading: '窗格出了问题',
  crashAdvice: '表格没有受影响。请刷新窗格后重试；若再次出现，请复制错误信息告知维护人员。',
  reload: '刷新窗格',

  settings: '设置',
  profileLabel: '校验方案',
  profileShown: (name: string) => `校验方案：${name}`,
  autoRecheck: '修改后自动重新校验',
  autoRecheckHint: '关闭后，修改表格时只提示结果可能已过期。',
  watchingUnavailable: '当前环境不能获知表格的修改，请在修改后点「重新校验」。',

  fixed: (label: string, sheet: string, cell: string) => `${label}：${sheet} ${cell}。`,
  undone: (label: string) => `已撤销：${label}。`,
  fixRefused: '这一处已被改动，没有修改。请重新校验。',
  undoRefused: '这一处之后又有改动，没有撤销。',
  preferencesUnread: '设置没有读取成功，已采用默认设置。',
  withAdvice: (message: string, advice: string) => (advice === '' ? message : `${message}${advice}`),

  outsideHostHeading: '请在表格程序中打开',
  outsideHost: '这个页面是申报表助手的窗格，需要在 Excel 或申报表助手工作台中打开。',
  outsideHostAdvice: '本机没有 Excel 时，请打开工作台页面，再选择要检查的工作簿。',
  connecting: '正在连接表格…',
};
