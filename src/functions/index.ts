import { functionStorage, serveCustomFunctions } from '../host/excel/custom-functions';
import { createChosenCatalogue } from './chosen-catalogue';
import { createCodeFunction } from './code-function';

serveCustomFunctions({ CODE: createCodeFunction(createChosenCatalogue(() => functionStorage())) });
