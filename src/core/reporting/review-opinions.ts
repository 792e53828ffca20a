import type { Form } from '../forms/form';
import { SEVERITIES, type Finding, type Severity } from '../review/finding';
import { toPrintable } from './text-layout';

/** A finding as an opinion tells it. `subject`: the label of the field or the name of the indicator; may be "". */
export type OpinionFinding = Pick<Finding, 'severity' | 'form' | 'sheet' | 'cell' | 'message' | 'expected'> & {
  readonly subject: string;
};

export interface ReviewOpinions {
  /** Name of the file. */
  readonly workbook: string;
  readonly forms: readonly Pick<Form, 'id' | 'sheet' | 'caption'>[];
  /** In reading order, without those that were accepted. */
  readonly findings: readonly OpinionFinding[];
  readonly accepted: readonly {
    readonly finding: OpinionFinding;
    /** "" when none was given. */
    readonly reason: string;
    /** yyyy-mm-dd */
    readonly date: string;
  }[];
}

/** What the office that filed the form is asked to do. */
export const OPINION_NAMES: Readonly<Record<Severity, string>> = { error: '须修改', warning: '请核实', info: '建议' };

/**
 * 审核意见 as plain text for a letter or a reply: per form, numbered through, accepted findings at the end with their
 * reasons. Lines end in "\n", the last one too.
 */
export function formatReviewOpinions({ workbook, forms, findings, accepted }: ReviewOpinions): string {
  const sections: (readonly string[])[] = [];
  let number = 0;
  const add = (heading: string, own: readonly OpinionFinding[]): void => {
    if (own.length === 0) return;
    const lines = own.map((finding) => {
      number += 1;
      return `${number}. 【${OPINION_NAMES[finding.severity]}】${placeOf(finding)}：${sentenceOf(finding)}`;
    });
    sections.push([`${ordinal(sections.length + 1)}、${heading}`, ...lines]);
  };
  for (const form of forms) {
    add(
      headingOf(form),
      findings.filter((finding) => finding.form === form.id),
    );
  }
  const outside = findings.filter(({ form }) => form === null || !forms.some(({ id }) => id === form));
  for (const sheet of unique(outside.map((finding) => finding.sheet))) {
    add(
      `工作表“${toPrintable(sheet)}”（申报表以外）`,
      outside.filter((finding) => finding.sheet === sheet),
    );
  }
  if (accepted.length > 0) {
    const lines = accepted.map(({ finding, reason, date }, index) => {
      const why = reason === '' ? '' : `理由：${toPrintable(reason)}`;
      const place = `${toPrintable(finding.sheet)} ${placeOf(finding)}`;
      return `${index + 1}. ${place}：${toPrintable(finding.message)}${why}（${date} 接受）`;
    });
    sections.push([`${ordinal(sections.length + 1)}、已接受，不需修改`, ...lines]);
  }
  const head = [`“${toPrintable(workbook)}”审核意见`, summaryOf(findings)];
  return [head, ...sections].map((lines) => `${lines.join('\n')}\n`).join('\n');
}

function summaryOf(findings: readonly OpinionFinding[]): string {
  if (findings.length === 0) return '没有需要修改或核实的内容。';
  const counts = SEVERITIES.map((severity) => ({
    severity,
    count: findings.filter((finding) => finding.severity === severity).length,
  }));
  const parts = counts
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => `${OPINION_NAMES[severity]} ${count} 条`);
  return `共 ${findings.length} 条意见：${parts.join('，')}。`;
}

/** A form is named by its sheet too, unless the sheet's name says it all. */
function headingOf({ caption, sheet }: Pick<Form, 'caption' | 'sheet'>): string {
  const [name, place] = [toPrintable(caption), toPrintable(sheet)];
  return place.indexOf(name) >= 0 ? place : `${name}（工作表“${place}”）`;
}

function placeOf({ cell, subject }: OpinionFinding): string {
  const name = toPrintable(subject);
  return name === '' ? cell : `${cell} ${name}`;
}

function sentenceOf({ message, expected }: OpinionFinding): string {
  const sentence = toPrintable(message);
  const wanted = expected === null ? '' : toPrintable(expected);
  return wanted === '' || sentence.indexOf(wanted) >= 0 ? sentence : `${sentence}应为“${wanted}”。`;
}

const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 一, 十, 十二, 二十 …; from 100 on in digits. */
function ordinal(number: number): string {
  if (number >= 100) return String(number);
  const tens = Math.floor(number / 10);
  return (tens === 0 ? '' : `${tens === 1 ? '' : DIGITS[tens]}十`) + DIGITS[number % 10];
}

function unique(texts: readonly string[]): readonly string[] {
  return texts.filter((text, index) => texts.indexOf(text) === index);
}
