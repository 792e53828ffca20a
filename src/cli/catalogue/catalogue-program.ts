import { Option, type Command } from 'commander';
import { oneOf } from '../option-values';
import type { Surroundings } from '../surroundings';
import { runMatch, type MatchOptions } from './match-command';

export const CATALOGUE_OPTION = '--catalogue <指标库>';
export const CATALOGUE_MEANING = '指标库：文件（.json、.xlsx、.csv）或内置指标库的编号；不写时用内置的珠海指标库';

/** Adds the commands about standard indicators: match. */
export function addCatalogueCommands(
  program: Command,
  surroundings: Surroundings,
  finish: (status: number) => void,
): void {
  program
    .command('match')
    .description('为送入的指标名称在指标库中找编码')
    .usage('[选项] < 指标.txt')
    .helpOption('-h, --help', '显示用法')
    .option(CATALOGUE_OPTION, CATALOGUE_MEANING)
    .addOption(
      new Option('--format <格式>', 'json（每行一个 JSON，不写时用它）或 text（文字）').argParser(
        oneOf('--format', ['json', 'text'] as const),
      ),
    )
    .addHelpText(
      'after',
      [
        '',
        '每行一个三级指标，后面可以加制表符和二级指标；其余各列不看。空行、以 # 开头的行和表头“三级指标<制表符>二级指标”跳过。',
        '编码可以是 UTF-8、UTF-16（带标记）或 GB18030，即 Excel 的“文本（制表符分隔）”和“Unicode 文本”都可以。',
        '按送入的次序，每个指标输出一行：',
        '  {"name","level2","decision","candidates":[{"code","name","score","reason"}]}',
        '  decision：certain 可直接填，likely 由人选择，none 库中无；属其他二级指标的候选排在后面，带 "otherLevel2":true，只供参考。',
        '',
        '退出状态：0 已全部查找；2 不能查找。',
        '',
        '例：',
        "  printf '扶持企业数\\t数量指标\\n' | shenbao match",
        '  shenbao match --catalogue 本局指标库.json --format text < 指标.txt',
      ].join('\n'),
    )
    .action(async (options: MatchOptions) => {
      finish(await runMatch(options, surroundings));
    });
}
