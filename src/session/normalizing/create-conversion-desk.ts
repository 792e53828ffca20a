import { HostError } from '../../host/port/host-error';
import type { WorkbookHost } from '../../host/port/workbook-host';
import type { OperationHistory } from '../history/operation-history';
import type { ConversionDesk, ConversionPreview, TemplateSummary } from './conversion-desk';
import type { ConversionWorks, InspectedTemplate, TemplateSource } from './conversion-works';
import type { OwnTemplates } from './own-templates';

export interface ConversionMeans {
  readonly host: Pick<WorkbookHost, 'read'>;
  readonly works: ConversionWorks;
  readonly own: OwnTemplates;
  readonly history: Pick<OperationHistory, 'perform'>;
}

const MEGABYTE = 1024 * 1024;
const MOST_MEGABYTES = 5;

export function createConversionDesk({ host, works, own, history }: ConversionMeans): ConversionDesk {
  /** The sheet behind which the new ones are put. */
  const behind = new WeakMap<ConversionPreview, string>();

  const templateOf = async (
    id: string,
  ): Promise<{ readonly summary: TemplateSummary; readonly source: TemplateSource }> => {
    const builtin = (await works.templates()).find((template) => template.id === id);
    if (builtin !== undefined) return { summary: builtin, source: { kind: 'builtin', id } };
    const kept = await own.find(id);
    if (kept === undefined) throw new HostError('gone', '所选的模板已被移除。', '请重新选择模板。');
    const { summary, bytes } = kept;
    return { summary, source: { kind: 'file', name: `${summary.name}.xlsx`, bytes } };
  };

  return {
    async templates() {
      // A store that refuses holds nothing for us; whoever keeps a template is told.
      const kept = await own.list().catch((): readonly TemplateSummary[] => []);
      return (await works.templates()).concat(kept);
    },

    async importTemplate(name, bytes) {
      if (bytes.length > MOST_MEGABYTES * MEGABYTE) {
        return { template: null, problems: [`“${name}”超过 ${MOST_MEGABYTES} MB，不像是模板。`] };
      }
      const { content, problems } = await works.inspect(name, bytes).catch(unreadable);
      if (content === null) return { template: null, problems };
      return { template: await own.keep(content, bytes), problems: [] };
    },

    removeTemplate: (id) => own.remove(id),

    projects: async () => works.projects(await host.read('edited')),

    async preview(keys, templateId) {
      const { summary, source } = await templateOf(templateId);
      const snapshot = await host.read('edited');
      const wanted = (await works.projects(snapshot)).filter(
        ({ key, refusal }) => refusal === null && keys.indexOf(key) >= 0,
      );
      if (wanted.length === 0) {
        throw new HostError('gone', '所选的项目已不在工作簿中，或不能转换。', '请刷新后重新选择。');
      }
      const preview = { template: summary, ...(await works.convert(snapshot, keys, source)) };
      behind.set(preview, wanted[wanted.length - 1].sheet);
      return preview;
    },

    async convert(preview) {
      const after = behind.get(preview);
      if (after === undefined) throw new Error('The preview was not made by this desk.');
      const { template, files } = preview;
      return history.perform({
        label: `转为“${template.name}” ${files.length} 张表`,
        steps: [{ kind: 'addSheets', sheets: files, after }],
      });
    },
  };
}

/** That a file is no workbook is a problem of the file; that we cannot read files just now is none. */
function unreadable(error: unknown): InspectedTemplate {
  if (!(error instanceof HostError) || error.code === 'lost-connection') throw error;
  return { content: null, problems: [error.message + error.advice] };
}
