/** Words before a price that say how it was found, not what it is for. */
const NO_NAME = /^(?:[\u4e00-\u9fa5]{0,4}标准(?!化)|按|根据|依据|参考|参照|每|人均|单价|以(?!旧))/;
const LEADING =
  /^[\s,;:、。)\-*+=·•●★◆■▪>]+|^(?:和|及|以及|与|另|另外|还有)(?=[\u4e00-\u9fa5]{3})|^(?:其中|主要包括|主要用于|主要是|包括|包含|用于|分别为)/;
const TRAILING =
  /(?:[\s,:;、(=*0-9.\-]|预计|大约|约|共计|合计|总计|小计|[^公]共|计|为|需要|需|支出|安排|预算|金额|每年|全年|人民币|申请|单价|标准|每(?:人次|[\u4e00-\u9fa5]))$/;
const MOST_STRIPPED = 30;

/** The name of what is paid for, out of the words before an amount; "" when they hold none. */
export function labelOf(lead: string): string {
  const words = lead.slice(-160);
  const colon = words.lastIndexOf(':');
  return nameIn(words.slice(colon + 1)) || (colon < 0 ? '' : nameIn(words.slice(0, colon).replace(/:/g, ',')));
}

/** The first clause of some words that names something. */
export function nameIn(words: string): string {
  for (const clause of words.split(',')) {
    const name = withoutEdges(clause);
    if (/[\u4e00-\u9fa5a-zA-Z]{2}/.test(name) && !NO_NAME.test(name)) return name;
  }
  return '';
}

function withoutEdges(clause: string): string {
  let name = clause;
  for (let count = 0; count < 3 && LEADING.test(name); count += 1) name = name.replace(LEADING, '');
  if (name.charAt(0) === '(' && name.indexOf(')') < 0) name = name.slice(1);
  const open = name.lastIndexOf('(');
  if (open > 0 && name.indexOf(')', open) < 0) name = name.slice(0, open);
  for (let count = 0; count < MOST_STRIPPED && TRAILING.test(name); count += 1) {
    // 共 alone is stripped with the sign before it looked at, which stays.
    name = /[^公]共$/.test(name) ? name.slice(0, -1) : name.replace(TRAILING, '');
  }
  return name.trim();
}
