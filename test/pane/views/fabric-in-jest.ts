/**
 * Views import Fabric's ES modules, so that the bundle holds only what they use. Jest runs CommonJS: it gets the same
 * components from Fabric's other folder. Must be imported before any view.
 */
const MODULES = [
  'Button',
  'Callout',
  'ChoiceGroup',
  'Dropdown',
  'ProgressIndicator',
  'SearchBox',
  'Styling',
  'Toggle',
  'common/DirectionalHint',
  'utilities/decorators/withResponsiveMode',
];

for (const name of MODULES) {
  jest.doMock(`office-ui-fabric-react/lib/${name}`, () =>
    jest.requireActual(`office-ui-fabric-react/lib-commonjs/${name}`),
  );
}

export {};
