import type { XlsxLimits } from '../limits';
import { decodeUtf8, encodeUtf8 } from '../text-coding';
import { scanBytes } from '../xml/xml-scanner';
import type { ZipArchive } from '../zip/zip-archive';

/** A link from one part of the package to another. */
export interface Relationship {
  readonly id: string;
  /** Last segment of the type's address, the same in transitional and strict files: "worksheet", "styles". */
  readonly type: string;
  /** Path of the part within the archive. */
  readonly target: string;
}

/** The name of an element or attribute without its prefix. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function decodeTarget(target: string): string {
  // A lone "%" is legal in names written by careless programs; decodeURIComponent would throw on it.
  return /%(?![0-9A-Fa-f]{2})/.test(target) ? target : unescapePercent(target);
}

function unescapePercent(target: string): string {
  const bytes = encodeUtf8(target);
  const plain: number[] = [];
  for (let at = 0; at < bytes.length; at += 1) {
    if (bytes[at] === 37) {
      plain.push(parseInt(String.fromCharCode(bytes[at + 1], bytes[at + 2]), 16));
      at += 2;
    } else plain.push(bytes[at]);
  }
  return decodeUtf8(new Uint8Array(plain));
}

/** Path of a target that a part names, absolute ("/xl/a.xml") or relative to the part's folder. */
export function resolveTarget(part: string, target: string): string {
  const path = decodeTarget(target.replace(/\\/g, '/'));
  if (path.startsWith('/')) return path.slice(1);
  const segments = part.split('/').slice(0, -1);
  for (const segment of path.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '.' && segment !== '') segments.push(segment);
  }
  return segments.join('/');
}

/** Where the relationships of a part stand; "" is the package itself. */
export function relationshipsPath(part: string): string {
  const slash = part.lastIndexOf('/');
  return `${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`;
}

/** Links to parts of the package, in file order; links to the outside are left out. */
export function readRelationships(archive: ZipArchive, part: string, limits: XlsxLimits): Relationship[] {
  const path = relationshipsPath(part);
  const relationships: Relationship[] = [];
  if (!archive.has(path)) return relationships;
  scanBytes(archive.read(path), path, limits, {
    open(name, tag) {
      if (localName(name) !== 'Relationship' || tag.rawAttribute('TargetMode') === 'External') return;
      const type = tag.attribute('Type') ?? '';
      relationships.push({
        id: tag.attribute('Id') ?? '',
        type: type.slice(type.lastIndexOf('/') + 1),
        target: resolveTarget(part, tag.attribute('Target') ?? ''),
      });
    },
  });
  return relationships;
}
