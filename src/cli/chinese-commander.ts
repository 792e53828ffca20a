import type { Command } from 'commander';
import stringWidth from 'string-width';
import type { Surroundings } from './surroundings';

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
};

const COMPLAINTS: readonly (readonly [RegExp, string])[] = [
  [/^error: unknown option '(.*)'/, '没有“$1”这个选项'],
  [/^error: unknown command '(.*[./\\*].*)'/, '没有“$1”这个命令（校验文件请用 shenbao check $1）'],
  [/^error: unknown command '(.*)'/, '没有“$1”这个命令'],
  [/^error: missing required argument '(.*)'/, '缺少参数：$1'],
  [/^error: required option '(.*)' not specified/, '缺少选项：$1'],
  [/^error: option '(.*)' argument missing/, '选项 $1 后面缺少内容'],
  [/^error: too many arguments.*/, '参数太多'],
];

/** Makes commander speak Chinese and write to the given streams; to be called before subcommands are added. */
export function speakChinese(program: Command, { stdout, stderr }: Surroundings): void {
  program
    .exitOverride()
    .configureHelp({
      styleTitle: (title) => TITLES[title] || title,
      subcommandTerm: (command) => `${command.name()} ${command.usage()}`,
      displayWidth: stringWidth,
    })
    .configureOutput({
      writeOut: (text) => stdout.write(text),
      writeErr: (text) => stderr.write(text),
      getOutHelpWidth: () => stdout.columns || 100,
      getErrHelpWidth: () => stderr.columns || 100,
      outputError: (message, write) => write(translateComplaint(message)),
    });
}

function translateComplaint(message: string): string {
  const [complaint, suggestion = ''] = message.split('\n');
  const known = COMPLAINTS.find(([pattern]) => pattern.test(complaint));
  const text = known ? complaint.replace(known[0], known[1]) : complaint.replace(/^error: /, '');
  const meant = /Did you mean (?:one of )?(.*)\?/.exec(suggestion);
  return `错误：${text}${meant ? `；是不是要用 ${meant[1].replace(/, /g, '、')}？` : '。'}用法见 shenbao --help\n`;
}
