import { UsageError } from './usage-error';

/** A parser for an option that takes one of a few words. */
export function oneOf<Choice extends string>(option: string, choices: readonly Choice[]): (value: string) => Choice {
  return (value) => {
    const chosen = choices.find((choice) => choice === value);
    if (chosen === undefined) throw new UsageError(`${option} 不认识“${value}”，可以写：${choices.join('、')}。`);
    return chosen;
  };
}

/** A parser for an option or argument that may be given several times. */
export function collect(value: string, former: readonly string[] | undefined): readonly string[] {
  return [...(former ?? []), value];
}
