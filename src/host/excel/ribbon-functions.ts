import { loadOffice } from './load-office';

/** Work behind a button of the ribbon; settles when Excel may take the button for done. */
export type RibbonFunction = () => Promise<void>;

/** What Excel hands to such a function. Until `completed` is called it shows the add-in as busy. */
interface RibbonEvent {
  completed(): void;
}

type RibbonPage = Window & Record<string, unknown>;

/**
 * Lets the ribbon call functions by the names that `ExecuteFunction` gives in the manifest. Loads office.js; where that
 * fails there is nobody to tell. Resolves when the functions can be called.
 */
export async function serveRibbon(
  functions: Readonly<Record<string, RibbonFunction>>,
  page: Window = window,
): Promise<void> {
  const names = Object.keys(functions);
  const handlers = names.map((name) => (event: RibbonEvent): void => {
    const complete = (): void => event.completed();
    functions[name]().then(complete, complete);
  });
  // Every Excel looks here, and may do so as soon as office.js runs.
  names.forEach((name, place) => ((page as RibbonPage)[name] = handlers[place]));
  const library = await loadOffice(page).catch(() => null);
  const actions: Partial<typeof Office.actions> | undefined = library ? library.Office.actions : undefined;
  if (actions && actions.associate) {
    for (let place = 0; place < names.length; place += 1) actions.associate(names[place], handlers[place]);
  }
}
