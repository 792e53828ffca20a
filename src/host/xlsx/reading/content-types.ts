import type { XlsxLimits } from '../limits';
import { scanBytes } from '../xml/xml-scanner';
import type { ZipArchive } from '../zip/zip-archive';
import { localName } from './package-parts';

export const CONTENT_TYPES_PART = '[Content_Types].xml';

/** What the package says of single parts, in file order; types that go by a file's ending are left out. */
export function readContentTypes(
  archive: ZipArchive,
  limits: XlsxLimits,
): { readonly part: string; readonly type: string }[] {
  const found: { part: string; type: string }[] = [];
  if (!archive.has(CONTENT_TYPES_PART)) return found;
  scanBytes(archive.read(CONTENT_TYPES_PART), CONTENT_TYPES_PART, limits, {
    open(name, tag) {
      if (localName(name) !== 'Override') return;
      const part = (tag.attribute('PartName') ?? '').replace(/^\/+/, '');
      found.push({ part, type: tag.attribute('ContentType') ?? '' });
    },
  });
  return found;
}
