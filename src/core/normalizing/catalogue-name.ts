import type { Form } from '../forms/form';
import type { WrittenText } from '../rules/written-texts';
import { parseCodedName } from '../values/indicator-code';

/** True for an indicator's name that was taken from a catalogue: written as there, or its code no longer fits it. */
export function isFromCatalogue({ role, text }: WrittenText, form: Form): boolean {
  return role === 'name' && (form.type === 'coded-indicators' || parseCodedName(text) !== undefined);
}
