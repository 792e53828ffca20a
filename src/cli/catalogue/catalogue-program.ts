import { Option, type Command } from 'commander';
import { oneOf } from '../option-values';
import type { Surroundings } from '../surroundings';
import { runCode, type CodeOptions } from './code-command';
import { EXPORT_FORMATS, runExport, runListCatalogues, type ExportOptions, type ListOptions } from './export-command';
import { runCheckList, runImport, type CheckListOptions, type ImportListOptions } from './import-command';
import { runMatch, type MatchOptions } from './match-command';

export const CATALOGUE_OPTION = '--catalogue <指标库>';
export const CATALOGUE_MEANING = '指标库：文件（.json、.xlsx、.csv）或内置指标库的编号；不写时用内置的珠海指标库';

const TEXT_OR_JSON = ['text', 'json'] as const;
const FORCE = ['--force', '输出文件已经存在时替换它'] as const;

type Finish = (status: number) => void;

/** Adds the commands about standard indicators: match, code, catalogue. */
export function addCatalogueCommands(program: Command, surroundings: Surroundings, finish: Finish): void {
  addMatch(program, surroundings, finish);
  addCode(program, surroundings, finish);
  const catalogue = program
    .command('catalogue')
    .description('导入、检查、导出指标库')
    .usage('<命令> [选项]')
    .helpOption('-h, --help', '显示用法')
    .helpCommand('help [命令]', '显示某个命令的用法');
  addImport(catalogue, surroundings, finish);
  addCheckList(catalogue, surroundings, finish);
  addExport(catalogue, surroundings, finish);
  addList(catalogue, surroundings);
}

function addMatch(program: Command, surroundings: Surroundings, finish: Finish): void {
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
        '文字可以是 UTF-8、UTF-16（带标记）或 GB18030，即 Excel 的“文本（制表符分隔）”和“Unicode 文本”都可以。',
        '按送入的次序，每个指标输出一行：',
        '  {"name","level2","decision","candidates":[{"code","name","score","reason"}]}',
        '  decision：certain 可直接填，likely 待选，none 库中无；属其他二级指标的候选排在后面，带 "otherLevel2":true，只供参考。',
        '',
        '退出状态：0 已全部查找；2 不能查找。',
        '',
        '例：',
        '  echo 扶持企业数 | shenbao match',
        '  shenbao match --catalogue 本局指标库.json --format text < 指标.txt',
      ].join('\n'),
    )
    .action(async (options: MatchOptions) => {
      finish(await runMatch(options, surroundings));
    });
}

function addCode(program: Command, surroundings: Surroundings, finish: Finish): void {
  program
    .command('code')
    .description('把能确定的编码填入工作簿的副本，列出其余的')
    .usage('[选项] <文件> --output <文件>')
    .helpOption('-h, --help', '显示用法')
    .argument('<文件>', '工作簿（.xlsx、.xlsm），不改动')
    .requiredOption('--output <文件>', '写入这个文件，扩展名与原文件相同')
    .option(CATALOGUE_OPTION, CATALOGUE_MEANING)
    .addOption(textOrJson())
    .option('--strip', '反过来：去掉编码，名称不变')
    .option(...FORCE)
    .addHelpText(
      'after',
      [
        '',
        '只填可直接填的；已有编码的不动。副本与原文件只在写入的单元格不同。',
        '',
        '退出状态：0 没有要由人处理的（用 --strip 时总是 0）；1 还有要由人处理的（待选、库中无、编码或编码栏要核对）；2 没有写入。',
        '',
        '例：',
        '  shenbao code 申报表.xlsx --catalogue 本局指标库.json --output 申报表-已编码.xlsx',
        '  shenbao code 申报表-已编码.xlsx --strip --output 申报表-无编码.xlsx',
      ].join('\n'),
    )
    .action(async (file: string, options: CodeOptions) => {
      finish(await runCode(file, options, surroundings));
    });
}

function addImport(catalogue: Command, surroundings: Surroundings, finish: Finish): void {
  catalogue
    .command('import')
    .description('把本单位的指标清单做成指标库文件')
    .usage('[选项] <文件> --output <文件.json>')
    .helpOption('-h, --help', '显示用法')
    .argument('<文件>', '指标清单（.xlsx、.csv）或指标库（.json），不改动')
    .requiredOption('--output <文件>', '写入这个 .json 文件')
    .option('--name <名称>', '指标库的名称；不写时用文件名')
    .option('--id <编号>', '指标库的编号：小写字母、数字和 -')
    .option('--complete', '清单是完整的：库中没有的编码算错')
    .addOption(textOrJson())
    .option(...FORCE)
    .addHelpText(
      'after',
      [
        '',
        '列出找到的表格、各列的用途、未采用的行、重复和冲突。',
        '',
        '退出状态：0 全部采用；1 已写入，有未采用的行或冲突；2 没有写入。',
        '',
        '例：',
        '  shenbao catalogue import 指标清单.xlsx --name 本局指标库 --complete --output 本局指标库.json',
      ].join('\n'),
    )
    .action(async (file: string, options: ImportListOptions) => {
      finish(await runImport(file, options, surroundings));
    });
}

function addCheckList(catalogue: Command, surroundings: Surroundings, finish: Finish): void {
  catalogue
    .command('check')
    .description('检查指标清单或指标库文件，不写入')
    .usage('[选项] <文件>')
    .helpOption('-h, --help', '显示用法')
    .argument('<文件>', '指标清单（.xlsx、.csv）或指标库（.json）')
    .addOption(textOrJson())
    .addHelpText('after', '\n退出状态：0 没有问题；1 有不能采用的行或冲突；2 不能用作指标库。')
    .action(async (file: string, options: CheckListOptions) => {
      finish(await runCheckList(file, options, surroundings));
    });
}

function addExport(catalogue: Command, surroundings: Surroundings, finish: Finish): void {
  catalogue
    .command('export')
    .description('把指标库写成 JSON、CSV 或工作簿')
    .usage('[选项] <指标库>')
    .helpOption('-h, --help', '显示用法')
    .argument('<指标库>', '指标库文件，或内置指标库的编号（见 shenbao catalogue list）')
    .addOption(
      new Option('--format <格式>', 'json、csv 或 xlsx；不写时看 --output 的扩展名').argParser(
        oneOf('--format', EXPORT_FORMATS),
      ),
    )
    .option('--output <文件>', '写入这个文件；json 和 csv 不写时输出到屏幕')
    .option(...FORCE)
    .addHelpText('after', '\n例：\n  shenbao catalogue export 本局指标库.json --output 本局指标库.xlsx')
    .action(async (name: string, options: ExportOptions) => {
      finish(await runExport(name, options, surroundings));
    });
}

function addList(catalogue: Command, surroundings: Surroundings): void {
  catalogue
    .command('list')
    .description('列出内置的指标库')
    .usage('[选项]')
    .helpOption('-h, --help', '显示用法')
    .addOption(textOrJson())
    .action((options: ListOptions) => {
      runListCatalogues(options, surroundings);
    });
}

function textOrJson(): Option {
  return new Option('--format <格式>', 'text（文字，不写时用它）或 json').argParser(oneOf('--format', TEXT_OR_JSON));
}
