import { findFullWidth } from '../../values/full-width';
import { writtenTextsOf } from '../../rules/written-texts';
import { isFromCatalogue } from '../catalogue-name';
import { defineFormRepair } from '../define-repair';

export default defineFormRepair({
  id: 'template/text-width',
  label: '全角数字和字母改为半角',
  title: '文字中的数字、字母和百分号用半角',
  why: '全角的数字占两格，按数查找和计算都找不到。',
  basis: '《出版物上数字用法》（GB/T 15835—2011）；填报惯例',
  example: { wrong: '培训馆员１２０人', right: '培训馆员120人' },
  forms: ['project-target', 'coded-indicators', 'overall-target', 'prose'],
  *propose(form, repair) {
    for (const written of writtenTextsOf(form)) {
      const { role, text, shown } = written;
      // Project names come from the register, names with a code from the catalogue.
      if (role === 'title' || isFromCatalogue(written, form)) continue;
      const found = findFullWidth(text).filter(({ start, end }) => text.slice(start, end) === shown.slice(start, end));
      if (found.length > 0) yield repair.replace(written, found);
    }
  },
});
