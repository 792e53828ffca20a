import {
  findListMarkers,
  findLoneMarker,
  findMissingFirst,
  findOrderFlaw,
  isFullyNumbered,
  writeMarker,
  type ListMarker,
} from '../../values/list-numbering';
import { defineTextRule } from '../define-text-rule';
import type { Fix } from '../../review/finding';
import { textFix } from '../text-fix';
import type { TextRole, WrittenText } from '../written-texts';

/** Texts that hold a whole list. An explanation, a task or a paragraph may be one item of a list that runs over several cells. */
const WHOLE: readonly TextRole[] = ['policyBasis', 'calculationBasis', 'goal'];

export default defineTextRule({
  id: 'text/numbering',
  severity: 'warning',
  title: '分条列项的编号应连续，不重复、不跳号、不单列',
  why: '编号重复或跳号，读的人会以为漏了一条；引用“第几项”时也对不上。',
  basis: '填报惯例',
  example: {
    wrong: '1.设备购置20万元；2.人员培训5万元；2.系统维护8万元',
    right: '1.设备购置20万元；2.人员培训5万元；3.系统维护8万元',
  },
  forms: ['project-target', 'coded-indicators', 'overall-target', 'prose'],
  roles: ['policyBasis', 'calculationBasis', 'goal', 'explanation', 'task', 'paragraph'],
  messages: {
    repeated: '编号“{marker}”出现了两次，请按顺序重新编号。',
    skipped: '编号“{marker}”之前缺少“{missing}”，请补上这一项或重新编号。',
    alone: '只有编号“{marker}”，没有后面的各项，请删去编号或补上后面的各项。',
  },
  *check(written, problem) {
    const { role, text, cellAt } = written;
    const markers = findListMarkers(text);
    const isWhole = WHOLE.indexOf(role) >= 0;
    const inWhole = isWhole ? findLoneMarker(text, markers) || findMissingFirst(text, markers) : null;
    const flaw = inWhole || findOrderFlaw(text, markers);
    if (flaw === null) return;
    const { marker } = flaw;
    const place = cellAt(marker.start);
    const details = {
      quote: text.slice(marker.start, marker.start + 16).trim(),
      fix: isFullyNumbered(text, markers) ? renumber(written, markers) : undefined,
    };
    if (flaw.kind === 'skipped')
      yield problem('skipped', place, { marker: marker.text, missing: flaw.missing }, details);
    else yield problem(flaw.kind, place, { marker: marker.text }, details);
  },
});

function renumber(written: WrittenText, markers: readonly ListMarker[]): Fix | undefined {
  const pieces = markers
    .map((marker, index) => ({ start: marker.start, end: marker.end, by: writeMarker(marker, index + 1) }))
    .filter(({ by }, index) => by !== markers[index].text);
  return textFix('按顺序重新编号', written, pieces);
}
