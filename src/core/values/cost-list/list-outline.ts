import type { Brackets } from './fold-text';

/** A numbered point of a list, or (first of all) the text before the first number. */
export interface OutlineNode {
  /** Index of the point it stands under; -1 for the outermost. */
  readonly parent: number;
  /** 0 for the outermost list. */
  readonly depth: number;
  /** Where its words begin, behind the number. */
  readonly start: number;
  /** Where the next number (of whatever depth) begins. */
  readonly end: number;
}

/** A stretch between two marks that end a statement. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  /** Index of the outline node it stands in. */
  readonly node: number;
  /** The mark behind it: ";" "。" "\n", or "" at the end of a point. */
  readonly mark: string;
}

export interface Outline {
  /** The first is the text before any number, with parent -1 and depth 0. */
  readonly nodes: readonly OutlineNode[];
  readonly segments: readonly Segment[];
}

const MARKER =
  /([一二三四五六七八九十]{1,3})(是|[、.])|\(([一二三四五六七八九十]{1,3})\)|([0-9]{1,2})([.、)])|\(([0-9]{1,2})\)|([①-⑳])|([⑴-⒇])|([⒈-⒛])|第([一二三四五六七八九十]{1,2})[,、:]/g;
const CHINESE = '一二三四五六七八九十';
const BEFORE = /[\s;。:,、!?)元万项个]/;

interface Marker {
  readonly style: string;
  readonly number: number;
  readonly start: number;
  readonly end: number;
}

/** Splits a folded text at its list numbers and at the marks between. */
export function readOutline(text: string, brackets: Brackets): Outline {
  const markers = findMarkers(text);
  const first = markers.length > 0 ? markers[0].start : text.length;
  const nodes: OutlineNode[] = [{ parent: -1, depth: 0, start: 0, end: first }];
  const open: { readonly style: string; readonly node: number }[] = [];
  markers.forEach((marker, index) => {
    while (open.length > 0 && open.some(({ style }) => style === marker.style)) {
      const closed = open.pop();
      if (closed && closed.style === marker.style) break;
    }
    const parent = open.length > 0 ? open[open.length - 1].node : -1;
    const end = index + 1 < markers.length ? markers[index + 1].start : text.length;
    nodes.push({ parent, depth: open.length, start: marker.end, end });
    open.push({ style: marker.style, node: nodes.length - 1 });
  });
  const segments: Segment[] = [];
  nodes.forEach((node, index) => splitNode(text, node, index, brackets, segments));
  return { nodes, segments };
}

function splitNode(text: string, node: OutlineNode, index: number, brackets: Brackets, segments: Segment[]): void {
  let start = node.start;
  const add = (end: number, mark: string): void => {
    if (/\S/.test(text.slice(start, end))) segments.push({ start, end, node: index, mark });
    start = end + 1;
  };
  for (let position = node.start; position < node.end; position += 1) {
    const sign = text.charAt(position);
    const partner = brackets.partner[position];
    if (sign === '(' && partner > position && partner < node.end) position = partner;
    else if (/[;。\n!?]/.test(sign)) add(position, sign);
    else if (sign === '.' && /\s/.test(text.charAt(position + 1))) add(position, '。');
  }
  add(node.end, '');
}

function findMarkers(text: string): readonly Marker[] {
  const markers: Marker[] = [];
  const lastOf: Record<string, number> = {};
  MARKER.lastIndex = 0;
  for (let match = MARKER.exec(text); match; match = MARKER.exec(text)) {
    const marker = toMarker(match);
    const last = lastOf[marker.style] || 0;
    if (isPlaced(text, marker, last)) {
      markers.push(marker);
      lastOf[marker.style] = marker.number;
    } else MARKER.lastIndex = match.index + 1;
  }
  return markers;
}

function toMarker(match: RegExpExecArray): Marker {
  const place = { start: match.index, end: match.index + match[0].length };
  const at = (code: number): number => match[0].charCodeAt(0) - code + 1;
  if (match[1]) return { ...place, style: match[2] === '是' ? '一是' : '一、', number: chineseNumber(match[1]) };
  if (match[3]) return { ...place, style: '(一)', number: chineseNumber(match[3]) };
  if (match[4]) return { ...place, style: match[5] === ')' ? '1)' : '1.', number: Number(match[4]) };
  if (match[6]) return { ...place, style: '(1)', number: Number(match[6]) };
  if (match[7]) return { ...place, style: '①', number: at(0x2460) };
  if (match[8]) return { ...place, style: '⑴', number: at(0x2474) };
  if (match[9]) return { ...place, style: '⒈', number: at(0x2488) };
  return { ...place, style: '第一', number: chineseNumber(match[10] || '') };
}

/** A number counts as a list number where it begins a statement and goes on from the one before. */
function isPlaced(text: string, { style, number, start, end }: Marker, last: number): boolean {
  const isNext = number === last + 1;
  if (!isNext && number !== 1 && !(number === last && last > 0)) return false;
  if (/^[①⑴⒈]$/.test(style)) return true;
  const before = start === 0 ? '\n' : text.charAt(start - 1);
  const isInside = /^\(/.test(style) && /[\u4e00-\u9fa5]/.test(before) && !/[第表件图条款项]/.test(before);
  if (!BEFORE.test(before) && !isInside) return false;
  if (style !== '1.' || !/^[0-9]/.test(text.charAt(end))) return true;
  // "1.2023年保安费" is a list number, "；1.26万元" is none.
  const rest = text.slice(end, end + 16);
  return (
    isNext &&
    /[\s;。]/.test(before) &&
    (/^20[0-9]{2}年/.test(rest) || /^[0-9]{1,6}(?![0-9.,%/*]|\s?[万亿元千百])/.test(rest))
  );
}

function chineseNumber(text: string): number {
  const [tens, ones] = text.indexOf('十') < 0 ? ['', text] : text.split('十');
  const digit = (sign: string): number => CHINESE.indexOf(sign) + 1;
  if (text.indexOf('十') < 0) return ones.length === 1 ? digit(ones) : 0;
  return (tens === '' ? 1 : digit(tens)) * 10 + (ones === '' ? 0 : digit(ones));
}
