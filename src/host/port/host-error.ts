/** Why a workbook host refused or failed. */
export type HostErrorCode =
  | 'unreadable-file'
  | 'file-too-large'
  | 'not-supported'
  | 'protected'
  | 'busy'
  | 'conflict'
  | 'gone'
  | 'lost-connection'
  | 'internal';

/** A refusing host. `message` is one Chinese sentence for the user: what is wrong; `advice`: what to do about it. */
export class HostError extends Error {
  constructor(
    readonly code: HostErrorCode,
    message: string,
    readonly advice: string = '',
  ) {
    super(message);
    this.name = 'HostError';
    // Class extends Error loses its prototype when compiled to ES5.
    Object.setPrototypeOf(this, HostError.prototype);
  }
}
