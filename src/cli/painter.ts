import { createColors } from 'picocolors';
import type { Painter } from '../core/reporting/text-report';
import type { OutputStream, Surroundings } from './surroundings';

/** Whether to colour what goes to a stream: --no-color, then NO_COLOR, then FORCE_COLOR decide; else only a terminal gets colours. */
export function wantsColor(isAllowed: boolean, env: Surroundings['env'], stream: OutputStream): boolean {
  if (!isAllowed || env.NO_COLOR) return false;
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  return stream.isTTY === true && env.TERM !== 'dumb';
}

export function createPainter(isColored: boolean): Painter {
  const colors = createColors(isColored);
  return { error: colors.red, warning: colors.yellow, info: colors.cyan, heading: colors.bold, faint: colors.dim };
}
