/** Progress of an import on a terminal: from the second on that it takes, with rate and remaining time. */
import type cliProgress from 'cli-progress';
import { terminalLine } from '../../output/clean.js';
import type { Session } from '../../session.js';

const QUIET_MS = 1000;

export interface ImportProgress {
  start(file: string, bytes: number): void;
  bytes(bytes: number): void;
  done(bytes: number): void;
  folding(file: string): void;
  end(): void;
}

export async function importProgress(session: Session, totalBytes: number): Promise<ImportProgress> {
  const { stderr, now } = session.context;
  const silent = session.flags.quiet === true || !stderr.isTTY;
  const library = silent ? null : (await import('cli-progress')).default;
  const begun = now();
  let bar: cliProgress.SingleBar | null = null;
  let before = 0;
  let file = '';
  const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);
  const draw = (bytes: number, what: string) => {
    if (!library || now() - begun < QUIET_MS) return;
    if (!bar) {
      bar = new library.SingleBar(
        {
          format: '  {bar} {percentage} %  {done} of {all} MB  {rate} MB/s  {eta_formatted} left  {what}',
          barsize: 24,
          clearOnComplete: true,
          hideCursor: null,
          stream: process.stderr,
        },
        library.Presets.shades_classic,
      );
      bar.start(totalBytes, 0, { done: '0', all: megabytes(totalBytes), rate: '–', what });
    }
    const seconds = (now() - begun) / 1000;
    bar.update(Math.min(bytes, totalBytes), { done: megabytes(bytes), rate: megabytes(bytes / seconds), what });
  };
  return {
    start(name) {
      file = terminalLine(name);
      draw(before, file);
    },
    bytes: (bytes) => draw(before + bytes, file),
    done(bytes) {
      before += bytes;
    },
    folding: (name) => draw(totalBytes, `bringing facts up to date: ${terminalLine(name)}`),
    end: () => bar?.stop(),
  };
}
