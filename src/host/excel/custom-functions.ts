import { createFunctionStorage, type RuntimeStorage } from './function-storage';
import type { HostStorage } from '../port/workbook-host';

/** A function in cells. Its values are what Excel hands over: texts, numbers, null for what was left out. */
export type CellFunction = (...values: readonly unknown[]) => Promise<string>;

/** `#N/A`: there is no such thing. `#VALUE!`: a value that makes no sense. */
export type CellErrorKind = '#N/A' | '#VALUE!';

/** Why a function has no result: Excel shows the error in the cell and the message, a Chinese sentence, beside it. */
export class CellError extends Error {
  constructor(
    readonly kind: CellErrorKind,
    message: string,
  ) {
    super(message);
    this.name = 'CellError';
    // Class extends Error loses its prototype when compiled to ES5.
    Object.setPrototypeOf(this, CellError.prototype);
  }
}

/** What Excel gives to a script of custom functions. It runs apart from the pane, on some systems without any page. */
export interface FunctionScope {
  readonly CustomFunctions?: {
    associate(id: string, call: CellFunction): void;
    /** From CustomFunctionsRuntime 1.2 on. */
    readonly Error?: new (code: string, message: string) => Error;
    readonly ErrorCode?: { readonly notAvailable: string; readonly invalidValue: string };
  };
  readonly OfficeRuntime?: { readonly storage?: RuntimeStorage };
}

declare const CustomFunctions: FunctionScope['CustomFunctions'];
declare const OfficeRuntime: FunctionScope['OfficeRuntime'];

/** The scope that this script runs in. Asked for anew each time: Excel on the web replaces its objects when it is ready. */
export function functionScope(): FunctionScope {
  return {
    CustomFunctions: typeof CustomFunctions === 'undefined' ? undefined : CustomFunctions,
    OfficeRuntime: typeof OfficeRuntime === 'undefined' ? undefined : OfficeRuntime,
  };
}

/** Lets cells call functions by the ids of functions.json. Without Excel around it there is nobody to call them. */
export function serveCustomFunctions(
  functions: Readonly<Record<string, CellFunction>>,
  scope: () => FunctionScope = functionScope,
): void {
  const { CustomFunctions: runtime } = scope();
  if (!runtime) return;
  Object.keys(functions).forEach((id) => {
    runtime.associate(id, (...values) =>
      functions[id](...values).catch((error: unknown) => Promise.reject(cellErrorFor(error, scope()))),
    );
  });
}

/** What the pane keeps for functions in cells. @throws CellError where this Excel hands out no store. */
export function functionStorage(scope: () => FunctionScope = functionScope): HostStorage {
  const { OfficeRuntime: runtime } = scope();
  if (runtime && runtime.storage) return createFunctionStorage(runtime.storage);
  throw new CellError('#N/A', '这个版本的 Excel 没有向单元格函数提供存储，读不到所选的指标库。');
}

function cellErrorFor(error: unknown, { CustomFunctions: runtime }: FunctionScope): unknown {
  if (!(error instanceof CellError) || !runtime || !runtime.Error || !runtime.ErrorCode) return error;
  const { notAvailable, invalidValue } = runtime.ErrorCode;
  return new runtime.Error(error.kind === '#N/A' ? notAvailable : invalidValue, error.message);
}
