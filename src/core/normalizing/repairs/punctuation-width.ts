import { findWidthMarks } from '../../values/punctuation-width';
import { isFromCatalogue } from '../catalogue-name';
import { defineFormRepair } from '../define-repair';
import { writtenTextsOf } from '../../rules/written-texts';

export default defineFormRepair({
  id: 'template/punctuation-width',
  label: '统一标点的全角半角',
  title: '中文里的标点按方案统一用全角（或半角）',
  why: '十个人填的表收在一起，有的用全角、有的用半角，公开前要再改一遍。',
  basis: '《标点符号用法》（GB/T 15834—2011）；填报惯例',
  example: { wrong: '采购设备,开展培训', right: '采购设备，开展培训' },
  forms: ['project-target', 'coded-indicators', 'overall-target'],
  *propose(form, repair, { profile }) {
    for (const written of writtenTextsOf(form)) {
      const { role, text, shown } = written;
      // Project names come from the register, names with a code from the catalogue; remarks belong to the template.
      if (role === 'title' || role === 'remark' || isFromCatalogue(written, form)) continue;
      const wrong = findWidthMarks(text).filter(
        ({ width, start, end }) =>
          width !== profile.punctuationWidth && text.slice(start, end) === shown.slice(start, end),
      );
      if (wrong.length === 0) continue;
      yield repair.replace(
        written,
        wrong.map(({ start, end, other }) => ({ start, end, by: other })),
      );
    }
  },
});
