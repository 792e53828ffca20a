import { truncateSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { checkWorkbook } from '../../src/cli/check-workbook';
import { loadBuiltinResources } from '../../src/session/builtin-resources';

test('a file far beyond the limit is refused without being read', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'shenbao-check-'));
  writeFileSync(path.join(folder, '大.xlsx'), '');
  // A sparse file: takes no room on the disk.
  truncateSync(path.join(folder, '大.xlsx'), 3 * 1024 ** 3);
  const { rules, profiles, divisionCodes } = loadBuiltinResources();
  const listener = { onProgress: () => undefined, onWarning: () => undefined };
  expect(await checkWorkbook('大.xlsx', folder, { rules, profile: profiles[0], divisionCodes }, listener)).toEqual({
    file: '大.xlsx',
    reason: '文件“大.xlsx”过大，超出可读取的范围。请拆分工作簿或删除无关的工作表后再试。',
  });
  rmSync(folder, { recursive: true });
});
