import type { IndicatorCatalogue } from '../core/catalogue/indicator-catalogue';
import { CellError, type CellFunction } from '../host/excel/custom-functions';
import { cellText, parseOutput } from './cell-values';
import type { ChosenCatalogue } from './chosen-catalogue';
import { findCode, type CodeQuestion } from './find-code';
import { createTurns, type InTurns } from './turns';

/** Forms repeat their names; a workbook that asks for more different ones starts anew. */
const MOST_REMEMBERED = 20000;

/** `=SHENBAO.CODE(名称, 二级指标, 输出)`: the coded name of an indicator, where the catalogue leaves no doubt. */
export function createCodeFunction(catalogue: ChosenCatalogue, inTurns: InTurns = createTurns()): CellFunction {
  const answer = remembering(findCode);
  return async (name, level2, output) => {
    const question: CodeQuestion = {
      name: cellText(name, '名称'),
      level2: cellText(level2, '二级指标'),
      output: parseOutput(cellText(output, '输出')),
    };
    if (question.name === '') return '';
    const chosen = await catalogue();
    return inTurns(() => answer(chosen, question));
  };
}

type Find = typeof findCode;

/** The same answer, or the same error, to the same question about the same catalogue. */
function remembering(find: Find): Find {
  let about: IndicatorCatalogue | null = null;
  let answers = new Map<string, string | CellError>();
  return (catalogue, question) => {
    if (about !== catalogue || answers.size >= MOST_REMEMBERED) {
      about = catalogue;
      answers = new Map();
    }
    const key = JSON.stringify(question);
    const known = answers.get(key);
    const answer = known === undefined ? attempt(() => find(catalogue, question)) : known;
    answers.set(key, answer);
    if (answer instanceof CellError) throw answer;
    return answer;
  };
}

function attempt(find: () => string): string | CellError {
  try {
    return find();
  } catch (error) {
    if (error instanceof CellError) return error;
    throw error;
  }
}
