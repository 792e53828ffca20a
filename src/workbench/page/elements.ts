/** An element of workbench.html. The page is ours: a missing one is a mistake in it. */
export function elementById<E extends HTMLElement>(id: string, type: new () => E): E {
  const element = document.getElementById(id);
  if (!(element instanceof type)) throw new Error(`workbench.html has no ${type.name} with id ${id}`);
  return element;
}
