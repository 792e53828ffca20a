import { decodeXml } from '../../xml/xml-text';

/** Longest run of characters of a name that XML and formulas write as they are. */
function plainRun(name: string): string {
  return name.split(/[&<>"']/).reduce((longest, run) => (run.length > longest.length ? run : longest), '');
}

/** Tells whether the text of a part may refer to cells of one of these sheets by its name; true rather than false in doubt. */
export function createMentionTest(sheets: readonly string[]): (xml: string) => boolean {
  const runs = sheets.map((name) => plainRun(name).toLowerCase());
  return (xml) => {
    const text = xml.replace(/&#(?:x[0-9a-fA-F]+|[0-9]+);/g, (reference) => decodeXml(reference)).toLowerCase();
    return text.includes('!') && runs.some((run) => text.includes(run));
  };
}
