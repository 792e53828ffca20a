/**
 * Longest time for work on 100 000 characters, in milliseconds. Alone it takes well under a second; a busy machine may be several
 * times slower. Work that grows with the square of the length takes minutes, so the difference is seen all the same.
 */
export const LINEAR_WORK_MS = 4000;
