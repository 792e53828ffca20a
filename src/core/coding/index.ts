export type { CodingCell, CodingChoices, CodingPlan, CodingRow, CodingState } from './coding-plan';
export { certainChoices, fillingChanges } from './fill-codes';
export { proposeCodes } from './propose-codes';
export { strippingChanges } from './strip-codes';
