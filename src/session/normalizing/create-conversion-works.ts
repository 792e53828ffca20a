import { findProjects } from '../../core/converting/carry-projects';
import { planConversion } from '../../core/converting/plan-conversion';
import type { TemplateDescription } from '../../core/converting/template-description';
import type { WorkbookForms } from '../../core/forms/form';
import type { WorkbookSnapshot } from '../../core/workbook/workbook-snapshot';
import { HostError } from '../../host/port/host-error';
import type {
  ConversionWorks,
  ReadTemplate,
  TemplateContent,
  TemplateReaders,
  TemplateSource,
} from './conversion-works';

/** Converts on this thread. @param readForms What others on it have read already. */
export function createConversionWorks(
  readers: TemplateReaders,
  readForms: (snapshot: WorkbookSnapshot) => WorkbookForms,
): ConversionWorks {
  const templateOf = async (source: TemplateSource): Promise<ReadTemplate> => {
    if (source.kind === 'builtin') {
      const known = (await readers.builtin()).find(({ id }) => id === source.id);
      if (known === undefined) throw new HostError('gone', '所选的模板已被移除。', '请重新选择模板。');
      return known;
    }
    const { template, problems } = await readers.read(source.name, source.bytes);
    if (template === null) throw new HostError('unreadable-file', problems[0], '请修改模板后重新导入。');
    return template;
  };

  return {
    async templates() {
      return (await readers.builtin()).map(({ id, description }) => ({
        id,
        ...contentOf(description),
        isOwn: false,
      }));
    },

    async inspect(name, bytes) {
      const { template, problems } = await readers.read(name, bytes);
      return { content: template && contentOf(template.description), problems };
    },

    async projects(snapshot) {
      return findProjects(readForms(snapshot)).map(({ key, form, project, refusal }) => ({
        key,
        project: project.name,
        sheet: form.sheet,
        form: form.caption,
        refusal,
      }));
    },

    async convert(snapshot, keys, source) {
      const template = await templateOf(source);
      const plans = planConversion(snapshot, readForms(snapshot), keys, template.description);
      return { sheets: plans.map(({ sheet }) => sheet), files: template.fill(plans) };
    },
  };
}

function contentOf({ name, description, kind }: TemplateDescription): TemplateContent {
  return { name, description, kind };
}
