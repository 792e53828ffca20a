import { isNotApplicable, isSecretText } from '../../values/special-texts';
import { cellFix } from '../cell-fix';
import { defineRule } from '../define-rule';

const CODE = /^\s*[0-9]{6,12}\s*[-—–_]\s*/;
/**
 * "1." "2、" "（3）" "①" before a name. A digit or numeral behind the mark makes it part of the name: 1.5米, 一、二类疫苗.
 */
const NUMBERING =
  /^\s*(?:[0-9０-９]{1,2}\s*[.．、](?!\s*[0-9０-９])|[一二三四五六七八九十]{1,2}、(?!\s*[一二三四五六七八九十])|[(（](?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,2})[)）]|[①-⑳])\s*/;
const FINAL_MARKS = /[\s。．.;；,，、]+$/;
/** More items in the same cell: taking the number from the first alone would leave the list uneven. */
const FURTHER_ITEM =
  /[\n\r;；。,，、]\s*(?:[0-9０-９]{1,2}\s*[.．、](?![0-9０-９])|[(（][0-9一二三四五六七八九十]{1,2}[)）]|[①-⑳])/;

/** As far as a list is looked for, so that long texts cost no time. */
const LONGEST_LIST = 300;

export default defineRule({
  id: 'name/edge-punctuation',
  severity: 'info',
  title: '三级指标名称前不带序号，末尾不带标点',
  why: '名称是检索和汇总的依据，多出的序号和标点会让同一指标对不上。',
  basis: '填报惯例',
  example: { wrong: '1.培训覆盖率。', right: '培训覆盖率' },
  forms: ['project-target', 'coded-indicators', 'overall-target'],
  messages: {
    numbering: '三级指标名称“{name}”带有序号“{marks}”，应写为“{expected}”。',
    final: '三级指标名称“{name}”末尾带有标点“{marks}”，应写为“{expected}”。',
    both: '三级指标名称“{name}”带有序号和末尾标点，应写为“{expected}”。',
  },
  *check({ project }, problem) {
    for (const { name } of project.indicators) {
      const { text } = name;
      if (typeof name.value !== 'string' || isNotApplicable(text) || isSecretText(text)) continue;
      const code = firstMatch(CODE, text);
      const rest = text.slice(code.length);
      const numbering = firstMatch(NUMBERING, rest);
      const body = rest.slice(numbering.length);
      const final = body.trim().slice(-3) === '...' ? '' : finalMarks(body);
      const bare = body.slice(0, body.length - final.length).trim();
      if (bare === '' || FURTHER_ITEM.test(body.slice(0, LONGEST_LIST))) continue;
      const hasFinal = /\S/.test(final);
      if (numbering === '' && !hasFinal) continue;
      const expected = code + bare;
      const messageId = numbering === '' ? 'final' : hasFinal ? 'both' : 'numbering';
      const marks = (numbering === '' ? final : numbering).trim();
      const details = { expected, fix: cellFix('去除序号和末尾标点', name, expected) };
      yield problem(messageId, name, { name: text.trim(), marks, expected }, details);
    }
  },
});

function firstMatch(pattern: RegExp, text: string): string {
  const match = pattern.exec(text);
  return match ? match[0] : '';
}

// A pattern that ends in $ is tried again at every mark of a long text, so only its end is looked at.
function finalMarks(text: string): string {
  return firstMatch(FINAL_MARKS, text.slice(-20));
}
