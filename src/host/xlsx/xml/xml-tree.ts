import type { XlsxLimits } from '../limits';
import { scanText, type XmlHandler } from './xml-scanner';
import { decodeXml } from './xml-text';

/** An element of a part, with its place in the text. */
export class XmlNode {
  readonly children: XmlNode[] = [];
  /** Its own text, references resolved, without that of its children. */
  text = '';
  closeStart: number;
  end: number;

  constructor(
    private readonly source: string,
    /** Without its prefix. */
    readonly name: string,
    /** With the colon; "" for none. */
    readonly prefix: string,
    readonly start: number,
    readonly openEnd: number,
    readonly isEmpty: boolean,
  ) {
    this.closeStart = openEnd;
    this.end = openEnd;
  }

  /** The opening tag. */
  get tag(): string {
    return this.source.slice(this.start, this.openEnd);
  }

  /** The whole element as it stands in the part. */
  get xml(): string {
    return this.source.slice(this.start, this.end);
  }

  /** Value of the attribute of exactly this name, prefix included. */
  attribute(name: string): string | undefined {
    return this.attributes().get(name);
  }

  /** Names with their prefixes, and values with references resolved. */
  attributes(): Map<string, string> {
    const found = new Map<string, string>();
    const pattern = /\s([^\s=/>"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
    const { tag } = this;
    for (let match = pattern.exec(tag); match !== null; match = pattern.exec(tag)) {
      found.set(match[1], decodeXml(match[2] ?? match[3]));
    }
    return found;
  }

  child(name: string): XmlNode | undefined {
    return this.children.find((child) => child.name === name);
  }

  /** This element and all within it that have this name, in file order. */
  *descendants(name?: string): Generator<XmlNode> {
    if (name === undefined || this.name === name) yield this;
    for (const child of this.children) yield* child.descendants(name);
  }
}

/**
 * The root of a part.
 * @param inner What stands within the element of this name goes to a handler of its own, not into the tree.
 */
export function parseXml(
  source: string,
  part: string,
  limits: XlsxLimits,
  inner?: { readonly name: string; readonly handler: XmlHandler },
): XmlNode {
  let root: XmlNode | undefined;
  const path: XmlNode[] = [];
  let depth = 0;
  scanText(source, part, limits, {
    open(name, tag, isEmpty, start, end) {
      if (depth > 0) inner?.handler.open?.(name, tag, isEmpty, start, end);
      else {
        const colon = name.indexOf(':') + 1;
        const node = new XmlNode(source, name.slice(colon), name.slice(0, colon), start, end, isEmpty);
        if (path.length > 0) path[path.length - 1].children.push(node);
        else root = node;
        if (!isEmpty) path.push(node);
        if (isEmpty || node.name !== inner?.name) return;
      }
      if (!isEmpty) depth += 1;
    },
    close(name, start, end) {
      if (start === end) {
        if (depth > 0) inner?.handler.close?.(name, start, end);
        return;
      }
      if (depth > 1) inner?.handler.close?.(name, start, end);
      if (depth > 0) depth -= 1;
      if (depth > 0) return;
      const node = path.pop();
      if (node) Object.assign(node, { closeStart: start, end });
    },
    text(text) {
      if (depth > 0) inner?.handler.text?.(text);
      else if (path.length > 0) path[path.length - 1].text += text;
    },
  });
  // The scanner throws on a text without a root.
  return root as XmlNode;
}
