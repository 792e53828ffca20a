import { HostError } from '../../port/host-error';
import { isRefusedWhole, toHostError } from '../excel-error';

/**
 * Sends what changes marks. Rejects with a HostError that says how far it got.
 * @param isFirst Nothing has been changed by the requests before.
 */
export async function sendChanges(context: Excel.RequestContext, isFirst: boolean): Promise<void> {
  try {
    await context.sync();
  } catch (error) {
    if (isFirst && isRefusedWhole(error)) throw toHostError(error);
    const { code, message, advice } = toHostError(error);
    throw new HostError(
      code,
      `标记没有完成，可能只改了一部分。${message}`,
      `再标记或清除一次，会先去掉残留的标记。${advice}`,
    );
  }
}
