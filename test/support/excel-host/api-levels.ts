import { readFileSync } from 'node:fs';

const NAMESPACE = /^declare namespace (\w+) \{$/;
/** Class, interface, enum or nested namespace: members that follow belong to it. */
const OPENED = /^ {4}(?:export )?(?:abstract )?(class|interface|enum|namespace|type|function|const|let|var) (\w+)/;
const MEMBER = /^ {8}(?:readonly )?(\w+)\??[(:<]/;
const API_SET = /\[Api set: (\w+) ([\d.]+)?/;

/** Of members that came with no version of ExcelApi: Excel on the web only, previews, the desktop only. */
const NEVER = '99.0';

/** The service that the client tells of its start; in no published type. */
const UNPUBLISHED: readonly (readonly [string, string])[] = [['AddinInternalService', '0.0']];

let levels: ReadonlyMap<string, string> | undefined;

/**
 * "1.6" for ("Range", "conditionalFormats"), out of the comments of @types/office-js; the level of the class where its
 * member says none, and undefined for what neither knows.
 */
export function apiLevelOf(className: string, member: string): string | undefined {
  levels = levels ?? readLevels();
  return levels.get(`${className}.${member}`);
}

function readLevels(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [name, level] of UNPUBLISHED) found.set(`${name}.notifyActionHandlerReady`, level);
  let isInside = false;
  let className: string | null = null;
  let classLevel = '1.1';
  let level: string | null = null;
  for (const line of readFileSync(require.resolve('@types/office-js/index.d.ts'), 'utf8').split('\n')) {
    const namespace = NAMESPACE.exec(line);
    if (namespace) isInside = namespace[1] === 'Excel';
    if (!isInside) continue;
    const set = API_SET.exec(line);
    if (set) level = set[1] === 'ExcelApi' && set[2] !== undefined ? set[2] : NEVER;
    const opened = OPENED.exec(line);
    if (opened) {
      className = opened[1] === 'class' ? opened[2] : null;
      classLevel = level ?? '1.1';
      level = null;
    }
    const member = className === null ? null : MEMBER.exec(line);
    if (!member) continue;
    const name = `${className}.${member[1]}`;
    const known = found.get(name);
    const own = level ?? classLevel;
    // Overloads of a member may differ: the oldest counts.
    if (known === undefined || !isAtLeast(own, known)) found.set(name, own);
    level = null;
  }
  return found;
}

/** True when a host of level `have` offers what came with level `wanted`. */
export function isAtLeast(have: string, wanted: string): boolean {
  const [major, minor] = have.split('.').map(Number);
  const [wantedMajor, wantedMinor = 0] = wanted.split('.').map(Number);
  return major > wantedMajor || (major === wantedMajor && (minor || 0) >= wantedMinor);
}
