/** The worker that reads a large file while the main thread writes: `reading.ts` with its events sent as messages. */
import { createHash } from 'node:crypto';
import { parentPort } from 'node:worker_threads';
import { orderGrouper } from '../facts/orderGrouper.js';
import { packOrders } from '../facts/orderGroups.js';
import { FileDamage } from '../files/damage.js';
import { sharedRoom } from './keptRoom.js';
import { packer } from './pack.js';
import { readTextFile } from './reading.js';
import type { WorkerInput, WorkerMessage } from './workerReading.js';

/** Batches that may wait: enough to keep both sides busy, little enough to bound the memory. */
const MOST_PENDING = 4;

parentPort?.once('message', read);

function send(message: WorkerMessage, transfer: ArrayBuffer[] = []): void {
  parentPort?.postMessage(message, transfer);
}

function read({ task, path, skipRows, pending, groupOrders }: WorkerInput): void {
  /** Until the main thread has taken enough of what was sent. */
  function waitForRoom(): void {
    for (let waiting = Atomics.load(pending, 0); waiting >= MOST_PENDING; waiting = Atomics.load(pending, 0)) {
      Atomics.wait(pending, 0, waiting, 1000);
    }
    Atomics.add(pending, 0, 1);
  }

  const { pack } = packer();
  const { room, lend } = sharedRoom();
  const hash = createHash('sha256');
  const grouper = orderGrouper((groups) => {
    waitForRoom();
    const { packed, transfer } = packOrders(groups);
    send({ type: 'orders', packed }, transfer);
  });
  try {
    const stats = readTextFile(task, path, skipRows, {
      ...(groupOrders ? { rows: grouper.rows } : {}),
      batch(batch) {
        waitForRoom();
        const { packed, transfer } = pack(batch);
        send({ type: 'batch', packed }, transfer);
      },
      rejected: (row) => send({ type: 'rejected', row }),
      kept: (chunk) => send({ type: 'kept', lent: lend(chunk) }),
      keptRoom: room,
      bytes: (piece) => hash.update(piece),
      progress: (bytes) => send({ type: 'progress', bytes }),
    });
    if (groupOrders) grouper.end();
    send({ type: 'end', read: { stats, sha256: hash.digest('hex') } });
  } catch (error) {
    if (error instanceof FileDamage) send({ type: 'damage', line: error.line, reason: error.reason, hint: error.hint });
    else throw error;
  }
}
