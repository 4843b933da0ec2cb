/** Reads a large text file in a worker, with the same events as `readTextFile`. */
import type { Worker } from 'node:worker_threads';
import { type PackedOrders, unpackOrders } from '../facts/orderGroups.js';
import { FileDamage } from '../files/damage.js';
import type { RejectedRow } from '../platforms/rowReader.js';
import { startWorker } from './earlyWorker.js';
import { giveBack, type LentChunk } from './keptRoom.js';
import { type PackedBatch, unpacker } from './pack.js';
import type { ReadEvents, ReadStats, ReadTask } from './reading.js';

export type WorkerMessage =
  | { readonly type: 'batch'; readonly packed: PackedBatch }
  | { readonly type: 'orders'; readonly packed: PackedOrders }
  | { readonly type: 'rejected'; readonly row: RejectedRow }
  | { readonly type: 'kept'; readonly lent: LentChunk }
  | { readonly type: 'progress'; readonly bytes: number }
  | { readonly type: 'damage'; readonly line: number | null; readonly reason: string; readonly hint: string }
  | { readonly type: 'end'; readonly read: ReadAndHashed };

/** What a worker has read, and the hash of it. */
export interface ReadAndHashed {
  readonly stats: ReadStats;
  readonly sha256: string;
}

/** What the worker is to do. */
export interface WorkerInput {
  readonly task: ReadTask;
  readonly path: string;
  readonly skipRows: number;
  /** Counts batches that the main thread has yet to take. */
  readonly pending: Int32Array;
  /** Send whole orders instead of rows. */
  readonly groupOrders: boolean;
}

/**
 * Messages that keep coming are taken by the thousand in one turn of the event loop, and a signal is only heard between two. So after
 * this time the worker gets no more room until a turn has ended.
 */
const DEAF_MS = 300;

/** Rejects with what an event handler throws, with FileDamage, or with the worker's own failure. */
export function readInWorker(
  task: ReadTask,
  path: string,
  skipRows: number,
  events: ReadEvents,
  worker: Worker = startWorker(),
): Promise<ReadAndHashed> {
  const pending = new Int32Array(new SharedArrayBuffer(4));
  const unpack = unpacker();
  const input: WorkerInput = { task, path, skipRows, pending, groupOrders: events.orders !== undefined };
  worker.postMessage(input);
  return new Promise<ReadAndHashed>((resolve, reject) => {
    const giveRoom = (batches: number) => {
      Atomics.sub(pending, 0, batches);
      Atomics.notify(pending, 0);
    };
    let heardAt = performance.now();
    /** Batches that are taken and not told of; null while none is held back. */
    let held: number | null = null;
    const taken = () => {
      if (held === null && performance.now() - heardAt > DEAF_MS) {
        held = 0;
        setImmediate(() => {
          heardAt = performance.now();
          giveRoom(held as number);
          held = null;
        });
      }
      if (held === null) giveRoom(1);
      else held++;
    };
    // What was under way when the reading failed still arrives, and must not be written any more.
    let over = false;
    const fail = (error: unknown) => {
      if (over) return;
      over = true;
      reject(error);
      void worker.terminate();
    };
    worker.on('error', fail);
    worker.on('exit', () => fail(new Error('the thread that reads the file ended early')));
    worker.on('message', (message: WorkerMessage) => {
      if (over) return;
      try {
        switch (message.type) {
          case 'batch':
            taken();
            events.batch(unpack(message.packed));
            break;
          case 'orders':
            taken();
            events.orders?.(unpackOrders(message.packed));
            break;
          case 'rejected':
            events.rejected(message.row);
            break;
          case 'kept':
            events.kept(message.lent.chunk);
            giveBack(message.lent);
            break;
          case 'progress':
            events.progress(message.bytes);
            break;
          case 'damage':
            fail(new FileDamage(message.line, message.reason, message.hint));
            break;
          case 'end':
            over = true;
            resolve(message.read);
        }
      } catch (error) {
        fail(error);
      }
    });
  });
}
