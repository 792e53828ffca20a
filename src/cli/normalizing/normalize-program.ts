import { Argument, Option, type Command } from 'commander';
import { CATALOGUE_MEANING, CATALOGUE_OPTION } from '../catalogue/catalogue-program';
import { collect, oneOf } from '../option-values';
import type { Surroundings } from '../surroundings';
import { runNormalize, type NormalizeOptions } from './normalize-command';

/** Adds the command `normalize`. */
export function addNormalizeCommand(
  program: Command,
  surroundings: Surroundings,
  finish: (status: number) => void,
): void {
  program
    .command('normalize')
    .description('把工作簿规范成模板的写法，写入副本')
    .usage('[选项] <文件…> --output <文件夹>')
    .helpOption('-h, --help', '显示用法')
    .addArgument(new Argument('<文件...>', '文件、文件夹（含下级文件夹）或通配符，不改动').argParser(collect))
    .option('--output <文件夹>', '副本写入这个文件夹，文件名不变；来自不同文件夹的放在各自的下级文件夹')
    .option(
      '--template <模板>',
      '另把每个项目转到这个模板的新工作表：内置模板的名称（深圳、珠海、通用）或编号，或模板文件（.xlsx）',
    )
    .option('--dry-run', '只列出会改什么，不写入')
    .addOption(
      new Option('--format <格式>', 'text（文字，不写时用它）或 json').argParser(
        oneOf('--format', ['text', 'json'] as const),
      ),
    )
    .option('--profile <方案>', '校验方案：auto（逐个工作簿自动选择，不写时用它）、内置方案的编号或方案文件')
    .option(CATALOGUE_OPTION, CATALOGUE_MEANING)
    .option('--force', '副本已经存在时替换它')
    .addHelpText(
      'after',
      [
        '',
        '做的是规则中可修复的（见 shenbao rules）和模板另有写法的（docs/repairs.md）修改，包括补上缺少的指标行、删去多余的行。',
        '公式、受保护的单元格、涉密项目和已接受的问题不改；拿不准的不改，列为需人工处理。副本与原文件只在列出的单元格（和转换出的工作表）不同，引用了移位的行的公式随之移动，宏保留。',
        '--format json：',
        '  {"version":1,"workbooks":[{"file","edits":[{"ruleId","sheet","cell","before","after"}],"left":[{"ruleId","sheet","cell","reason"}]}]}',
        '  cell 是原文件里的位置；增删行后移了位的另有 "writtenTo"（副本里的位置），新行的格带 "inserted":true，位置是副本里的。',
        '  几条规则改了同一格的另有 "ruleIds"；换了显示格式的另有 "format"（只换格式时 before、after 相同）。',
        '  增删的行在 "rows":[{"ruleId","sheet","row","change"}]：change 为 insert（row 是副本里的行号）或 delete（row 是原文件里的行号）。',
        '  用 --template 时另有 "sheets":[{"name","projects","fieldCount","indicatorCount","unplaced":[{"project","label","indicator","text","sheet","cell"}],"remarks"}]',
        '  和 "notConverted":[{"sheet","project","reason"}]；unplaced 是模板里没有位置的文字，也列在新工作表的旁边，位置是副本里的。',
        '  没有写入的文件在 "failures":[{"file","reason"}]。',
        '',
        '退出状态：0 没有要由人处理的；1 还有要由人处理的；2 有文件没有写入，或命令写错。',
        '',
        '例：',
        '  shenbao normalize 申报表.xlsx --dry-run',
        '  shenbao normalize 收到的文件夹 --output 规范后',
        '  shenbao normalize 申报表.xlsx --template 珠海 --output 规范后',
      ].join('\n'),
    )
    .action(async (patterns: readonly string[], options: NormalizeOptions) => {
      finish(await runNormalize(patterns, options, surroundings));
    });
}
