import type { ReadExtent } from '../../port/workbook-host';
import type { NamedSheet } from '../sheets';
import type { Question } from './question';

/** Asks for something of its own in the requests of a read, so that it costs no round trip. */
export interface ReadCompanion {
  /** With the list of sheets. What an earlier read found out is void. */
  askFirst(context: Excel.RequestContext, extent: ReadExtent): readonly Question[];
  /** With what is used on each sheet; asked for every sheet at every read. */
  askSurvey?(sheetId: string, sheet: Excel.Worksheet): readonly Question[];
  /** With the first cells. The sheets are all of the workbook, in order. */
  askLast?(sheets: readonly NamedSheet[]): readonly Question[];
  /** Excel has answered all of it. */
  answered?(): void;
}
