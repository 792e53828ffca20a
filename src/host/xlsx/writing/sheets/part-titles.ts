import { readRelationships } from '../../reading/package-parts';
import type { WorkbookRecord } from '../../reading/workbook-reader';
import { encodeXml } from '../../xml/xml-text';
import { parseXml, type XmlNode } from '../../xml/xml-tree';
import type { PackageWriter } from '../package-writer';
import { PartEdits } from '../part-edits';

/**
 * The names of sheets that a file's properties repeat (docProps/app.xml): those of `removed` go, `added` come behind `after`. Left as it is where
 * it does not list the sheets.
 */
export function retitleParts(
  workbook: WorkbookRecord,
  writer: PackageWriter,
  change: { readonly removed: readonly string[] } | { readonly added: readonly string[]; readonly after: string },
): void {
  const { archive, limits } = workbook;
  const link = readRelationships(archive, '', limits).find(
    ({ type, target }) => type === 'extended-properties' || (type === 'extendedProperties' && archive.has(target)),
  );
  if (!link || !archive.has(link.target)) return;
  const text = writer.read(link.target);
  const root = parseXml(text, link.target, limits);
  const counted = root.child('HeadingPairs')?.child('vector')?.children[1]?.child('i4');
  const titles = root.child('TitlesOfParts')?.child('vector');
  const names = workbook.sheets.map(({ content }) => content.name);
  const listed = titles?.children.slice(0, names.length) ?? [];
  const isList = counted?.text === String(names.length) && listed.every((node, index) => node.text === names[index]);
  if (!titles || !counted || !isList) return;
  const edits = new PartEdits(text);
  const step = 'added' in change ? addTitles(edits, listed, change) : removeTitles(edits, listed, change.removed);
  edits.setText(counted, String(names.length + step));
  const size = titles.attribute('size');
  if (size !== undefined) edits.setAttribute(titles, 'size', String(titles.children.length + step));
  writer.write(link.target, edits.build());
}

function addTitles(
  edits: PartEdits,
  listed: readonly XmlNode[],
  { added, after }: { readonly added: readonly string[]; readonly after: string },
): number {
  const former = listed.find((node) => node.text === after);
  if (!former) return 0;
  const xml = added.map((name) => `<${former.prefix}lpstr>${encodeXml(name)}</${former.prefix}lpstr>`).join('');
  edits.replace(former.end, former.end, xml);
  return added.length;
}

function removeTitles(edits: PartEdits, listed: readonly XmlNode[], removed: readonly string[]): number {
  const gone = listed.filter((node) => removed.includes(node.text));
  for (const node of gone) edits.remove(node);
  return -gone.length;
}
