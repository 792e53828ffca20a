import { Argument, Command, Option } from 'commander';
import packageJson from '../../package.json';
import { SEVERITIES } from '../core/review/finding';
import { addCatalogueCommands, CATALOGUE_MEANING, CATALOGUE_OPTION } from './catalogue/catalogue-program';
import { runCheck, type CheckOptions } from './check-command';
import { speakChinese } from './chinese-commander';
import { addNormalizeCommand } from './normalizing/normalize-program';
import { collect, oneOf } from './option-values';
import { runRules, type RulesOptions } from './rules-command';
import type { Surroundings } from './surroundings';

const FORMATS = ['text', 'json'] as const;

/** The commands and options of `shenbao`; a command that has run hands its exit status to `finish`. */
export function createProgram(surroundings: Surroundings, finish: (status: number) => void): Command {
  const program = new Command('shenbao');
  speakChinese(program, surroundings);
  program
    .description(
      '申报表助手：校验预算绩效申报表（.xlsx、.xlsm），规范成模板的写法，查找和填写标准指标编码。文件只在本机处理，不改动原文件，不上传。',
    )
    .usage('<命令> [选项]')
    .helpOption('-h, --help', '显示用法')
    .helpCommand('help [命令]', '显示某个命令的用法')
    .version(packageJson.version, '-V, --version', '显示版本号')
    .addHelpText('after', '\n退出状态：0 没有错误；1 发现错误；2 有内容未能校验，或命令写错。');

  program
    .command('check')
    .description('校验工作簿')
    .usage('[选项] <文件…>')
    .helpOption('-h, --help', '显示用法')
    .addArgument(new Argument('<文件...>', '文件、文件夹（含下级文件夹）或通配符').argParser(collect))
    .addOption(new Option('--format <格式>', 'text（文字，不写时用它）或 json').argParser(oneOf('--format', FORMATS)))
    .option('--output <文件>', '把结果写入文件，不显示在屏幕上')
    .option('--profile <方案>', '校验方案：auto（逐个工作簿自动选择，不写时用它）、内置方案的编号或方案文件')
    .option(CATALOGUE_OPTION, CATALOGUE_MEANING)
    .addOption(
      new Option('--severity <级别>', '只列出这一级别以上：error、warning 或 info（不写时用它）').argParser(
        oneOf('--severity', SEVERITIES),
      ),
    )
    .addOption(new Option('--rule <规则>', '只用这些规则，可用 * 代表任意文字，可写多次').argParser(collect))
    .option('--no-color', '不用颜色')
    .option('--quiet', '只显示结论和未能校验的文件')
    .addHelpText(
      'after',
      '\n例：\n  shenbao check 申报表.xlsx\n  shenbao check 收到的文件夹 --format json --output 结果.json',
    )
    .action(async (patterns: readonly string[], options: CheckOptions) => {
      finish(await runCheck(patterns, options, surroundings));
    });

  program
    .command('rules')
    .description('列出规则，或说明一条规则')
    .usage('[选项] [规则编号]')
    .helpOption('-h, --help', '显示用法')
    .argument('[规则编号]', '例如 form/row-incomplete')
    .addOption(new Option('--format <格式>', 'text（文字，不写时用它）或 json').argParser(oneOf('--format', FORMATS)))
    .action((id: string | undefined, options: RulesOptions) => {
      runRules(id, options, surroundings);
    });

  addNormalizeCommand(program, surroundings, finish);
  addCatalogueCommands(program, surroundings, finish);
  return program;
}
