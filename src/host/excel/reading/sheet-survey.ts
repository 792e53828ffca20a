import type { CellRange } from '../../../core/workbook/cell-address';
import { AREA_PROPERTIES, areasOf, PLACE_PROPERTIES, rangeOf } from './merged-areas';
import type { HiddenState } from './hidden-lines';
import type { Question } from './question';

/** What is found out about a sheet before its cells are read. */
export interface SheetSurvey {
  /** Smallest range with all that holds something; A1 for a blank sheet. */
  used: CellRange;
  hidden: HiddenState;
  /** Null where Excel does not tell (below ExcelApi 1.13). */
  mergedAreas: CellRange[] | null;
  /** Where to look for merged areas by parts, when there were too many for one answer; null when they are known. */
  unsearched: CellRange | null;
}

const NOWHERE: CellRange = { top: 0, left: 0, bottom: 0, right: 0 };

/** The questions about one sheet, and where their answers will stand. */
export function surveySheet(
  sheet: Excel.Worksheet,
  hasMergedAreas: boolean,
): { survey: SheetSurvey; questions: Question[] } {
  const survey: SheetSurvey = {
    used: NOWHERE,
    hidden: { rows: false, columns: false },
    mergedAreas: hasMergedAreas ? [] : null,
    unsearched: null,
  };
  const questions = [askUsed(sheet, survey)];
  if (hasMergedAreas) questions.push(askMerged(sheet, survey));
  return { survey, questions };
}

function askUsed(sheet: Excel.Worksheet, survey: SheetSurvey): Question {
  return {
    ask() {
      const used = sheet.getUsedRange(true);
      used.load(`${PLACE_PROPERTIES},rowHidden,columnHidden`);
      return () => {
        survey.used = rangeOf(used);
        survey.hidden = { rows: used.rowHidden, columns: used.columnHidden };
      };
    },
    divide: () => null,
  };
}

/** Merged areas are looked for among the formatted cells too, for those of one that is blank. */
function askMerged(sheet: Excel.Worksheet, survey: SheetSurvey): Question {
  return {
    ask() {
      const areas = sheet.getUsedRange().getMergedAreasOrNullObject();
      areas.load(AREA_PROPERTIES);
      return () => {
        survey.mergedAreas = areasOf(areas);
      };
    },
    divide: () => [askFormatted(sheet, survey)],
  };
}

function askFormatted(sheet: Excel.Worksheet, survey: SheetSurvey): Question {
  return {
    ask() {
      const formatted = sheet.getUsedRange();
      formatted.load(PLACE_PROPERTIES);
      return () => {
        survey.unsearched = rangeOf(formatted);
      };
    },
    divide: () => null,
  };
}
