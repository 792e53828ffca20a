import { HostError } from '../host/port/host-error';
import type { TemplateReaders } from '../session/normalizing/conversion-works';

/** Most users convert nothing: what reads and fills templates, and they themselves, are loaded when first used. */
export const LAZY_TEMPLATES: TemplateReaders = {
  async builtin() {
    const { fillTemplate, readBuiltinTemplates } = await files();
    return readBuiltinTemplates().map(({ id, workbook, description }) => ({
      id,
      description,
      fill: (plans) => fillTemplate(workbook, plans),
    }));
  },
  async read(name, bytes) {
    const { fillTemplate, readTemplateFile } = await files();
    const { workbook, description, problems } = readTemplateFile(name, bytes);
    const template = description && { description, fill: (plans: Plans) => fillTemplate(workbook, plans) };
    return { template, problems };
  },
};

type Files = typeof import('../host/template-files');
type Plans = Parameters<Files['fillTemplate']>[1];

const files = (): Promise<Files> => import('../host/template-files').catch(refuseUnloaded);

function refuseUnloaded(): never {
  throw new HostError('lost-connection', '读写模板的程序没有载入。', '请检查与服务器的连接，然后重试。');
}
