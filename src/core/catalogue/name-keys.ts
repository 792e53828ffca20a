import { bareText, compactText } from '../values/normalize-text';

/** Brackets with a remark (是/否) or a choice (建设/改造/维护). */
const BRACKETS = /\(([^()]{0,60})\)/;
export const MOST_CHOICES = 12;
/** A name that is shorter without its brackets or its place says too little without them. */
export const SHORTEST_REST = 3;

/**
 * What a standard name may be written as, made comparable: whole, without its brackets, and with each of the choices in them
 * ("(建设/改造)工程完成率" is also "改造工程完成率").
 */
export function standardNameKeys(name: string): readonly string[] {
  const compact = compactText(name);
  const keys = [nameKey(compact)];
  const add = (text: string): void => {
    const key = nameKey(text);
    if (key.length >= SHORTEST_REST && keys.indexOf(key) < 0) keys.push(key);
  };
  const brackets = BRACKETS.exec(compact);
  if (brackets === null) return keys;
  add(compact.replace(BRACKETS, ''));
  const choices = brackets[1].split(/[/、,，或]/).filter((choice) => choice !== '');
  if (choices.length > 1 && choices.length <= MOST_CHOICES && !/^(?:是|否|有|无)$/.test(choices[0])) {
    for (const choice of choices) add(compact.replace(BRACKETS, choice));
  }
  return keys;
}

/** What a written name is looked up by: as it is, then without a remark in brackets at its end. */
export function writtenNameKeys(name: string): readonly string[] {
  const compact = compactText(name);
  const withoutRemark = nameKey(compact.replace(/\([^()]{0,60}\)$/, ''));
  const whole = nameKey(compact);
  return withoutRemark === whole || withoutRemark.length < SHORTEST_REST ? [whole] : [whole, withoutRemark];
}

/** A name, or a remark in it, as they are compared: choices are divided in many ways. */
export function nameKey(compact: string): string {
  return bareText(compact).replace(/[/|\\+*&]+/g, '');
}
