/** A refusal as Excel words it. */
export class ApiError extends Error {
  constructor(
    readonly code: string,
    message: string = code,
  ) {
    super(message);
  }
}

/**
 * What an object path can lead to. Members carry the public names of Office.js; the class name is the one of the client,
 * by which the API level of a member is looked up.
 */
export abstract class ApiObject {
  abstract readonly className: string;
  /** True for ranges: the client asks to keep them and then names them by reference. */
  readonly isTracked: boolean = false;
  /** True for what lay on a sheet that has been deleted since. */
  get isGone(): boolean {
    return false;
  }
  /** How the client names the object in later batches. */
  identity(): Readonly<Record<string, string>> {
    return {};
  }
}

/** A collection; `load('items/…')` goes to its members. */
export abstract class ApiCollection<T extends ApiObject = ApiObject> extends ApiObject {
  abstract readonly items: readonly T[];
}

export function itemNotFound(): ApiError {
  return new ApiError('ItemNotFound', "The requested resource doesn't exist.");
}

export function invalidArgument(why: string): ApiError {
  return new ApiError('InvalidArgument', `The argument is invalid or missing or has an incorrect format. (${why})`);
}

export function accessDenied(): ApiError {
  return new ApiError('AccessDenied', 'You cannot perform the requested operation.');
}
