import { encodeXml } from '../xml/xml-text';

/** An opening tag with attributes set, or taken out where null. Quoted values are skipped as a whole, whatever they contain. */
export function editTag(tag: string, changes: Readonly<Record<string, string | null>>): string {
  const names = Object.keys(changes);
  const missing = new Set(names.filter((name) => changes[name] !== null));
  const edited = tag.replace(
    /(\s+)([^\s=/>"']+)\s*=\s*("[^"]*"|'[^']*')/g,
    (attribute: string, space: string, name: string) => {
      if (!names.includes(name)) return attribute;
      missing.delete(name);
      const value = changes[name];
      return value === null ? '' : `${space}${name}="${encodeXml(value)}"`;
    },
  );
  const added = [...missing].map((name) => ` ${name}="${encodeXml(changes[name] ?? '')}"`).join('');
  return edited.replace(/\s*(\/?>)$/, (end: string) => added + end.trim());
}

/** `<a/>` as `<a>`; other opening tags stay as they are. */
export function openTag(tag: string): string {
  return tag.replace(/\s*\/>$/, '>');
}

/** `<a>` as `<a/>`. */
export function emptyTag(tag: string): string {
  return tag.replace(/\s*\/?>$/, '/>');
}
