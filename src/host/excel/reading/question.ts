import { isPayloadError, officeCodeOf, toHostError } from '../excel-error';

/** Takes the answer out of the client's objects, once it has come. */
export type TakeAnswer = () => void;

/** Something to be found out, in one request together with others. */
export interface Question {
  /** Puts it into the request that is being made. May be called again when Excel refused that request. */
  ask(): TakeAnswer;
  /** Smaller questions that find out the same; null when it is as small as can be. */
  divide(): readonly Question[] | null;
}

/**
 * Asks all of it: one round trip, unless Excel refuses, because an answer would be too large, say. Then the questions
 * are asked in two halves, and so on down to one, which is divided.
 */
export async function askTogether(context: Excel.RequestContext, questions: readonly Question[]): Promise<void> {
  if (questions.length === 0) return;
  const takes = questions.map((question) => question.ask());
  try {
    await context.sync();
  } catch (error) {
    const parts = isRefusal(error) ? partsOf(questions) : null;
    if (parts === null) throw error;
    for (const part of parts) await askTogether(context, part);
    return;
  }
  for (const take of takes) take();
}

function partsOf(questions: readonly Question[]): readonly (readonly Question[])[] | null {
  if (questions.length > 1) {
    const middle = questions.length >> 1;
    return [questions.slice(0, middle), questions.slice(middle)];
  }
  const parts = questions[0].divide();
  return parts && parts.map((part) => [part]);
}

/** Asking for too much has no code of its own: any refusal that is not about the workbook's state counts. */
function isRefusal(error: unknown): boolean {
  if (officeCodeOf(error) === undefined) return false;
  return isPayloadError(error) || toHostError(error).code === 'internal';
}
