import { findField, textOf } from '../../forms/form';
import { formatAddress } from '../../workbook/cell-address';
import { defineWorkbookRule } from '../define-rule';
import {
  findTrustedCode,
  groupListings,
  isContinuation,
  placeOfProject,
  type ProjectListing,
} from '../project-listings';

export default defineWorkbookRule({
  id: 'form/duplicate-project',
  severity: 'error',
  title: '同一项目只应申报一次',
  why: '重复列出的项目会被重复计算预算，指标也散在几处。',
  basis: '填报惯例',
  example: { wrong: '“展馆运行”（50万元）在表中列出两次', right: '“展馆运行”（50万元）只列一次，指标写在一起' },
  forms: ['project-target', 'coded-indicators'],
  checksSecret: true,
  messages: {
    sameCode: '项目编码“{code}”已用于“{first}”的项目“{name}”；请核对编码，同一项目请只申报一次。',
    listedAgain:
      '项目“{name}”（金额{amount}）重复列出，从第{row}行起本表共列出{count}次；请合并为一处，确为不同项目的请核对名称和金额。',
  },
  *check(forms, problem) {
    for (const group of groupListings(forms)) {
      const listings = group.filter((listing, index) => index === 0 || !isContinuation(group[index - 1], listing));
      const [first, ...repeated] = listings;
      // One finding a form: the second listing tells of those that follow it.
      const heads = repeated.filter((listing, index) => index === 0 || repeated[index - 1].form !== listing.form);
      for (const listing of heads) {
        const code = findTrustedCode(listing.project);
        const codeField = findField(listing.project, 'projectCode');
        const place = code !== null && codeField ? codeField.value : placeOfProject(listing.project);
        if (place === null) continue;
        const { name } = listing.project;
        if (code !== null)
          yield problem('sameCode', place, { code, first: placeName(first), name: first.project.name });
        else {
          const amount = textOf(listing.project, 'annualAmount') || textOf(listing.project, 'totalAmount');
          const row = first.project.range.top + 1;
          yield problem('listedAgain', place, { name, amount, row, count: listings.length });
        }
      }
    }
  },
});

function placeName({ form, project }: ProjectListing): string {
  const field = findField(project, 'projectCode');
  return field ? `${form.sheet}!${formatAddress(field.value.address)}` : form.sheet;
}
