/**
 * The words of the field as data. A word is a run of Chinese characters that a name is taken apart into; a line of words separated by
 * blanks is a group whose words mean the same wherever they stand ("the first of a line" names the group in messages).
 *
 * What may be added where:
 * - a group only if a careful official would put one word for the other without asking: these lead to codes filled in by one click;
 * - `near` for words that are often, but not always, used for one another: these are shown for choosing;
 * - `kinds` for what something is ("宣传品: 手册 展板": a 手册 is a 宣传品): shown for choosing as well;
 * - no word stands in two groups; what a single character costs stands in segment.ts.
 */
export type WordClass =
  /** Says nothing: 的, 相关, 全年. */
  | 'filler'
  /** Says nothing before a deed (有效提升), and something before a thing (有效投诉). */
  | 'adverb'
  /** Holds a place for the subject: 项目, 工作, 任务. */
  | 'generic'
  /** A verb that says only that something takes place: 开展, 举办. */
  | 'light'
  /** Qualifies and seldom decides: 专项, 国内外. */
  | 'weak'
  /** How something was done: 及时, 合格, 完成. */
  | 'aspect'
  /** What is done: 采购, 维修. It may stand before or behind its object. */
  | 'action'
  /** What takes place and can be counted in times: 培训, 检查. */
  | 'event'
  /** People: they can be content, and be counted by 人数. */
  | 'person'
  /** Bodies that are counted by 家数: 企业, 机构. */
  | 'body'
  /** Things, and everything else. */
  | 'thing'
  /** Turns the meaning round: 未, 不. */
  | 'negation';

/** What a name asks for, by the word it closes with. */
export type MeasureKind =
  | 'rate'
  | 'count'
  | 'times'
  | 'batches'
  | 'people'
  | 'person-times'
  | 'bodies'
  | 'households'
  | 'money'
  | 'area'
  | 'length'
  | 'weight'
  | 'duration'
  | 'date'
  | 'amount'
  | 'index'
  | 'state';

/** Words of one class. */
export interface WordGroups {
  readonly wordClass: WordClass;
  /** Lines of words that mean the same. */
  readonly groups: readonly string[];
  /** Lines of words that have no synonyms and only need to be known as words. */
  readonly words?: readonly string[];
}

/** Lines of words without measure of strictness: see `near` and `kinds` above. */
export interface WordRelations {
  readonly near: readonly string[];
  /** "broader: narrower narrower". */
  readonly kinds: readonly string[];
}
