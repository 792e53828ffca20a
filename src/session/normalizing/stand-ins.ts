import { HostError } from '../../host/port/host-error';
import type { ConversionDesk } from './conversion-desk';

const refuse = (): Promise<never> => Promise.reject(new HostError('not-supported', '这个版本还没有这项功能。'));

export const NO_CONVERSIONS: ConversionDesk = {
  templates: async () => [],
  importTemplate: refuse,
  removeTemplate: refuse,
  projects: async () => [],
  preview: refuse,
  convert: refuse,
};
