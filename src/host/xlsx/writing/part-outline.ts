import type { XlsxLimits } from '../limits';
import { scanText } from '../xml/xml-scanner';
import type { Splice } from './splice';
import { openTag } from './tag-text';

/** Where an element stands in the text of its part. */
export interface ElementPlace {
  /** Without the prefix of the root. */
  readonly name: string;
  readonly start: number;
  readonly openEnd: number;
  /** Where the closing tag starts; equal to `end` for an empty element. */
  closeStart: number;
  end: number;
  readonly isEmpty: boolean;
}

/** The root of a part and its children. */
export interface PartOutline {
  /** Prefix of the root with its colon: "x:" or "". */
  readonly prefix: string;
  readonly root: ElementPlace;
  readonly children: readonly ElementPlace[];
}

/** Finds root and children of an XML text. */
export function outlinePart(text: string, part: string, limits: XlsxLimits): PartOutline {
  const open: ElementPlace[] = [];
  const children: ElementPlace[] = [];
  let root: ElementPlace | undefined;
  let prefix = '';
  let depth = 0;
  scanText(text, part, limits, {
    open(name, _tag, isEmpty, start, end) {
      if (depth === 0) prefix = name.slice(0, name.indexOf(':') + 1);
      if (depth < 2) {
        const plain = name.startsWith(prefix) ? name.slice(prefix.length) : name;
        const place = { name: plain, start, openEnd: end, closeStart: end, end, isEmpty };
        open[depth] = place;
        if (depth === 0) root = place;
        else children.push(place);
      }
      if (!isEmpty) depth += 1;
    },
    close(_name, start, end) {
      if (start === end) return;
      depth -= 1;
      if (depth < 2) Object.assign(open[depth], { closeStart: start, end });
    },
  });
  // The scanner throws on a text without a root.
  return { prefix, root: root as ElementPlace, children };
}

/** Appends children to an element, opening it when it is empty; `tag` is its opening tag, changed or not. */
export function appendTo(text: string, place: ElementPlace, prefix: string, tag: string, added: string): Splice[] {
  if (place.isEmpty) {
    return [{ start: place.start, end: place.end, text: `${openTag(tag)}${added}</${prefix}${place.name}>` }];
  }
  const insertion = { start: place.closeStart, end: place.closeStart, text: added };
  if (text.slice(place.start, place.openEnd) === tag) return [insertion];
  return [{ start: place.start, end: place.openEnd, text: tag }, insertion];
}

/** Inserts a child where the schema's order wants it; the root must not be empty. */
export function insertChild(outline: PartOutline, order: readonly string[], name: string, xml: string): Splice {
  const rank = order.indexOf(name);
  const follower = outline.children.find((child) => {
    const other = order.indexOf(child.name);
    return (other < 0 ? order.length : other) > rank;
  });
  const at = follower ? follower.start : outline.root.closeStart;
  return { start: at, end: at, text: xml };
}
