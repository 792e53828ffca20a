import { matcherOf, type Match, type MatchDecision } from '../../core/catalogue/matching';
import { toPrintable } from '../../core/reporting/text-layout';
import { loadBuiltinResources } from '../../session/builtin-resources';
import { EXIT_CLEAN } from '../exit-status';
import { explainFileError } from '../file-error';
import type { OutputStream, Surroundings } from '../surroundings';
import { UsageError } from '../usage-error';
import { chooseCatalogue } from './choose-catalogue';
import { MatchLineReader, type MatchLine } from './match-lines';
import { candidateWords, describeCandidate } from './match-words';
import { readLines } from './text-lines';

export interface MatchOptions {
  readonly catalogue?: string;
  readonly format?: 'json' | 'text';
}

const EXPECTED = '每行写一个三级指标名称，后面可以加制表符和二级指标，例如：扶持企业数<制表符>数量指标';
const HOW_TO_SEND = `请用重定向或管道送入文本，例如 shenbao match < 指标.txt；${EXPECTED}。`;
/** Lines matched before what came of them is written: little enough to look like a stream. */
const LINES_WRITTEN_TOGETHER = 64;

const DECISION_WORDS: Readonly<Record<MatchDecision, string>> = { certain: '可直接填', likely: '待选', none: '库中无' };

/** `shenbao match`: for each name that comes in, what the catalogue offers for it. */
export async function runMatch(options: MatchOptions, surroundings: Surroundings): Promise<number> {
  const { stdin, stdout, stderr } = surroundings;
  if (stdin.isTTY) throw new UsageError(`没有送入指标名称。${HOW_TO_SEND}`);
  const matcher = matcherOf(await chooseCatalogue(options.catalogue, loadBuiltinResources(), surroundings));
  const format = options.format === 'text' ? formatText : formatJson;
  const counts: Record<MatchDecision, number> = { certain: 0, likely: 0, none: 0 };
  const reader = new MatchLineReader();
  let text = '';
  for await (const lines of readInput(surroundings)) {
    for (const [index, source] of lines.entries()) {
      const line = reader.read(source);
      if (line !== null) {
        const match = matcher.match(line.query);
        counts[match.decision] += 1;
        text += format(line, match);
      }
      if (text !== '' && (index === lines.length - 1 || index % LINES_WRITTEN_TOGETHER === 0)) {
        await write(stdout, text);
        text = '';
      }
    }
  }
  const total = counts.certain + counts.likely + counts.none;
  if (total === 0) throw new UsageError(`送入的内容里没有指标名称。${HOW_TO_SEND}`);
  if (options.format === 'text') {
    const { certain, likely, none } = counts;
    stderr.write(`共 ${total} 条：可直接填 ${certain}，待选 ${likely}，库中无 ${none}。\n`);
  }
  return EXIT_CLEAN;
}

async function* readInput({ stdin }: Surroundings): AsyncGenerator<readonly string[]> {
  try {
    yield* readLines(stdin);
  } catch (error) {
    throw new UsageError(`读不到送入的内容：${explainFileError(error)}`);
  }
}

/** One line of JSON, `name` and `level2` as they came in. */
function formatJson({ name, level2 }: MatchLine, { decision, candidates }: Match): string {
  return `${JSON.stringify({ name, level2, decision, candidates: candidates.map(describeCandidate) })}\n`;
}

function formatText({ name, level2 }: MatchLine, { decision, candidates }: Match): string {
  const title = level2.trim() === '' ? name : `${name}（${level2}）`;
  const lines = candidates.map((candidate) => `    ${candidateWords(candidate)}`);
  return [`${DECISION_WORDS[decision]}  ${toPrintable(title)}`, ...lines, ''].join('\n');
}

async function write(stream: OutputStream, text: string): Promise<void> {
  if (stream.write(text) !== false || stream.once === undefined) return;
  await new Promise<void>((resolve) => stream.once?.('drain', resolve));
}
