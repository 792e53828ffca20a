/**
 * A fact that follows from a form, a project or a cell alone: computed when first asked for, kept as long as its subject is. Forms
 * never change (an edit makes new ones), so that a kept fact cannot be out of date. Call it where modules are defined, never within a
 * rule's check, so that nothing of a workbook or a profile gets into `compute`.
 */
export function oncePer<Subject extends object, Fact>(compute: (subject: Subject) => Fact): (subject: Subject) => Fact {
  const facts = new WeakMap<Subject, { readonly fact: Fact }>();
  return (subject) => {
    const known = facts.get(subject);
    if (known) return known.fact;
    const fact = compute(subject);
    facts.set(subject, { fact });
    return fact;
  };
}
