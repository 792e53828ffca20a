import {
  bareTitle,
  findCitedTitles,
  findUnnamedIssues,
  isNumberedPolicy,
  type CitedTitle,
} from '../../values/policy-citations';
import { defineFormRule } from '../define-rule';
import { writtenTextsOf, type TextRole, type WrittenText } from '../written-texts';

/** Fields that are there to cite: every policy in them is cited. Elsewhere a title may be what the project writes or spreads. */
const CITING_ROLES: readonly TextRole[] = ['policyBasis', 'calculationBasis'];
/** Names of indicators and projects are no place for document numbers. */
const SILENT_ROLES: readonly TextRole[] = ['name', 'title'];

const CITING = /(?:根据|依据|按照|依照|遵照|参照|按)[^。；;\n]{0,60}$/;
/** Documents that are yet to be written, or are the subject of the work. */
const PRODUCED =
  /(?:编制|修订|制定|制订|出台|起草|形成|编写|撰写|拟定|草拟|完成|提交|上报|填写|填报|签订|宣传|宣讲|解读|学习|印制|发放|研究)(?:好|了|并印发|并出台)?[了的以及和《》、\s]{0,3}$/;

const LONGEST_QUOTE = 40;
const LONGEST_LIST = 3;

export default defineFormRule({
  id: 'text/citation-incomplete',
  severity: 'info',
  title: '引用政策文件应写全文件名称和文号',
  why: '名称相近的文件很多，写明文号才能查到原文，也才看得出文件是否仍然有效。',
  basis: '填报惯例（引用公文先引标题，后引发文字号）',
  example: {
    wrong: '《公共图书馆运行经费管理办法》',
    right: '《公共图书馆运行经费管理办法》（南府规〔2022〕8号）',
  },
  forms: ['project-target', 'coded-indicators', 'overall-target', 'prose'],
  messages: {
    number: '{titles}没有写明文号，请在文件名称后补上，如“（××〔年份〕××号）”。',
    issued: '“{found}”没有写出所印发文件的名称，请补全为“关于印发《××》的通知”。',
  },
  *check(form, problem) {
    const texts = writtenTextsOf(form);
    const known = numberedTitles(texts);
    for (const text of texts) {
      if (SILENT_ROLES.indexOf(text.role) >= 0) continue;
      const bare = uncitedTitles(text).filter(({ name }) => !known.has(bareTitle(name)));
      // Named once is enough: the repetition in another field says nothing new.
      for (const { name } of bare) known.add(bareTitle(name));
      if (bare.length > 0) {
        const quote = `《${bare[0].name}》`;
        yield problem('number', text.cellAt(bare[0].start), { titles: list(bare) }, { quote });
      }
      const [issue] = findUnnamedIssues(text.text);
      if (issue) yield problem('issued', text.cellAt(issue.start), { found: issue.text }, { quote: issue.text });
    }
  },
});

/** Titles that have their number somewhere in the form. */
function numberedTitles(texts: readonly WrittenText[]): Set<string> {
  const known = new Set<string>();
  for (const { text } of texts) {
    for (const { name, hasNumber } of findCitedTitles(text)) if (hasNumber) known.add(bareTitle(name));
  }
  return known;
}

/** Policies in a text that stand there without a number, each title once. */
function uncitedTitles({ text, role }: WrittenText): readonly CitedTitle[] {
  const seen = new Set<string>();
  return findCitedTitles(text).filter(({ name, start, hasNumber }) => {
    if (hasNumber || !isNumberedPolicy(name) || seen.has(bareTitle(name))) return false;
    const before = text.slice(Math.max(0, start - 80), start);
    if (PRODUCED.test(before) || (CITING_ROLES.indexOf(role) < 0 && !CITING.test(before))) return false;
    seen.add(bareTitle(name));
    return true;
  });
}

function list(titles: readonly CitedTitle[]): string {
  const named = titles.slice(0, LONGEST_LIST).map(({ name }) => {
    const line = name.replace(/\s+/g, '');
    return `《${line.length > LONGEST_QUOTE ? `${line.slice(0, LONGEST_QUOTE)}…` : line}》`;
  });
  return named.join('、') + (titles.length > LONGEST_LIST ? `等${titles.length}个文件` : '');
}
