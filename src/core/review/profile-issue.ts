import type { z } from 'zod';

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: '用双引号括起来的文字',
  number: '数（不加引号）',
  integer: '整数（不加引号）',
  array: '方括号括起来的列表',
  object: '花括号括起来的一组键和值',
  boolean: ' true 或 false（不加引号）',
};

const EXTENDS_HINT = '（写上 "extends": "general"，未写的各项就取通用方案）';

const NEVER_INHERITED: readonly (string | number)[] = ['version', 'id', 'name'];

/** What is wrong at one place of a profile file, in Chinese and without the final stop. */
export function explainIssue(issue: z.ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.received === 'undefined') return isInheritable(issue) ? `缺少这一项${EXTENDS_HINT}` : '缺少这一项';
      return `应为${TYPE_NAMES[issue.expected] ?? issue.expected}`;
    case 'invalid_enum_value':
      return `不认识“${String(issue.received)}”，可以写：${issue.options.join('、')}`;
    case 'invalid_literal':
      return `应为 ${JSON.stringify(issue.expected)}`;
    case 'unrecognized_keys':
      return `多出了不认识的项：${issue.keys.join('、')}`;
    case 'invalid_string':
      return issue.path.indexOf('divisionPrefixes') >= 0 ? '只能写 2 至 6 位数字' : '只能用小写英文字母、数字和“-”';
    case 'too_small':
      return issue.type === 'number' ? '应大于零' : '不能为空';
    case 'too_big':
      return `不能超过 ${String(issue.maximum)} 个字`;
    default:
      return issue.message;
  }
}

function isInheritable({ path }: z.ZodIssue): boolean {
  return path.length === 1 && NEVER_INHERITED.indexOf(path[0]) < 0;
}
