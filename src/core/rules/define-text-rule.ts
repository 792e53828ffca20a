import { defineFormRule, type Definition, type MessageTable, type Rule } from './define-rule';
import { writtenTextsOf, type TextRole, type WrittenText } from './written-texts';

/** A rule that judges one written text at a time, in every form that has texts of these roles. */
export function defineTextRule<Text extends string, Messages extends MessageTable<Text>, Name extends string = never>(
  definition: Definition<WrittenText, Messages, Name> & {
    /** All roles when left out. */
    readonly roles?: readonly TextRole[];
  },
): Rule {
  const { roles, check, ...rest } = definition;
  return defineFormRule<Text, Messages, Name>({
    ...rest,
    *check(form, problem, context, thresholds) {
      for (const text of writtenTextsOf(form)) {
        if (roles === undefined || roles.indexOf(text.role) >= 0) yield* check(text, problem, context, thresholds);
      }
    },
  });
}
