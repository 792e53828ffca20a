import { HostError } from '../port/host-error';
import { WORDINGS, type XlsxErrorDetail, type XlsxErrorPlace } from './xlsx-wordings';

export type { XlsxErrorDetail, XlsxErrorPlace } from './xlsx-wordings';

/** A workbook that cannot be read, or an edit that cannot be written. */
export class XlsxError extends HostError {
  constructor(
    readonly detail: XlsxErrorDetail,
    readonly place: XlsxErrorPlace = {},
  ) {
    const wording = WORDINGS[detail];
    super(
      wording.code,
      wording.message(place.file === undefined ? '文件' : `文件“${place.file}”`, place),
      wording.advice,
    );
    this.name = 'XlsxError';
    // HostError resets the prototype for ES5.
    Object.setPrototypeOf(this, XlsxError.prototype);
  }

  /** The same error, naming the file. */
  inFile(file: string): XlsxError {
    return new XlsxError(this.detail, { ...this.place, file });
  }
}
