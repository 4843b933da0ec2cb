/**
 * Answers that several parts of one command ask for: found once, and kept for a connection until something is written to the database,
 * by whomever.
 */
import { prepared } from './prepared.js';
import type { Database } from './sqlite.js';

interface Memory {
  readonly written: string;
  readonly answers: Map<string, unknown>;
}

const memories = new WeakMap<Database, Memory>();

/** The answer to a question: the one that was made before, or a new one. Whoever gets it must not change it. */
export function remembered<Answer>(
  db: Database,
  question: string,
  make: () => Answer,
  fits: (before: Answer) => boolean = () => true,
): Answer {
  const written = writtenTo(db);
  let memory = memories.get(db);
  if (memory?.written !== written) {
    memory = { written, answers: new Map() };
    memories.set(db, memory);
  }
  const before = memory.answers.get(question) as Answer | undefined;
  if (before !== undefined && fits(before)) return before;
  const answer = make();
  memory.answers.set(question, answer);
  return answer;
}

/** Changes with every row that this connection writes, and with every transaction of another. */
function writtenTo(db: Database): string {
  const { changes } = prepared(db, 'SELECT total_changes() AS changes').get() as { changes: number };
  return `${db.pragma('data_version', { simple: true })}/${changes}`;
}
