export { fillTemplate, readTemplateFile, type TemplateFile } from './template-file';
