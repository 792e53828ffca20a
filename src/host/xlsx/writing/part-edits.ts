import type { XmlNode } from '../xml/xml-tree';
import { encodeXml } from '../xml/xml-text';
import { applySplices, type Splice } from './splice';
import { editTag, openTag } from './tag-text';

/** Changes of one part, collected and made at once. What is changed within an element that goes is forgotten. */
export class PartEdits {
  private readonly tags = new Map<XmlNode, Record<string, string | null>>();
  private readonly splices: Splice[] = [];
  private readonly removed = new Set<XmlNode>();

  constructor(private readonly source: string) {}

  /** Null takes the attribute out. */
  setAttribute(node: XmlNode, name: string, value: string | null): void {
    const changes = this.tags.get(node) ?? {};
    changes[name] = value;
    this.tags.set(node, changes);
  }

  /** Exchanges all that stands within an element, which must not be empty. */
  setText(node: XmlNode, text: string): void {
    this.replace(node.openEnd, node.closeStart, encodeXml(text));
  }

  /** Puts XML behind the last child of an element. */
  append(node: XmlNode, xml: string): void {
    if (!node.isEmpty) this.replace(node.closeStart, node.closeStart, xml);
    else {
      const tag = openTag(editTag(node.tag, this.tags.get(node) ?? {}));
      this.tags.delete(node);
      this.replace(node.start, node.end, `${tag}${xml}</${node.prefix}${node.name}>`);
    }
  }

  remove(node: XmlNode): void {
    this.removed.add(node);
  }

  /** Sets the count of a list from which elements go; a list of which nothing is left goes as a whole. */
  settleList(list: XmlNode): void {
    const left = list.children.filter((child) => !this.removed.has(child)).length;
    if (left === list.children.length) return;
    if (left === 0) this.remove(list);
    else if (list.attribute('count') !== undefined) this.setAttribute(list, 'count', String(left));
  }

  replace(start: number, end: number, text: string): void {
    this.splices.push({ start, end, text });
  }

  /** The text of the part with all changes; the very same text where there are none. */
  build(): string {
    const removed = [...this.removed].map(({ start, end }) => ({ start, end })).sort((a, b) => a.start - b.start);
    const gone: Splice[] = [];
    for (const { start, end } of removed) {
      const last = gone[gone.length - 1];
      if (!last || start >= last.end) gone.push({ start, end, text: '' });
    }
    const tags = [...this.tags].map(([node, changes]) => ({
      start: node.start,
      end: node.openEnd,
      text: editTag(node.tag, changes),
    }));
    const kept = [...tags, ...this.splices].filter((splice) => !isWithin(gone, splice));
    const all = [...kept, ...gone];
    return all.length > 0 ? applySplices(this.source, all) : this.source;
  }
}

/** @param spans Sorted, none overlapping another. */
function isWithin(spans: readonly Splice[], { start, end }: Splice): boolean {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle].end <= start) low = middle + 1;
    else high = middle;
  }
  const span = spans[low];
  if (span === undefined || span.start > start || span.end < end) return false;
  // An insertion right before or behind stays.
  return start !== end || (span.start < start && end < span.end);
}
