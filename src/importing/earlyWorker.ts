/** Whether a worker reads a file, and the worker itself, which is started as soon as that is known. */
import { Worker } from 'node:worker_threads';

/** From this size on a worker reads while this thread writes; below, starting one costs more than it saves. */
const WORKER_BYTES = 4 << 20;

/** Workers run compiled code: from the sources (in tests) large files are read in this thread. */
export function isForWorker(bytes: number): boolean {
  return bytes >= WORKER_BYTES && import.meta.url.endsWith('.js');
}

/** A worker that loads its code (a quarter of a second) while this thread still looks at the file, and is there when it is to be read. */
export class EarlyWorker {
  private worker: Worker | null = null;

  start(): void {
    this.worker ??= startWorker();
  }

  /** The worker, whose first use this must be. */
  take(): Worker | null {
    const { worker } = this;
    this.worker = null;
    return worker;
  }

  /** Ends a worker that nobody took. */
  dismiss(): void {
    void this.take()?.terminate();
  }
}

export function startWorker(): Worker {
  // Rows die young: a small young generation costs a little time and saves 30 MB.
  return new Worker(new URL('./worker.js', import.meta.url), { resourceLimits: { maxYoungGenerationSizeMb: 16 } });
}
