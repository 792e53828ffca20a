import type { FontLook, StyledCell } from '../appearance';
import type { XmlTag } from '../xml/xml-scanner';
import { decodeEscapes } from '../xml/xml-text';
import type { ColorTable } from './colors';
import { PLAIN_FONT, readFontProperty } from './look-table';

export type RichText = NonNullable<StyledCell['richText']>;
type Run = { text: string; font: FontLook | null };

/** Collects the runs of one text (`si` or `is`) while its elements pass by. */
export class RichTextReader {
  private runs: Run[] = [];
  private font: { -readonly [Key in keyof FontLook]: FontLook[Key] } | null = null;
  private isInProperties = false;
  private isInText = false;
  private phoneticDepth = 0;

  constructor(private readonly colors: ColorTable) {}

  open(name: string, tag: XmlTag, isEmpty: boolean): void {
    if (name === 'rPh' && !isEmpty) this.phoneticDepth += 1;
    else if (name === 'r') {
      this.font = null;
      this.runs.push({ text: '', font: null });
    } else if (name === 'rPr') {
      this.font = { ...PLAIN_FONT };
      this.isInProperties = !isEmpty;
    } else if (name === 't') {
      this.isInText = !isEmpty && this.phoneticDepth === 0;
      if (this.isInText && this.runs.length === 0) this.runs.push({ text: '', font: null });
    } else if (this.isInProperties && this.font) readFontProperty(this.font, name, tag, this.colors);
  }

  text(text: string): void {
    if (this.isInText) this.runs[this.runs.length - 1].text += text;
  }

  close(name: string, start: number, end: number): void {
    if (name === 't') this.isInText = false;
    else if (name === 'rPr') {
      this.isInProperties = false;
      if (this.runs.length > 0) this.runs[this.runs.length - 1].font = this.font;
    } else if (name === 'rPh' && start !== end) this.phoneticDepth -= 1;
  }

  /** The runs of the text that ended; undefined when it has one look. Ready for the next text. */
  take(): RichText | undefined {
    const runs = this.runs.map(({ text, font }) => ({ text: decodeEscapes(text), font }));
    this.runs = [];
    return runs.some(({ font }) => font !== null) ? runs : undefined;
  }
}
