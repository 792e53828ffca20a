import { DEFAULT_LIMITS } from '../../../src/host/xlsx/limits';
import { scanText } from '../../../src/host/xlsx/xml/xml-scanner';
import { ApiCollection, ApiObject, invalidArgument, itemNotFound } from './api-object';
import { nextIdOf, type ModelWorkbook, type ModelXmlPart } from './workbook-model';

/** The custom XML parts of a workbook, or those of one namespace. */
export class CustomXmlPartsApi extends ApiCollection<CustomXmlPartApi> {
  readonly className: string;

  constructor(
    private readonly model: ModelWorkbook,
    private readonly namespace: string | null = null,
  ) {
    super();
    this.className = namespace === null ? 'CustomXmlPartCollection' : 'CustomXmlPartScopedCollection';
  }

  get items(): readonly CustomXmlPartApi[] {
    return this.model.customXmlParts
      .map((part) => new CustomXmlPartApi(this.model, part))
      .filter(({ namespaceUri }) => this.namespace === null || namespaceUri === this.namespace);
  }

  add(xml: string): CustomXmlPartApi {
    namespaceOf(xml);
    const part: ModelXmlPart = { id: nextIdOf(this.model), xml };
    this.model.customXmlParts.push(part);
    return new CustomXmlPartApi(this.model, part);
  }

  getByNamespace(namespace: string): CustomXmlPartsApi {
    return new CustomXmlPartsApi(this.model, namespace);
  }

  getItem(id: string): CustomXmlPartApi {
    const part = this.items.find((item) => item.id === id);
    if (!part) throw itemNotFound();
    return part;
  }
}

class CustomXmlPartApi extends ApiObject {
  readonly className = 'CustomXmlPart';

  constructor(
    private readonly model: ModelWorkbook,
    private readonly part: ModelXmlPart,
  ) {
    super();
  }

  override identity(): Readonly<Record<string, string>> {
    return { Id: this.part.id };
  }

  get id(): string {
    return this.part.id;
  }

  get namespaceUri(): string {
    return namespaceOf(this.part.xml);
  }

  getXml(): string {
    return `<?xml version="1.0" encoding="utf-8"?>\n${this.part.xml}`;
  }

  setXml(xml: string): void {
    namespaceOf(xml);
    this.part.xml = xml;
  }

  delete(): void {
    if (!this.model.customXmlParts.includes(this.part)) throw itemNotFound();
    this.model.customXmlParts = this.model.customXmlParts.filter((part) => part !== this.part);
  }
}

/** Of the root element; refuses what is not well-formed. */
function namespaceOf(xml: string): string {
  let namespace: string | undefined;
  try {
    scanText(xml, 'custom XML part', DEFAULT_LIMITS, {
      open(_name, tag) {
        namespace = namespace ?? tag.attribute('xmlns') ?? '';
      },
    });
  } catch (error) {
    throw invalidArgument(String(error));
  }
  if (namespace === undefined) throw invalidArgument('no element');
  return namespace;
}
