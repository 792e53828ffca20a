import type { LargeStorage } from '../host/port/large-storage';
import type { WorkbookHost } from '../host/port/workbook-host';
import { acceptanceKey, createReviewSession, type ReviewRunner } from '../session';
import type { Notice } from './notice';

/** A host that knows whether marks of ours are in the workbook, whoever put them there. */
export interface MarkedHost extends WorkbookHost {
  hasMarks(): Promise<boolean>;
}

/**
 * The button 标记: takes the marks off where there are any, otherwise checks the workbook, by the profile and the catalogue that the
 * user chose in the pane, and marks what is found and not accepted. Returns what the user must be told because nothing shows it; null
 * otherwise. Rejects as the host does.
 * @param largeStorage For the user's own catalogues.
 */
export async function toggleMarks(
  host: MarkedHost,
  loadRunner: () => Promise<ReviewRunner>,
  largeStorage?: LargeStorage,
): Promise<Notice | null> {
  if (!host.capabilities.mark) {
    return {
      message: '这个工作簿现在不能标记单元格。',
      advice: '如果是只读打开的，请改为编辑后重试；也可以打开校验窗格，在列表中查看问题。',
    };
  }
  if (await host.hasMarks()) {
    await host.mark([]);
    return null;
  }
  const session = createReviewSession(host, await loadRunner(), largeStorage);
  const { profileId, catalogueId } = await session.readPreferences();
  const { findings, forms, notChecked } = await session.review({ profileId, catalogueId });
  // Records that cannot be read are told of in the pane; nothing counts as accepted then, here as there.
  const { acceptances } = await session.readAcceptances().catch(() => ({ acceptances: [] }));
  const accepted = new Set(acceptances.map(acceptanceKey));
  const open = findings.filter((finding) => !accepted.has(acceptanceKey(finding)));
  if (open.length > 0) {
    await session.mark(open);
    return null;
  }
  if (forms.length === 0) {
    return {
      message: '没有找到可检查的申报表，没有标记。',
      advice: '请确认打开的是申报表所在的工作簿，且表头文字没有删改。',
    };
  }
  return {
    message: `${findings.length === 0 ? '没有发现问题' : '发现的问题都已接受'}，没有需要标记的单元格。`,
    advice: notChecked.length === 0 ? '' : '有些内容未能检查，请打开校验窗格查看。',
  };
}
