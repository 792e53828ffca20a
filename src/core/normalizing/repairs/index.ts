import type { TemplateRepair } from '../define-repair';
import amountFormat from './amount-format';
import codeAsText from './code-as-text';
import dateCellFormat from './date-cell-format';
import dateWriting from './date-writing';
import documentNumberSigns from './document-number-signs';
import edgeBlanks from './edge-blanks';
import headLabel from './head-label';
import invisibleSigns from './invisible-signs';
import levelLabel from './level-label';
import lineBreaks from './line-breaks';
import natureSign from './nature-sign';
import notApplicable from './not-applicable';
import operatorWords from './operator-words';
import punctuationWidth from './punctuation-width';
import textWidth from './text-width';
import valueBlanks from './value-blanks';
import valueFinalMark from './value-final-mark';
import valueWidth from './value-width';

/** All template repairs, sorted by id. */
export const TEMPLATE_REPAIRS: readonly TemplateRepair[] = [
  amountFormat,
  codeAsText,
  dateCellFormat,
  dateWriting,
  documentNumberSigns,
  edgeBlanks,
  headLabel,
  invisibleSigns,
  levelLabel,
  lineBreaks,
  natureSign,
  notApplicable,
  operatorWords,
  punctuationWidth,
  textWidth,
  valueBlanks,
  valueFinalMark,
  valueWidth,
];
