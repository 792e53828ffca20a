import { compactText } from './normalize-text';

/** 不适用, and the same said at more length: 本项目不涉及, 无此项指标, 不适用（…）. */
const NOT_APPLICABLE =
  /^(?:(?:[本该此](?:项目|项|指标|年度|单位)?)?暂?(?:不适用|不涉及|无)(?:[此该本](?:项|类)?(?:指标|内容|项目|效益)?)?(?:\([^()]{0,40}\))?|没有|\/+|[-—–]+|n\/a)[。.]?$/i;

/** n/a: the filer says that the field does not apply (不适用, 无, /). */
export function isNotApplicable(text: string): boolean {
  return NOT_APPLICABLE.test(compactText(text));
}

/** A text that keeps its content back as classified: 涉密 … 不宜公开. */
export function isSecretText(text: string): boolean {
  // Asked of every cell with a finding: a long text is not even made compact.
  if (text.length > 500) return false;
  const compact = compactText(text);
  if (compact.length > 60) return false;
  return /涉密.*(?:公开|公示|展示|填报)|^(?:项目)?(?:内容)?涉密(?:项目|内容|信息|事项)?[,。.]?$|^(?:不宜|不予|不便)公开[。.]?$/.test(
    compact,
  );
}
