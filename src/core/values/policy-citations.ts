import { compactText } from './normalize-text';

/** A title in 《》 in a running text. */
export interface CitedTitle {
  /** Between the outer brackets. */
  readonly name: string;
  readonly start: number;
  /** Behind 》. */
  readonly end: number;
  /** True where a document number goes with it, even an incomplete one: behind it, or right before it. */
  readonly hasNumber: boolean;
}

type Title = Pick<CitedTitle, 'name' | 'start' | 'end'>;

/** No title of a document is longer; an opening bracket that is not closed within it is a slip. */
const LONGEST_TITLE = 200;
const NUMBER = /[0-9０-９×_]\s{0,3}号|[〕\]］)）]\s{0,3}号|号令/g;
const SENTENCE_END = /[。；;]|\n(?!\s{0,20}[（(【[〔])/;
/** How far from its title a number may stand. */
const FARTHEST_BEHIND = 200;
const FARTHEST_AHEAD = 60;

/** The outermost titles in 《》, in order; a title within a title (《关于印发〈…〉的通知》, also with 《》) belongs to the outer one. */
export function findCitedTitles(text: string): readonly CitedTitle[] {
  const titles = findTitles(text);
  const counts = countNumbers(text, titles);
  return titles.map((title, index) => ({ ...title, hasNumber: counts[index] > 0 }));
}

function findTitles(text: string): readonly Title[] {
  const titles: Title[] = [];
  const open: number[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const sign = text.charAt(index);
    if (sign !== '《' && sign !== '》') continue;
    while (open.length > 0 && index - open[0] > LONGEST_TITLE) open.shift();
    if (sign === '《') open.push(index);
    else if (open.length > 0) {
      const start = open.pop() as number;
      const name = text.slice(start + 1, index);
      while (titles.length > 0 && titles[titles.length - 1].start > start) titles.pop();
      if (name.trim() !== '') titles.push({ name, start, end: index + 1 });
    }
  }
  return titles;
}

/** How many document numbers go with each title. */
function countNumbers(text: string, titles: readonly Title[]): readonly number[] {
  const counts = titles.map(() => 0);
  titles.forEach(({ start, end }, index) => {
    const next = index + 1 < titles.length ? titles[index + 1].start : text.length;
    counts[index] = numbersIn(firstSentence(text.slice(end, Math.min(next, end + FARTHEST_BEHIND))));
    // 《甲》《乙》（甲号、乙号）: the numbers of several titles in one pair of brackets.
    let spare = counts[index] - 1;
    for (let other = index - 1; other >= 0 && spare > 0 && counts[other] === 0; other -= 1, spare -= 1)
      counts[other] = 1;
    const from = index > 0 ? titles[index - 1].end : 0;
    const ahead = text.slice(Math.max(from, start - FARTHEST_AHEAD), start);
    // The first title of a text or sentence has what stands before it; later ones only what touches them.
    const isFirst = index === 0 || SENTENCE_END.test(text.slice(from, start));
    if (isFirst || /号[文件的\s]{0,4}$/.test(ahead)) counts[index] += numbersIn(lastSentence(ahead));
  });
  return counts;
}

function numbersIn(text: string): number {
  return (text.match(NUMBER) || []).length;
}

function firstSentence(text: string): string {
  const stop = SENTENCE_END.exec(text);
  return stop ? text.slice(0, stop.index) : text;
}

function lastSentence(text: string): string {
  return text.slice(text.search(/[^。；;\n]*$/));
}

/** Kinds of document that are issued under a number. */
const NUMBERED_KIND = /(?:通知|意见|办法|方案|措施|细则|规定|通告|批复|复函)$/;
/** Rules of the Party and the State are known by their names; those under a law or by decree have no document number. */
const KNOWN_BY_NAME =
  /^(?:中国共产党|党政机关|中华人民共和国|党内|中央八项|关于新形势下党内)|中华人民共和国.{2,30}法|(?:法|条例)(?:实施|施行)?(?:细则|办法|规定|若干规定)$|八项规定|^(?:本|我)(?:单位|局|委|院|校|所|中心|街道|馆|站|厅|办)/;
/** 《办法》, 《实施方案》: short for a title that was given in full elsewhere. */
const SHORTEST_TITLE = 8;

/** True for the title of a policy that is cited with its document number; laws, 条例, 规划, 标准, books and contracts are not. */
export function isNumberedPolicy(name: string): boolean {
  const bare = bareTitle(name);
  return bare.length >= SHORTEST_TITLE && NUMBERED_KIND.test(bare) && !KNOWN_BY_NAME.test(bare);
}

/** The title for comparing and judging: without blanks, notes such as （试行） and closing marks. */
export function bareTitle(name: string): string {
  return compactText(name)
    .slice(0, LONGEST_TITLE)
    .replace(/(?:\([^()]{0,30}\)|\[[^[\]]{0,30}\]|〔[^〔〕]{0,30}〕|[〉》”"’」])+$/, '')
    .replace(/(?:试行|暂行|修订版?|修订稿|征求意见稿)$/, '');
}

const NAMED_KINDS: readonly RegExp[] = [
  /条例|办法|通知|方案|意见|规划/,
  /会议?纪要|纪要|批复|批转|复函|函[([]|[的复来致]函|合同(?!制)|协议|章程|公告|通告|公报|细则|纲要|要点|预案|决议|任务书|责任书|意向书|请示|党章|宪法|民法典/,
  /三定|职能配置|机构编制|编制规定|编办(?![公理事])|编委|核定编制/,
  /(?:行动|实施|工作|发展|专项|年度|三年|建设|培养|资助|提升)计划/,
  /(?:若干|实施|扶持|支持|鼓励|政策|改革|激励|保障)措施/,
  /(?:管理|编制|若干|暂行|工作|实施|使用|党内|八项|财务|审批)规定/,
  /(?:定额|开支|收费|补助|补贴|支出|经费|技术|国家|行业|地方|配置|建设|服务|工资|津贴)标准/,
  /(?:管理|财务|会计|采购|内控|考核)制度|(?:管理|技术|服务|建设|工作)规范|规程|准则|导则|指引|指南/,
  /(?:职责|权责|任务|项目|工作|事项|责任|政策)清单|目录/,
  /(?:政府工作|党代会|二十大|十九大|二十届.{2,4}全会)报告|政府工作报告/,
  /(?:会议?|[委府局组]|关于[^。;,]{2,40}的)决定/,
  /(?:常委会|常务会|党组会|党委会|办公会|专题会)(?:议)?[^。;]{0,12}(?:审议|审定|议定|研究|决定|同意|通过|批准)/,
  /第[0-9一二三四五六七八九十百零〇]{1,6}次[^。;]{0,12}会/,
  /(?:^|[^示])批示|批示件|(?:发|府|财|办|文|函|字|规|预)\[/,
  /GB(?:\/?[TZ])?-?[0-9]|[A-Z]{2,4}\/?T[0-9]{1,5}|[0-9]{1,5}号|号[文令]|第[一二三四五六七八九十百]{1,5}号/,
];

/** 预算法, 义务教育法; not 办法 (a kind of its own), 方法, 执法, 法治, 合法. */
const LAW =
  /(?:[预决]算|[^方办做执合司立无依守普违用看想说手书算疗技打魔章句语文护项目素例式配非枉学懂知讲国犯涉作实])法(?!规[^定]|规$|[律治院人制官庭援宣务学医师检纪理则])/;

/** Points to another place of the filing, where the document may stand. */
const REFERENCE = /(?:^|[,。;:(])(?:依据)?(?:详见|见|参见|同|如)(?:上|前|下|附|后|另|年度|项目)|附件|附后|后附/;

/** Longer texts are judged by their beginning. */
const LONGEST_BASIS = 20000;

/** True where a text names a document (title, number, kind of document) or says where one is named. */
export function namesDocument(text: string): boolean {
  const compact = compactText(text.slice(0, LONGEST_BASIS)).replace(/〔/g, '[').replace(/〕/g, ']');
  if (/《[^》]/.test(compact) || LAW.test(compact) || REFERENCE.test(compact)) return true;
  return NAMED_KINDS.some((kind) => kind.test(compact));
}

const ISSUED_KIND =
  /(?:办法|方案|意见|规定|细则|措施|政策|规划|计划|要点|标准|条例|清单|目录|制度|纲要|预案|指引|指南|规则|章程|分工|报告|讲话|通知|决定|规范|规程|手册|大纲|名单|机制|安排|要求|公约|守则|准则|导则|法|流程|定额|科目|目标|任务|指标|简章|公告|批复|总结|范本|文本|体系|举措|行动|条款|提纲|须知|职责|编制|函|[表书图])$/;
const LONGEST_ISSUED = 80;

/** 关于印发…的通知 whose … names no document: what was issued. In the words of the text, in order. */
export function findUnnamedIssues(text: string): readonly { readonly text: string; readonly start: number }[] {
  const found: { text: string; start: number }[] = [];
  const opening = '关于印发';
  for (let start = text.indexOf(opening); start >= 0; start = text.indexOf(opening, start + opening.length)) {
    const rest = text.slice(start + opening.length, start + opening.length + LONGEST_ISSUED);
    const match = /^([^《》〈〉“”"「」【】。;；,，\n]{2,80}?)的通知/.exec(rest);
    if (match && !ISSUED_KIND.test(bareTitle(match[1]))) found.push({ text: opening + match[0], start });
  }
  return found;
}
