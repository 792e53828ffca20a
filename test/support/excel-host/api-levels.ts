import { readFileSync } from 'node:fs';

const EXCEL_NAMESPACE = /^declare namespace Excel \{$/;
const CLASS = /^ {4}class (\w+)/;
const MEMBER = /^ {8}(?:readonly )?(\w+)\??[(:<]/;
const API_SET = /\[Api set: (\w+) ([\d.]+|[A-Z]+)/;

let levels: ReadonlyMap<string, string> | undefined;

/** "1.6" for ("Range", "conditionalFormats"), out of the comments of @types/office-js; undefined when it says nothing. */
export function apiLevelOf(className: string, member: string): string | undefined {
  levels = levels ?? readLevels();
  return levels.get(`${className}.${member}`) ?? levels.get(className);
}

function readLevels(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  let isInside = false;
  let className = '';
  let level: string | undefined;
  for (const line of readFileSync(require.resolve('@types/office-js/index.d.ts'), 'utf8').split('\n')) {
    if (EXCEL_NAMESPACE.test(line)) isInside = true;
    else if (line.startsWith('}')) isInside = false;
    if (!isInside) continue;
    const set = API_SET.exec(line);
    if (set) level = set[1] === 'ExcelApi' ? set[2] : '99';
    const opened = CLASS.exec(line);
    const name = opened ? (className = opened[1]) : `${className}.${MEMBER.exec(line)?.[1] ?? ''}`;
    if (!opened && !MEMBER.test(line)) continue;
    const known = found.get(name);
    // Overloads of a member may differ: the oldest counts.
    if (level !== undefined && (known === undefined || !isAtLeast(level, known))) found.set(name, level);
    level = undefined;
  }
  return found;
}

/** True when a host of level `have` offers what came with level `wanted`. */
export function isAtLeast(have: string, wanted: string): boolean {
  const [major, minor] = have.split('.').map(Number);
  const [wantedMajor, wantedMinor = 0] = wanted.split('.').map(Number);
  return major > wantedMajor || (major === wantedMajor && (minor || 0) >= wantedMinor);
}
