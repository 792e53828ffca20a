import { HostError } from '../host/port/host-error';

/** What is said in the dialog: a sentence, and perhaps what to do about it. */
export interface Notice {
  readonly message: string;
  readonly advice: string;
}

const UNEXPECTED: Notice = {
  message: '标记没有完成，程序出了意外的错误。',
  advice: '请打开校验窗格重试；仍不成功时，请在窗格中复制错误信息，发给管理员。',
};

/** What to tell the user about a failure: the host's own words, or that the mistake is ours. */
export function noticeOf(error: unknown): Notice {
  return error instanceof HostError ? { message: error.message, advice: error.advice } : UNEXPECTED;
}

/** The address of the dialog's page, relative to this one. In the fragment: that part of an address reaches no server. */
export function noticeAddress({ message, advice }: Notice): string {
  return `notice.html#message=${encodeURIComponent(message)}&advice=${encodeURIComponent(advice)}`;
}

/** The notice in a fragment; what is missing or mangled there is left out. */
export function readNotice(fragment: string): Notice {
  return { message: readPart(fragment, 'message') || UNEXPECTED.message, advice: readPart(fragment, 'advice') };
}

function readPart(fragment: string, name: string): string {
  const found = new RegExp(`[#&]${name}=([^&]*)`).exec(fragment);
  try {
    return found ? decodeURIComponent(found[1]) : '';
  } catch {
    return '';
  }
}
