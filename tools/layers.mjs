/**
 * Which folder may not import from which, each with a sentence that says where the code belongs.
 * Read by ESLint (import-x/no-restricted-paths) and by test/layers.test.ts, which checks that every path exists.
 */
const zone = (target, from, message, except) => ({ target, from, message, ...(except ? { except } : {}) });

export const layerZones = [
  zone(
    'src/core',
    'src/host',
    'The engine never reaches a workbook itself: it gets a WorkbookSnapshot. Put host code in src/host.',
  ),
  zone('src/core', 'src/session', 'The engine knows nothing of sessions: move the orchestration to src/session.'),
  zone(
    'src/core',
    'src/pane',
    'The engine knows nothing of the pane: texts of rules live in the rule, labels in src/pane.',
  ),
  zone('src/core', 'src/cli', 'The engine prints nothing: return data, and print it in src/cli.'),
  zone('src/core', 'src/workbench', 'The engine knows nothing of the workbench.'),
  zone(
    'src/core',
    'assets',
    'The engine is given profiles and catalogues: import them in src/session and pass them in.',
  ),
  zone('src/core/workbook', 'src/core', 'The workbook model imports nothing but itself.', ['./workbook']),
  zone('src/core/values', 'src/core', 'Values turn text into values and back: they know the workbook model at most.', [
    './values',
    './workbook',
  ]),
  zone(
    'src/core/reconciliation',
    'src/core',
    'Equations say which numbers must agree: speaking about those that do not is the work of src/core/rules.',
    ['./reconciliation', './forms', './values', './workbook'],
  ),
  zone('src/core/forms', 'src/core/rules', 'Readers say what stands where; judging it is the work of src/core/rules.'),
  zone(
    'src/core/forms',
    'src/core/review',
    'Readers say what stands where; running rules is the work of src/core/review.',
  ),
  zone(
    'src/core/changes',
    'src/core',
    'A change set is data over the workbook model: proposals belong in coding, normalizing or a rule.',
    ['./changes', './workbook'],
  ),
  zone(
    'src/core/rules',
    'src/core/reporting',
    'A rule returns problems; printing them is the work of src/core/reporting.',
  ),
  zone('src/host', 'src/session', 'A host reaches a workbook and decides nothing: move the decision to src/session.'),
  zone('src/host', 'src/pane', 'A host shows nothing: move it to src/pane.'),
  zone('src/host', 'src/cli', 'A host prints nothing: move it to src/cli.'),
  zone('src/host', 'src/workbench', 'A host knows no page: implement WorkbookHost in src/workbench instead.'),
  zone('src/host', 'src/core/rules', 'A host knows no rules.'),
  zone('src/host/port', 'src/host', 'The port is an interface only: implementations live beside it.', ['./port']),
  zone(
    'src/host/frame',
    'src/host/excel',
    'Hosts stand beside each other: what two of them need belongs in src/host/port.',
  ),
  zone(
    'src/host/xlsx',
    'src/host/excel',
    'Hosts stand beside each other: what two of them need belongs in src/host/port.',
  ),
  zone('src/host/excel', 'src/host', 'Excel is reached by office.js alone: it knows the port and no other host.', [
    './excel',
    './port',
  ]),
  zone('src/session', 'src/pane', 'A session has no screen: move it to src/pane.'),
  zone('src/session', 'src/cli', 'A session prints nothing: move it to src/cli.'),
  zone('src/session', 'src/workbench', 'A session knows no page.'),
  zone('src/session', 'src/host', 'A session talks to the port only, so that it works in every host.', ['./port']),
  zone(
    'src/pane',
    'src/core/rules',
    'Rules are half of all script and belong in the worker: the pane knows them by the rulebook of its session.',
  ),
  zone('src/pane', 'src/cli', 'The pane and the command line share src/session, not each other.'),
  zone('src/pane', 'src/workbench', 'The pane is built by itself and knows no page around it.'),
  zone(
    'src/pane',
    'src/host/xlsx',
    'The pane never reads files: in Excel the workbook comes from Office.js, in the workbench from the page.',
  ),
  zone(
    'src/pane/state',
    'src/pane/views',
    'State is plain TypeScript without React: views read it, not the other way round.',
  ),
  zone('src/pane/views', 'src/host', 'Views get what they show as props: reach the host in src/pane/state/effects.'),
  zone('src/pane/index.tsx', 'src/host/excel', 'The host is chosen in src/pane/connect-host.ts.'),
  zone(
    'src/pane/state',
    'src/host/excel',
    'The pane talks to the port; the host is chosen in src/pane/connect-host.ts.',
  ),
  zone('src/commands', 'src/pane', 'The buttons of the ribbon and the pane share src/session, not each other.'),
  zone('src/commands', 'src/cli', 'The buttons of the ribbon and the command line share src/session, not each other.'),
  zone('src/commands', 'src/workbench', 'There is no ribbon outside Excel.'),
  zone('src/commands', 'src/host/xlsx', 'A button works on the workbook that is open in Excel: it reads no files.'),
  zone('src/core', 'src/commands', 'The engine knows nothing of buttons.'),
  zone('src/host', 'src/commands', 'A host decides nothing: what a button does is said in src/commands.'),
  zone('src/session', 'src/commands', 'A session has no buttons: move it to src/commands.'),
  zone('src/pane', 'src/commands', 'The buttons of the ribbon and the pane share src/session, not each other.'),
  zone('src/cli', 'src/host/excel', 'There is no office.js outside a browser: files are read by src/host/xlsx.'),
  zone(
    'src/workbench',
    'src/host/excel',
    'The workbench stands in where there is no Excel, and ships no office.js code.',
  ),
  zone('src/cli', 'src/pane', 'The command line has no pane.'),
  zone('src/cli', 'src/workbench', 'The command line has no page.'),
  zone('src/workbench', 'src/pane', 'The workbench hosts the built pane in a frame and imports none of its code.'),
  zone('src/workbench', 'src/session', 'The workbench offers a workbook; reviewing it is the work of the pane.'),
  zone('src/workbench', 'src/core/rules', 'The workbench offers a workbook; reviewing it is the work of the pane.'),
];
