/** Mistakes in a plan file: collected, so that all of them can be mended at once, and said by line. Nothing of such a file is taken. */
import { UserError } from '../../core/errors.js';

export interface Mistake {
  readonly line: number;
  /** The column or key; null where it is the whole row or file. */
  readonly key: string | null;
  readonly text: string;
}

/** More than these are counted only. */
const MOST_SHOWN = 20;

/** Refuses the file for one mistake. */
export function refuseMistake(name: string, mistake: Mistake): never {
  const end = /[.?]$/.test(mistake.text) ? '' : '.';
  throw new UserError(`${name}, ${said(mistake)}${end} Nothing was taken from the file.`);
}

/** Throws where there are mistakes. */
export function refuseMistakes(name: string, mistakes: readonly Mistake[]): void {
  if (mistakes.length === 0) return;
  const sorted = [...mistakes].sort((a, b) => a.line - b.line);
  const [only] = sorted;
  if (sorted.length === 1 && only) refuseMistake(name, only);
  const more = sorted.length - MOST_SHOWN;
  const lines = sorted.slice(0, MOST_SHOWN).map((mistake) => `  ${said(mistake)}`);
  throw new UserError(
    [`${name} has ${sorted.length} mistakes, so nothing was taken from it:`, ...lines, ...(more > 0 ? [`  … ${more} more`] : [])].join(
      '\n',
    ),
  );
}

function said({ line, key, text }: Mistake): string {
  return `line ${line}${key === null ? '' : `, ${key}`}: ${text}`;
}
