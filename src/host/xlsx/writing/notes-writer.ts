import { NOTES_NAMESPACE, writeWorkbookNotes, type WorkbookNotes } from '../../../core/workbook/workbook-notes';
import { findNotesPart } from '../reading/notes-reader';
import { readRelationships, relationshipsPath } from '../reading/package-parts';
import type { WorkbookRecord } from '../reading/workbook-reader';
import { writeArchive } from '../zip/zip-writer';
import { PackageWriter } from './package-writer';

const OFFICE_DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006';
const PACKAGE_RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const PROPERTIES_TYPE = 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Office gives each custom XML part an identity; ours is the same in every workbook. */
const ITEM_ID = '{6F0B6B0E-52C1-4C0D-9E0B-0C6F3E2A7D11}';

/** A copy of the package with these notes in place of the former ones; without any, their part is taken out. */
export function writeNotes(workbook: WorkbookRecord, notes: WorkbookNotes): Uint8Array {
  const writer = new PackageWriter(workbook.archive, workbook.limits);
  const part = findNotesPart(workbook);
  if (notes.size > 0) {
    const text = HEAD + writeWorkbookNotes(notes);
    if (part === null) addPart(writer, workbook, text);
    else writer.write(part, text);
  } else if (part !== null) removePart(writer, workbook, part);
  return writeArchive(workbook.archive, writer.changes);
}

function addPart(writer: PackageWriter, { archive, workbookPart }: WorkbookRecord, text: string): void {
  let number = 1;
  while (archive.has(`customXml/item${number}.xml`) || archive.has(`customXml/itemProps${number}.xml`)) number += 1;
  const item = `customXml/item${number}.xml`;
  const properties = `customXml/itemProps${number}.xml`;
  writer.addPart(workbookPart, `${OFFICE_DOCUMENT}/relationships/customXml`, item, 'application/xml', text);
  writer.write(relationshipsPath(item), `${HEAD}<Relationships xmlns="${PACKAGE_RELATIONSHIPS}"></Relationships>`);
  writer.addPart(
    item,
    `${OFFICE_DOCUMENT}/relationships/customXmlProps`,
    properties,
    PROPERTIES_TYPE,
    `${HEAD}<ds:datastoreItem ds:itemID="${ITEM_ID}" xmlns:ds="${OFFICE_DOCUMENT}/customXml">` +
      `<ds:schemaRefs><ds:schemaRef ds:uri="${NOTES_NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>`,
  );
}

function removePart(writer: PackageWriter, workbook: WorkbookRecord, part: string): void {
  const { archive, limits, relationships, workbookPart } = workbook;
  const links = relationshipsPath(part);
  for (const { target } of readRelationships(archive, part, limits)) {
    if (archive.has(target)) writer.removePart(part, target);
  }
  const isOfWorkbook = relationships.some(({ target }) => target === part);
  writer.removePart(isOfWorkbook ? workbookPart : '', part);
  if (archive.has(links)) writer.changes.set(links, null);
}
