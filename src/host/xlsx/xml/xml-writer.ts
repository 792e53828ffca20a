import { encodeXml } from './xml-text';
import type { XmlNode } from './xml-tree';

/** What is to be written otherwise than it stands. */
export interface Rewriting {
  /** May change, add and take out attributes. */
  readonly attributes?: (node: XmlNode, attributes: Map<string, string>) => void;
  /** False for elements that are left out with all within. */
  readonly keeps?: (node: XmlNode) => boolean;
  /** The text of an element; by default its own. */
  readonly text?: (node: XmlNode) => string;
}

/** A value ready to stand in a double-quoted attribute: line breaks in it survive. */
export function encodeAttribute(value: string): string {
  return encodeXml(value).replace(/\n/g, '&#10;').replace(/\t/g, '&#9;');
}

/** An opening tag, closed when it is to be empty. */
export function writeTag(name: string, attributes: Iterable<readonly [string, string]>, isEmpty: boolean): string {
  const list = [...attributes].map(([key, value]) => ` ${key}="${encodeAttribute(value)}"`).join('');
  return `<${name}${list}${isEmpty ? '/' : ''}>`;
}

/**
 * An element as text, in another part: elements and attributes of other namespaces than the root's are left out, for nothing says there what
 * their prefixes mean. Elements hold others or a text, as in all parts of a workbook.
 * @param prefix Of the part where the text will stand, with its colon.
 */
export function writeElement(node: XmlNode, prefix: string, rewriting: Rewriting = {}): string {
  const name = prefix + node.name;
  const attributes = new Map([...node.attributes()].filter(([key]) => !key.includes(':') && key !== 'xmlns'));
  const children = node.children.filter((child) => child.prefix === node.prefix && (rewriting.keeps?.(child) ?? true));
  const text = node.children.length > 0 ? '' : (rewriting.text?.(node) ?? node.text);
  if (/^\s|\s$/.test(text)) attributes.set('xml:space', 'preserve');
  rewriting.attributes?.(node, attributes);
  if (children.length === 0 && text === '') return writeTag(name, attributes, true);
  const inner = children.map((child) => writeElement(child, prefix, rewriting)).join('') + encodeXml(text);
  return `${writeTag(name, attributes, false)}${inner}</${name}>`;
}
