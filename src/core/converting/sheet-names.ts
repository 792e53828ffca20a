/** Excel's limit. */
const LONGEST = 31;

/** A name for a sheet that no other one has, in Excel's eyes: forbidden signs replaced, cut where it is too long. */
export function freeSheetName(wanted: string, taken: readonly string[]): string {
  const plain =
    cut(
      wanted
        .replace(/[\\/?*:\[\]\u0000-\u001f\ufffe\uffff]+/g, '_')
        .replace(/\s+/g, ' ')
        .replace(/^['\s]+|['\s]+$/g, ''),
      LONGEST,
    ).replace(/['\s]+$/, '') || '转换结果';
  // Excel keeps this name for itself.
  const base = plain.toLowerCase() === 'history' ? `${plain}_` : plain;
  const used = taken.map((name) => name.toLowerCase());
  let name = base;
  for (let number = 2; used.indexOf(name.toLowerCase()) >= 0; number += 1) {
    const tail = `（${number}）`;
    name = cut(base, LONGEST - tail.length) + tail;
  }
  return name;
}

/** Never half of a character that takes two. */
function cut(text: string, length: number): string {
  const short = text.slice(0, length);
  return /[\ud800-\udbff]$/.test(short) ? short.slice(0, -1) : short;
}
