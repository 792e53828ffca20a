/**
 * What an element may hold, in this order; Excel refuses a manifest in any other. By what the published schema says:
 * OfficeAppManifestV1_1.xsd, TaskPaneAppVersionOverridesV1_0.xsd and OfficeAppBasicTypesV1_0.xsd, in the history of
 * OfficeDev/office-js-docs-pr (docs/overview/schemas/taskpane). `?` at most one, `*` any number, `+` one or more. An
 * element of several kinds is named with its xsi:type; "" means text or nothing.
 */
const CONTENT: Readonly<Record<string, string>> = {
  'OfficeApp TaskPaneApp':
    'Id AlternateId? Version ProviderName DefaultLocale DisplayName Description IconUrl? HighResolutionIconUrl? ' +
    'SupportUrl? AppDomains? Hosts? Requirements? DefaultSettings Permissions Dictionary? VersionOverrides?',
  Id: '',
  Version: '',
  ProviderName: '',
  DefaultLocale: '',
  DisplayName: 'Override*',
  'OfficeApp>Description': 'Override*',
  IconUrl: 'Override*',
  HighResolutionIconUrl: 'Override*',
  Override: '',
  'OfficeApp>Hosts': 'Host+',
  Host: '',
  Requirements: 'Sets? Methods?',
  Sets: 'Set+',
  Set: '',
  DefaultSettings: 'SourceLocation',
  'DefaultSettings>SourceLocation': 'Override*',
  Permissions: '',
  'VersionOverrides VersionOverridesV1_0':
    'Description? Requirements? Hosts? Resources? WebApplicationInfo? EquivalentAddins? VersionOverrides?',
  'VersionOverrides>Hosts': 'Host+',
  'Host Workbook': 'AllFormFactors? DesktopFormFactor?',
  AllFormFactors: 'ExtensionPoint?',
  'ExtensionPoint CustomFunctions': 'Script Page Metadata? Namespace?',
  Script: 'SourceLocation',
  Page: 'SourceLocation',
  Metadata: 'SourceLocation',
  Namespace: '',
  DesktopFormFactor: 'GetStarted? FunctionFile? ExtensionPoint+',
  GetStarted: 'Title Description LearnMoreUrl',
  Title: '',
  Description: '',
  LearnMoreUrl: '',
  FunctionFile: '',
  'ExtensionPoint PrimaryCommandSurface': 'OfficeTab* CustomTab*',
  'ExtensionPoint ContextMenu': 'OfficeMenu+',
  OfficeMenu: 'Control+',
  CustomTab: 'Group+ Label',
  Group: 'Label Icon Control+',
  Label: '',
  'Control Button': 'Label Supertip Icon Action',
  Supertip: 'Title Description',
  Icon: 'bt:Image+',
  'Icon>bt:Image': '',
  'Action ShowTaskpane': 'TaskpaneId? SourceLocation Title?',
  'Action ExecuteFunction': 'FunctionName',
  TaskpaneId: '',
  SourceLocation: '',
  FunctionName: '',
  Resources: 'bt:Images? bt:Urls? bt:ShortStrings? bt:LongStrings?',
  'bt:Images': 'bt:Image*',
  'bt:Urls': 'bt:Url*',
  'bt:ShortStrings': 'bt:String*',
  'bt:LongStrings': 'bt:String*',
  'bt:Image': 'bt:Override*',
  'bt:Url': 'bt:Override*',
  'bt:String': 'bt:Override*',
  'bt:Override': '',
};

/** "Element: its children", for each element of a manifest that the schema does not know, or not with these children. */
export function misplacedElements(manifest: Document): readonly string[] {
  return [...manifest.querySelectorAll('*')]
    .filter((element) => {
      const model = contentModelOf(element);
      return model === undefined || !patternOf(model).test(childrenOf(element));
    })
    .map((element) => `${element.nodeName}: ${childrenOf(element).trim()}`);
}

function contentModelOf(element: Element): string | undefined {
  const { nodeName, parentElement } = element;
  const type = element.getAttribute('xsi:type');
  if (type !== null) return CONTENT[`${nodeName} ${type}`];
  return CONTENT[`${parentElement?.nodeName}>${nodeName}`] ?? CONTENT[nodeName];
}

/** "Group+ Label" as a pattern for "Group Group Label ". */
function patternOf(model: string): RegExp {
  const parts = model.split(' ').filter((part) => part !== '');
  return new RegExp(`^${parts.map((part) => part.replace(/^([\w:]+)(.?)$/, '(?:$1 )$2')).join('')}$`);
}

function childrenOf(element: Element): string {
  return [...element.children].map(({ nodeName }) => `${nodeName} `).join('');
}
