/** Colours of a terminal by what they mean. The sixteen basic colours only: those follow the user's theme. */
import { Chalk } from 'chalk';
import type { Tone } from '../core/page.js';

/** Paints a text; without a tone, or where colour is off, the text comes back as it is. */
export type Paint = (text: string, tone?: Tone | 'command') => string;

export function painter(color: boolean): Paint {
  // The level is given, so chalk's own look at the process decides nothing.
  const chalk = new Chalk({ level: color ? 1 : 0 });
  const paints = {
    good: chalk.green,
    bad: chalk.red,
    warn: chalk.yellow,
    dim: chalk.dim,
    strong: chalk.bold,
    command: chalk.cyan,
  };
  return (text, tone) => (tone === undefined || text === '' ? text : paints[tone](text));
}
