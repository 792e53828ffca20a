import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ManifestProblem, parseBaseUrl } from './base-url';

/** Where the template, which is the manifest for development, says its pages are. */
const TEMPLATE_BASE = 'https://localhost:3000';

export type ManifestCatalog = 'share' | 'sharepoint';

export interface ManifestOptions {
  /** Where the pages are served, e.g. `https://server/shenbao`. */
  readonly baseUrl: string;
  /** SharePoint's catalog knows no ribbon: its manifest has the pane only. `share` when left out. */
  readonly catalog?: ManifestCatalog;
  /** False: without functions in cells. Some builds of Excel refuse the whole add-in where these cannot be installed. */
  readonly hasFunctions?: boolean;
  /** Tells one add-in from another; that of the template when left out. */
  readonly id?: string;
  /** Three numbers, as in package.json, or four. That of the template when left out. */
  readonly version?: string;
}

/**
 * The manifest for a server, as the text of an XML file: `manifest.xml` with other addresses.
 *
 * It requires ExcelApi 1.1 of Excel, although the pane needs 1.4: by this Excel decides whether to list the add-in at
 * all, and users of Excel 2016 would look for it in vain, whereas the pane says in a sentence what is missing. Below 1.1
 * (Excel 2013) there is no file of office.js to load. `VersionOverrides` requires nothing of its own for the same reason:
 * the tab would be missing without a word.
 *
 * @throws ManifestProblem with a Chinese sentence for an address, an id or a version that Excel would refuse.
 */
export function manifestFor(
  { baseUrl, catalog = 'share', hasFunctions = true, id, version }: ManifestOptions,
  template = readManifestTemplate(),
): string {
  const base = escapeXml(parseBaseUrl(baseUrl));
  let manifest = template.split(`"${TEMPLATE_BASE}/`).join(`"${base}/`);
  if (id !== undefined) manifest = replaceOne(manifest, /(<Id>)[^<]*(<\/Id>)/, parseId(id));
  if (version !== undefined) manifest = replaceOne(manifest, /(<Version>)[^<]*(<\/Version>)/, parseVersion(version));
  // Catalogs of SharePoint know no ribbon, and no functions.
  if (catalog === 'sharepoint') return replaceOne(manifest, /()\n *<VersionOverrides[\s\S]*<\/VersionOverrides>()/, '');
  return hasFunctions ? manifest : withoutFunctions(manifest);
}

function withoutFunctions(manifest: string): string {
  const withoutPoint = replaceOne(manifest, /()\n *<!--[^>]*-->\n *<AllFormFactors>[\s\S]*<\/AllFormFactors>()/, '');
  return withoutPoint.replace(/\n *<bt:(?:Url|String) id="Functions\.[^>]*\/>/g, '');
}

/** The manifest for development; run from the folder of the project, as npm does. */
export function readManifestTemplate(): string {
  return readFileSync(path.resolve('manifest.xml'), 'utf8');
}

function parseId(text: string): string {
  const id = text
    .trim()
    .toLowerCase()
    .replace(/^\{(.*)\}$/, '$1');
  if (/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return id;
  throw new ManifestProblem(`编号“${text}”不是 GUID，应形如 78dce934-7485-4df4-8919-7edd2f41ca42。`);
}

function parseVersion(text: string): string {
  if (/^\d{1,5}(?:\.\d{1,5}){2}$/.test(text)) return `${text}.0`;
  if (/^\d{1,5}(?:\.\d{1,5}){3}$/.test(text)) return text;
  throw new ManifestProblem(`版本号“${text}”应为三段或四段数字，例如 1.2.0。`);
}

function replaceOne(text: string, place: RegExp, content: string): string {
  if (!place.test(text)) throw new Error(`manifest.xml has no ${String(place)}`);
  return text.replace(place, (_whole, before: string, after: string) => `${before}${content}${after}`);
}

function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
