export { BUILTIN_TEMPLATES, readBuiltinTemplates, type UsableTemplate } from './builtin-templates';
export { fillTemplate, readTemplateFile, type TemplateFile } from './template-file';
