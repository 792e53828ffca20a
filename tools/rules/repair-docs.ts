import type { TemplateRepair } from '../../src/core/normalizing/define-repair';
import { FORM_TYPE_NAMES } from '../../src/core/reporting/form-type-names';
import { escapeCell } from './rule-docs';

const HEAD = `<!-- 由 npm run docs 根据 src/core/normalizing/repairs 生成，请勿手工修改。 -->

# 规范时另做的修改

规范先做[规则](rules.md)中“可修复”的修改，再做下面这些：规则不报，但模板另有写法。每一处都先预览，由用户勾选后才写入，可以撤销。

凡是公式、受保护工作表的锁定单元格、涉密项目都不改；拿不准的不改。不需要的一项可以在[校验方案](profiles.md)的 \`severities\` 里写 \`"off"\`。

| 编号 | 做什么 | 模板的写法 | 依据 | 适用表 | 示例（✗ 原来，✓ 之后） | 为什么 |
|---|---|---|---|---|---|---|
`;

/** The text of docs/repairs.md. */
export function renderRepairDocs(repairs: readonly TemplateRepair[]): string {
  const rows = repairs.map(({ id, label, title, basis, forms, example, why }) => {
    const cells = [
      `\`${id}\``,
      label,
      title,
      basis,
      forms.map((type) => FORM_TYPE_NAMES[type]).join('、'),
      `✗ ${example.wrong}\n✓ ${example.right}`,
      why,
    ];
    return `| ${cells.map(escapeCell).join(' | ')} |\n`;
  });
  return HEAD + rows.join('');
}
