/** Which file a long fold is at, on a terminal, from the second on that it takes. */
import { terminalLine } from '../../output/clean.js';
import type { Session } from '../../session.js';

const QUIET_MS = 1000;
const CLEAR_LINE = '\r\u001b[K';

export interface FoldProgress {
  readonly file: (name: string) => void;
  readonly end: () => void;
}

export function foldProgress(session: Session): FoldProgress {
  const { stderr, now } = session.context;
  const silent = session.flags.quiet === true || !stderr.isTTY;
  const begun = now();
  let files = 0;
  let drawn = false;
  return {
    file(name) {
      files++;
      if (silent || now() - begun < QUIET_MS) return;
      drawn = true;
      stderr.write(`${CLEAR_LINE}  file ${files}: ${terminalLine(name)}`.slice(0, stderr.columns - 1));
    },
    end() {
      if (drawn) stderr.write(CLEAR_LINE);
    },
  };
}
