import { diffChars } from 'diff';
import * as React from 'react';
import { STRINGS } from '../strings';

interface ChangedTextProps {
  readonly before: string;
  readonly after: string;
}

/** Beyond so many changed characters, former and new text one after the other are easier to read. */
const MOST_CHANGES = 80;
/** Unchanged text around a change; the rest of a long text is left out. */
const CONTEXT = 12;

/** A text with what is deleted struck out and what is new underlined; blanks that change are drawn. */
export function ChangedText({ before, after }: ChangedTextProps): React.ReactElement {
  const parts = diffChars(before, after, { maxEditLength: MOST_CHANGES }) || [
    { value: before, removed: true, added: false },
    { value: after, removed: false, added: true },
  ];
  const shown = parts.filter(({ value }) => value !== '');
  return (
    <span className="changed-text">
      {before === '' && <span className="quiet">{STRINGS.blankQuote}</span>}
      {shown.map(({ value, added, removed }, index) => {
        if (removed) return <del key={index}>{drawBlanks(value)}</del>;
        if (added) return <ins key={index}>{drawBlanks(value)}</ins>;
        return <span key={index}>{around(value, index === 0, index === shown.length - 1)}</span>;
      })}
      {after === '' && <span className="quiet">{STRINGS.becomesBlank}</span>}
    </span>
  );
}

function drawBlanks(text: string): string {
  return text
    .replace(/\r\n|[\r\n]/g, '↵')
    .replace(/\t/g, '⇥')
    .replace(/[\u0020\u00a0\u2000-\u200a]/g, '␣')
    .replace(/\u3000/g, '␣␣');
}

function around(text: string, isFirst: boolean, isLast: boolean): string {
  const before = isFirst ? 0 : CONTEXT;
  const after = isLast ? 0 : CONTEXT;
  if (text.length <= before + after + 2) return text;
  return `${text.slice(0, before)}…${after === 0 ? '' : text.slice(-after)}`;
}
