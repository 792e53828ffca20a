import { FORM_TYPE_NAMES } from '../../src/core/reporting/form-type-names';
import { SEVERITY_NAMES } from '../../src/core/reporting/text-report';
import { SEVERITIES } from '../../src/core/review/finding';
import type { Rule } from '../../src/core/rules/define-rule';

/** Areas in the order of the documentation, with their Chinese names; a rule of another area cannot be documented. */
export const AREA_NAMES: Readonly<Record<string, string>> = {
  form: '表格结构',
  header: '表头',
  text: '文字',
  basis: '测算依据',
  goal: '绩效目标',
  name: '指标名称',
  value: '指标值',
  explanation: '指标解释',
  code: '指标编码',
  budget: '部门预算表',
  prose: '文字部分的数字',
};

const HEAD = `<!-- 由 npm run docs 根据 src/core/rules 生成，请勿手工修改。 -->

# 规则

每条规则的级别：**错误**须改正后才能受理；**警告**由审核人询问；**提示**是写法问题。级别可在校验方案中调整。
“可修复”指助手能给出一处不必再问人的修改，由用户确认后写入。
方案可以另定的数值列在[最后一节](#可在方案中另定的数值)，方案的写法见 [profiles.md](profiles.md)。
`;

/**
 * The text of docs/rules.md.
 * @param isFixable Whether a rule offers fixes: told from its source, since only a finding holds the fix itself.
 */
export function renderRuleDocs(rules: readonly Rule[], isFixable: (id: string) => boolean): string {
  const sections = [HEAD];
  for (const [area, name] of Object.entries(AREA_NAMES)) {
    const ofArea = rules.filter(({ id }) => id.split('/')[0] === area);
    if (ofArea.length === 0) continue;
    sections.push(
      [
        `## ${area}/ ${name}\n`,
        '| 编号 | 级别 | 检查什么 | 依据 | 适用表 | 可修复 | 示例（✗ 错误，✓ 正确） | 为什么 |',
        '|---|---|---|---|---|---|---|---|',
        ...ofArea.map((rule) => ruleRow(rule, isFixable(rule.id))),
        '',
      ].join('\n'),
    );
  }
  const lost = rules.find(({ id }) => AREA_NAMES[id.split('/')[0]] === undefined);
  if (lost !== undefined) throw new Error(`the area of ${lost.id} has no name in rule-docs.ts`);
  sections.push(thresholdSection(rules));
  return sections.join('\n');
}

const THRESHOLDS_HEAD = `## 可在方案中另定的数值

在方案的 \`thresholds\` 里按规则编号和名称填写，没有写的用这里的默认值。
`;

function thresholdSection(rules: readonly Rule[]): string {
  const rows: string[] = [];
  for (const { id, thresholds } of rules) {
    for (const [name, { value, meaning }] of Object.entries(thresholds)) {
      rows.push(`| ${[`\`${id}\``, `\`${name}\``, String(value), escapeCell(meaning)].join(' | ')} |`);
    }
  }
  if (rows.length === 0) return `${THRESHOLDS_HEAD}\n目前没有这样的数值。\n`;
  return `${THRESHOLDS_HEAD}\n${['| 规则 | 名称 | 默认值 | 含义 |', '|---|---|---|---|', ...rows, ''].join('\n')}`;
}

/** True when the source of a rule makes fixes. */
export function makesFixes(source: string): boolean {
  return /\bfix\b|\/cell-fix'/.test(source.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, ''));
}

function ruleRow(rule: Rule, isFixable: boolean): string {
  const cells = [
    `\`${rule.id}\``,
    severitiesOf(rule),
    rule.title,
    rule.basis,
    rule.forms.map((type) => FORM_TYPE_NAMES[type]).join('、'),
    isFixable ? '是' : '—',
    `✗ ${rule.example.wrong}\n✓ ${rule.example.right}`,
    rule.why,
  ];
  return `| ${cells.map(escapeCell).join(' | ')} |`;
}

/** The rule's own severity, then the others that single messages have. */
function severitiesOf({ severity, messages }: Rule): string {
  const others = SEVERITIES.filter(
    (candidate) =>
      candidate !== severity &&
      Object.values(messages).some((message) => typeof message !== 'string' && message.severity === candidate),
  );
  const names = others.map((other) => SEVERITY_NAMES[other]).join('、');
  return SEVERITY_NAMES[severity] + (names === '' ? '' : `（个别情形：${names}）`);
}

/** A text as it stands in a cell of a table in Markdown. */
export function escapeCell(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/\|/g, '\\|')
    .replace(/([*_])/g, '\\$1')
    .replace(/\r?\n/g, '<br>');
}
