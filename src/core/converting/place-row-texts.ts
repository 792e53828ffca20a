import type { ColumnRole } from '../forms/column-labels';
import { formatCoded, parseCodedName } from '../values/indicator-code';
import { isNotApplicable } from '../values/special-texts';
import { parseTargetValue } from '../values/target-value';
import type { CarriedRow, CarriedText } from './carried-project';

/** What of a row goes into which column, and what no column takes. */
export interface PlacedTexts {
  readonly texts: ReadonlyMap<ColumnRole, CarriedText>;
  readonly left: ReadonlyMap<ColumnRole, CarriedText>;
}

/** Columns that are put together with another one, or taken apart from it. */
const SIGN = /^[≥≤<>=＞＜＝]$/;
const SPLIT = /^([≥≤<>=]?)([0-9][0-9,]*(?:\.[0-9]+)?)([^0-9]{0,12})$/;

/**
 * Brings the texts of a row, all but its levels, to the columns of a template: 指标编码 before the name or apart from it, 指标性质 and
 * 计量单位 with the value or apart from it. Putting together and taking apart undo each other.
 */
export function placeRowTexts(row: CarriedRow, columns: ReadonlyMap<ColumnRole, number>): PlacedTexts {
  const texts = new Map<ColumnRole, CarriedText>();
  const left = new Map<ColumnRole, CarriedText>();
  row.texts.forEach((text, role) => {
    if (role === 'level1' || role === 'level2') return;
    (columns.has(role) ? texts : left).set(role, text);
  });
  joinOrSplitCode(texts, left, columns);
  joinOrSplitTarget(texts, left, columns);
  return { texts, left };
}

type Texts = Map<ColumnRole, CarriedText>;

function joinOrSplitCode(texts: Texts, left: Texts, columns: ReadonlyMap<ColumnRole, number>): void {
  const name = texts.get('name');
  const code = left.get('code');
  if (name && code) {
    const own = parseCodedName(name.text);
    const joined = own ? name.text : formatCoded(code.text.trim(), name.text);
    const read = parseCodedName(joined);
    if (read && read.isCanonical && read.code === code.text.trim()) {
      texts.set('name', written(name, joined));
      left.delete('code');
    }
  } else if (name && columns.has('code') && !texts.has('code')) {
    const read = parseCodedName(name.text);
    if (read && read.name !== '' && formatCoded(read.code, read.name) === name.text) {
      texts.set('code', written(name, read.code));
      texts.set('name', written(name, read.name));
    }
  }
}

function joinOrSplitTarget(texts: Texts, left: Texts, columns: ReadonlyMap<ColumnRole, number>): void {
  const value = texts.get('value');
  if (!value) return;
  const [nature, unit] = [left.get('nature'), left.get('unit')];
  let joined = value.text;
  if (nature && SIGN.test(nature.text.trim()) && /^[0-9]/.test(joined)) {
    joined = nature.text.trim() + joined;
    left.delete('nature');
  }
  if (unit && !isNotApplicable(unit.text) && /[0-9]$/.test(joined)) {
    joined += unit.text.trim();
    left.delete('unit');
  }
  const wantsNature = columns.has('nature') && !texts.has('nature');
  const wantsUnit = columns.has('unit') && !texts.has('unit');
  const match = wantsNature || wantsUnit ? SPLIT.exec(joined) : null;
  const { kind } = parseTargetValue(joined);
  if (match && (kind === 'quantity' || kind === 'percentage' || kind === 'duration')) {
    if (wantsNature && match[1] !== '') {
      texts.set('nature', written(value, match[1]));
      joined = joined.slice(match[1].length);
    }
    if (wantsUnit && match[3].trim() !== '') {
      texts.set('unit', written(value, match[3]));
      joined = joined.slice(0, joined.length - match[3].length);
    }
  }
  if (joined !== value.text) texts.set('value', written(value, joined));
}

function written(from: CarriedText, text: string): CarriedText {
  return { ...from, text, number: null };
}
