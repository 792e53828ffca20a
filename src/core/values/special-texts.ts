import { compactText } from './normalize-text';

/** n/a: the filer says that the field does not apply (不适用, 无, /). */
export function isNotApplicable(text: string): boolean {
  return /^(?:不适用|无|暂无|没有|不涉及|\/+|[-—–]+|n\/a)[。.]?$/i.test(compactText(text));
}

/** A text that keeps its content back as classified: 涉密 … 不宜公开. */
export function isSecretText(text: string): boolean {
  const compact = compactText(text);
  if (compact.length > 60) return false;
  return /涉密.*(?:公开|公示|展示|填报)|^(?:项目)?(?:内容)?涉密(?:项目|内容|信息|事项)?[,。.]?$|^(?:不宜|不予|不便)公开[。.]?$/.test(
    compact,
  );
}
