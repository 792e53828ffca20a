import { parseCodedName } from '../../values/indicator-code';
import { bareText, compactText } from '../../values/normalize-text';
import { MOST_CHOICES, nameKey, SHORTEST_REST } from '../name-keys';
import { theLexicon } from './lexicon';
import { LONGEST_NAME, segment, UNKNOWN } from './segment';
import type { MeasureKind, WordClass } from './words/word-data';

/** A name without what does not belong to it. */
export interface CleanName {
  /** Bare texts to be taken apart, the likeliest first: without places and what stands in brackets, and with them. */
  readonly spellings: readonly string[];
  /** Years and ordinals that were taken out, sorted: they tell two entries apart, but say nothing of the kind. */
  readonly particulars: readonly string[];
  /** The spelling that lacks words which may be a place (盐田区) and may be none (核心区); null for no such words. */
  readonly withoutDoubtfulPlace: string | null;
  /** Remarks in brackets that were left out and may limit the indicator: 残疾人 in 培训人数（残疾人）. Bare texts. */
  readonly remarks: readonly string[];
}

/** Longest text looked at: an indicator's name with remarks; the rest is left out. */
const LONGEST_TEXT = 400;

const MARKS = /^(?:[*+★☆●○◆◇▲△■□※#&^!~=·•>√\-—–_.、,:;“”‘’"'「『《〈]|[①-⑳])+/;
const ORDINAL =
  /^(?:[(（][0-9０-９一二三四五六七八九十]{1,3}[)）]|[0-9]{1,2}(?:[.．][0-9]{1,2}){1,3}(?:[、.．)）]|\s)|[0-9０-９]{1,2}(?:[、)）:：]|[.．](?:(?=(?:20[0-9]{2}|[0-9]{6,12})[^0-9])|(?![0-9０-９]))|\s*[-—](?![0-9]))|[一二三四五六七八九十]{1,3}(?:[、.．]|是(?!否))|指标[一二三四五六七八九十0-9]{1,2}[:：、.])/;
const CLOSING = /[。．.;；,，、:：!！?？\s]+$/;
const TARGET =
  /(?:达到|达|为|不低于|不少于|不高于|不超过|超过|大于|小于|等于|至少|[≥≤><=≧≦])+[0-9][0-9.,]*(?:%|[\u4e00-\u9fff]{0,3})(?:以上|以内|以下)?$/;
/** Remarks that do not limit what is counted: units, and what is said about the row. */
const HARMLESS_REMARK =
  /^(?:[a-z0-9%.,]{0,6}|单位.*|含.*|不含.*|包括.*|注.*|详.*|见.*|必填.*|选填.*|可选.*|参考.*|共性.*|个性.*|是[/、或]?否|有[/、或]?无|[0-9.,]*[万千百亿]?(?:人次|户次|家次|场次|班次|批次|平方米|平方公里|立方米|公里|千米|公顷|工作日|个月|小时|分钟|[人个家次场期项份套台辆户元米亩吨天件宗条座处栋幢张本册篇部只头羽尾株棵盏名位分年月日起支根艘例卷箱组队批幅对类种块间层床]|百分比)(?:[/每].{1,4})?)$/;
const ANY_BRACKETS = /[(\[{【〔]([^()\[\]{}【】〔〕]{0,60})[)\]}】〕]/g;
const YEAR =
  /(?:19[0-9]{2}|20[0-4][0-9])(?:(?:[-—~至到](?:19|20)?[0-9]{2})?(?:学年|财年|年度|年)|(?=[\u4e00-\u9fff])(?![亩元吨人米平公个家户台套件次场万千百亿级多余]))|[0-9]{1,2}月份?/g;
const NUMBERED = /第[一二三四五六七八九十百0-9]{1,4}(?:届|次|期|批次|批|季度|轮|学期|年度|年)/g;
const PLACE = /^(?:[\u4e00-\u9fff]{2,3}?(?:省|自治区|市|区|县|镇|街道)){1,3}(?=[\u4e00-\u9fff]{2})/;
/** A city or province is one; 区 and 县 are behind the name of a city. */
const SURE_PLACE = /(?:省|自治区|[市])$|市[\u4e00-\u9fff]{2,3}[区县镇]$/;
const NO_PLACE =
  /[社园校小景灾山地城灌库片辖矿林牧老新病厂军战海港范验护税能务住居业宅发全本我各]区|[超上城都门菜股全本我各级夜集早]市|[各全本我困强]县|[市县区乡全]级|自治区级|高新区|经开区|自贸区|保税区|工业区|商务区|[各全本我城乡集市名古小]镇/;

/** Prepares a name that somebody wrote. */
export function cleanName(written: string): CleanName {
  // A code may stand there in spaced-out digits.
  const text = withoutLead(compactText(withoutLead(written.slice(0, LONGEST_TEXT))));
  const compact = compactText(text).toLowerCase().replace(CLOSING, '').replace(TARGET, '');
  const { outside, inside } = splitBrackets(compact);
  const particulars: string[] = [];
  const placed = withoutNumbers(outside, particulars);
  const spellings: string[] = [];
  const add = (spelling: string): void => {
    if (spelling !== '' && spellings.indexOf(spelling) < 0) spellings.push(spelling);
  };
  const isTooShort = placed.length < SHORTEST_REST;
  const whole = withoutNumbers(compact, []);
  if (isTooShort) add(whole);
  const unplaced = withoutPlace(placed);
  add(unplaced);
  add(placed);
  add(whole);
  const remarks = isTooShort ? [] : inside.filter((remark) => !HARMLESS_REMARK.test(remark)).map(nameKey);
  const place = placed.slice(0, placed.length - unplaced.length);
  const withoutDoubtfulPlace = place === '' || SURE_PLACE.test(place) ? null : unplaced;
  return { spellings, particulars: particulars.sort(), withoutDoubtfulPlace, remarks };
}

/** The spellings of a standard name: without its brackets, with each choice in them, and each bracket on its own. */
export function standardSpellings(name: string): readonly string[] {
  if (!HOLDS_MORE.test(name)) return [bareText(name).slice(0, LONGEST_NAME)];
  const compact = compactText(withoutLead(name)).replace(ANY_BRACKETS, (whole, remark: string) =>
    HARMLESS_REMARK.test(remark.toLowerCase()) ? '' : whole,
  );
  const found: string[] = [];
  const add = (text: string): void => {
    const bare = withoutNumbers(text.toLowerCase(), []).slice(0, LONGEST_NAME);
    if (bare.length >= 2 && found.indexOf(bare) < 0) found.push(bare);
  };
  const brackets = /\(([^()]{0,60})\)/.exec(compact);
  if (brackets !== null) {
    const before = compact.slice(0, brackets.index);
    const after = compact.slice(brackets.index + brackets[0].length);
    add(before + after);
    const choices = brackets[1].split(/[/、,;|或]/).filter((choice) => choice !== '');
    for (const choice of choices.slice(0, MOST_CHOICES)) add(before + choice + after);
    if (choices.length === 1) for (const other of otherWords(before, choices[0], after)) add(other);
  }
  add(compact);
  return found;
}

/** 培训(参会)人次 is 参会人次 as well, and 培训班次(会议次数) is 会议次数: what stands in brackets is of the same sort as the word before. */
function otherWords(before: string, choice: string, after: string): readonly string[] {
  const ofBefore = lastWordOf(before);
  const ofChoice = lastWordOf(choice);
  if (ofBefore === null || ofChoice === null) return [];
  if (ofBefore.measure !== null && ofChoice.measure !== null && ofChoice.start > 0 && after === '') return [choice];
  const isOneWord = ofChoice.start === 0;
  const isSameSort = ofBefore.wordClass === ofChoice.wordClass && EXCHANGED.indexOf(ofBefore.wordClass) >= 0;
  return isOneWord && isSameSort ? [before.slice(0, ofBefore.start) + choice + after] : [];
}

const EXCHANGED: readonly WordClass[] = ['action', 'event', 'person', 'body'];

interface LastWord {
  readonly start: number;
  readonly wordClass: WordClass;
  readonly measure: MeasureKind | null;
}

function lastWordOf(text: string): LastWord | null {
  const { concepts, words } = theLexicon();
  const { count, start, word } = segment(text);
  if (count === 0 || word[count - 1] < 0) return null;
  const { concept, measure } = words[word[count - 1]];
  return { start: start[count - 1], wordClass: concept < 0 ? 'thing' : concepts[concept].wordClass, measure };
}

/** The particulars of a standard name, see CleanName. */
export function particularsOf(name: string): readonly string[] {
  const found: string[] = [];
  if (HOLDS_MORE.test(name)) withoutNumbers(compactText(name).toLowerCase(), found);
  return found.sort();
}

/** Brackets, figures, ordinals: most standard names have none. */
const HOLDS_MORE = /[(（[【〔0-9０-９第]/;

function withoutLead(written: string): string {
  let text = written.replace(/^\s+/, '');
  for (let round = 0; round < 4; round += 1) {
    const coded = parseCodedName(text);
    if (coded !== undefined && coded.name !== '') text = coded.name;
    const bare = text.replace(MARKS, '').replace(ORDINAL, '').replace(/^\s+/, '');
    if (bare === text || bare === '') break;
    text = bare;
  }
  return text;
}

function splitBrackets(compact: string): { readonly outside: string; readonly inside: readonly string[] } {
  const inside: string[] = [];
  const outside = compact.replace(ANY_BRACKETS, (_whole, remark: string) => {
    if (remark !== '') inside.push(remark);
    return '';
  });
  return { outside: outside.replace(CLOSING, ''), inside };
}

function withoutNumbers(compact: string, found: string[]): string {
  const take = (part: string): string => {
    found.push(part);
    return '';
  };
  return bareText(compact.replace(YEAR, take).replace(NUMBERED, take)) || bareText(compact);
}

function withoutPlace(bare: string): string {
  const place = PLACE.exec(bare);
  if (place === null || NO_PLACE.test(place[0]) || bare.length - place[0].length < SHORTEST_REST) return bare;
  return holdsWord(place[0]) ? bare : bare.slice(place[0].length);
}

/** True when a text holds a word of the lexicon: 城市街道 is no place. */
function holdsWord(text: string): boolean {
  const { count, start, end, word } = segment(text.replace(/(?:街道|[省市区县镇])$/, ''));
  for (let index = 0; index < count; index += 1) {
    if (word[index] !== UNKNOWN && end[index] - start[index] > 1) return true;
  }
  return false;
}
