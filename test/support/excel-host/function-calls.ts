import type { ExcelSimulator } from './excel-simulator';
import type { RequestBody, ResponseBody } from './wire';

/** What a cell shows. */
export type CellResult = { readonly value: string } | { readonly error: '#N/A' | '#VALUE!'; readonly message: string };

const SERVICE = 'Microsoft.ExcelServices.CustomFunctions';
const MESSAGE_CATEGORY = 1;
const INVOKE = 1000;

/** Codes of errors in a result; the client's own numbers. */
const NOT_AVAILABLE = 1;

interface Invocation {
  readonly id: number;
  readonly failed?: boolean;
  readonly value: string;
  readonly errorCode?: number;
}

/** The part of Excel that has cells calculated by functions of an add-in. */
export class FunctionCalls {
  /** True when the page of the functions has said that it can be called. */
  isReady = false;
  private readonly waiting = new Map<number, (result: CellResult) => void>();
  private next = 1;

  constructor(private readonly excel: ExcelSimulator) {
    excel.service = (request) => this.answer(request);
  }

  /** All formulas of a calculation are told at once. */
  calculate(id: string, cells: readonly (readonly unknown[])[]): Promise<readonly CellResult[]> {
    const results = cells.map((parameterValues) => {
      const invocationId = (this.next += 1);
      const message = JSON.stringify({ invocationId, functionName: id, parameterValues, address: 'A1', flags: 0 });
      this.excel.tellEntries([[MESSAGE_CATEGORY, INVOKE, '', message, invocationId, false]]);
      return new Promise<CellResult>((resolve) => this.waiting.set(invocationId, resolve));
    });
    return Promise.all(results);
  }

  private answer({ Actions, ObjectPaths }: RequestBody): ResponseBody | null {
    if (!Object.values(ObjectPaths).some(({ Name }) => Name === SERVICE)) return null;
    for (const { Name, ArgumentInfo: info } of Actions) {
      if (Name === '_SetOsfControlContainerReadyForCustomFunctions') this.isReady = true;
      if (Name === 'SetInvocationResults') (info?.Arguments?.[0] as readonly Invocation[]).forEach(this.settle);
    }
    return { Results: Actions.map(({ Id }) => ({ ActionId: Id, Value: null })), TraceIds: [] };
  }

  private readonly settle = ({ id, failed, value, errorCode }: Invocation): void => {
    const error = errorCode === NOT_AVAILABLE ? '#N/A' : '#VALUE!';
    this.waiting.get(id)?.(failed ? { error, message: value } : { value });
    this.waiting.delete(id);
  };
}
