/** Where a JSON text breaks the grammar: the line, counted from 1, and why in Chinese, without the final stop. */
export interface JsonTrouble {
  readonly line: number;
  readonly reason: string;
}

const DEEPEST = 50;

/** Every engine words its complaint differently or names no line; people who edit JSON by hand need the line. */
export function findJsonTrouble(text: string): JsonTrouble | null {
  const scanner = new JsonScanner(text);
  try {
    scanner.scanValue(0);
    scanner.expectEnd();
    return null;
  } catch (trouble) {
    if (trouble instanceof ScanFailure) return { line: lineAt(text, trouble.position), reason: trouble.reason };
    throw trouble;
  }
}

class ScanFailure {
  constructor(
    readonly position: number,
    readonly reason: string,
  ) {}
}

class JsonScanner {
  private position = 0;

  constructor(private readonly text: string) {}

  scanValue(depth: number): void {
    const sign = this.next();
    if (depth > DEEPEST) this.fail('括号套得太深');
    if (sign === '{') this.scanTable(depth);
    else if (sign === '[') this.scanList(depth);
    else if (sign === '"') this.scanString();
    else this.scanWord();
  }

  expectEnd(): void {
    if (this.next() !== '') this.fail(`多出了${this.shown()}`);
  }

  private scanTable(depth: number): void {
    const keys = new Set<string>();
    this.scanItems('}', () => {
      if (this.next() !== '"') this.fail(`应写键的名称，用英文双引号括起来，现在是${this.shown()}`);
      const start = this.position;
      const key = this.scanString();
      if (keys.has(key)) this.fail(`的“${key}”前面已经写过`, start);
      keys.add(key);
      if (this.next() !== ':') this.fail(`“${key}”后面应是英文冒号，现在是${this.shown()}`);
      this.position += 1;
      this.scanValue(depth + 1);
    });
  }

  private scanList(depth: number): void {
    this.scanItems(']', () => this.scanValue(depth + 1));
  }

  private scanItems(end: string, scanItem: () => void): void {
    this.position += 1;
    if (this.next() === end) {
      this.position += 1;
      return;
    }
    for (;;) {
      scanItem();
      const sign = this.next();
      if (sign !== ',' && sign !== end) this.fail(`应是英文逗号或“${end}”，现在是${this.shown()}`);
      const comma = this.position;
      this.position += 1;
      if (sign === end) return;
      if (this.next() === end) this.fail('最后一项后面多了逗号', comma);
    }
  }

  private scanString(): string {
    const start = this.position;
    for (this.position += 1; this.position < this.text.length; this.position += 1) {
      const sign = this.text.charAt(this.position);
      if (sign === '\\') this.position += 1;
      else if (sign === '\n') break;
      else if (sign === '"') {
        this.position += 1;
        return this.parse(start);
      }
    }
    return this.fail('的文字没有用英文双引号结束', start);
  }

  private scanWord(): void {
    const start = this.position;
    while (/[-+.0-9A-Za-z]/.test(this.text.charAt(this.position))) this.position += 1;
    if (this.position === start) this.fail(`不应是${this.shown()}`);
    this.parse(start);
  }

  private parse(start: number): string {
    const token = this.text.slice(start, this.position);
    try {
      return String(JSON.parse(token));
    } catch {
      return this.fail(`的 ${token.slice(0, 20)} 写法不对`, start);
    }
  }

  /** The next sign that is no white space; "" at the end. */
  private next(): string {
    while (/[ \t\r\n]/.test(this.text.charAt(this.position))) this.position += 1;
    return this.text.charAt(this.position);
  }

  private shown(): string {
    const sign = this.text.charAt(this.position);
    if (sign === '') return '文件的结尾';
    return /[：，；“”‘’｛｝【】［］]/.test(sign) ? `中文标点“${sign}”` : `“${sign}”`;
  }

  private fail(reason: string, position = this.position): never {
    throw new ScanFailure(position, reason);
  }
}

function lineAt(text: string, position: number): number {
  return text.slice(0, position).split('\n').length;
}
