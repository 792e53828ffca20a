/** One session at the command line as a text file; the format is described in README.md beside it. */
export interface Scenario {
  readonly title: string;
  /** Path in the scenario's own folder, and the word for its content, or its text. */
  readonly files: readonly { readonly path: string; readonly word: string | null; readonly text: string }[];
  readonly env: Readonly<Record<string, string>>;
  readonly args: readonly string[];
  /** What is sent in; null when a person sits before the terminal. */
  readonly stdin: string | null;
  /** Width of the terminal; null when the output goes to a file or pipe. */
  readonly columns: number | null;
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
  /** A file of the folder as it must be afterwards. */
  readonly written: { readonly path: string; readonly text: string } | null;
}

const SECTIONS = ['标题', '文件', '文本', '输入', '命令', '终端', '状态', '输出', '错误输出', '写入'];

export function parseScenario(source: string): Scenario {
  const sections = new Map<string, string>();
  const files: { path: string; word: string | null; text: string }[] = [];
  let written: Scenario['written'] = null;
  for (const part of `\n${source}`.split('\n==== ').slice(1)) {
    const end = part.indexOf('\n');
    const [name, path] = (end < 0 ? part : part.slice(0, end)).split(' ');
    const body = end < 0 ? '' : part.slice(end + 1).replace(/\n*$/, '');
    if (!SECTIONS.includes(name)) throw new Error(`no such section: ${name}`);
    if (name === '文本') files.push({ path, word: null, text: `${body}\n` });
    else if (name === '写入') written = { path, text: withNewline(body) };
    else if (sections.has(name)) throw new Error(`section ${name} twice`);
    else sections.set(name, body);
  }
  for (const line of linesOf(sections.get('文件'))) {
    const [path, word] = line.split(/\s+/);
    files.push({ path, word, text: '' });
  }
  const words = splitCommand(required(sections, '命令'));
  const first = words.indexOf('shenbao');
  if (first < 0) throw new Error('the command must be shenbao');
  const columns = sections.get('终端');
  return {
    title: required(sections, '标题'),
    files,
    env: Object.fromEntries(words.slice(0, first).map((word) => word.split('=') as [string, string])),
    args: words.slice(first + 1),
    stdin: sections.get('输入') ?? null,
    columns: columns === undefined ? null : Number(columns),
    status: Number(required(sections, '状态')),
    stdout: withNewline(sections.get('输出') ?? ''),
    stderr: withNewline(sections.get('错误输出') ?? ''),
    written,
  };
}

/**
 * Compares printed text with the expected one, in which a line "…" stands for any number of lines and "{*}" for any text on
 * a line; gives the printed text back where they agree, so that a failing test shows both.
 */
export function expectedText(expected: string, printed: string): string {
  if (!/^…$|\{\*\}/m.test(expected)) return expected;
  const toPattern = (line: string): string =>
    line
      .split('{*}')
      .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('[^\n]*');
  const pattern = expected
    .split('\n')
    .map((line) => (line === '…' ? '(?:.*\n)*?' : `${toPattern(line)}\n`))
    .join('')
    .replace(/\n$/, '');
  return new RegExp(`^${pattern}$`).test(printed) ? printed : expected;
}

/** Escape characters made visible: "␛[31m". */
export function showEscapes(text: string): string {
  return text.replace(/\u001b/g, '␛');
}

function required(sections: ReadonlyMap<string, string>, name: string): string {
  const body = sections.get(name);
  if (body === undefined) throw new Error(`section ${name} is missing`);
  return body.trim();
}

function linesOf(body: string | undefined): string[] {
  return (body ?? '').split('\n').filter((line) => line.trim() !== '');
}

function withNewline(body: string): string {
  return body === '' ? '' : `${body}\n`;
}

function splitCommand(line: string): string[] {
  return (line.match(/'[^']*'|\S+/g) ?? []).map((word) => word.replace(/^'(.*)'$/, '$1'));
}
