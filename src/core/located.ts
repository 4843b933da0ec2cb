/**
 * Files that people write (YAML, and JSON, which is YAML too), with the line of every value, so that a message can name it.
 */
import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { UserError } from './errors.js';
import { jsonMistake } from './jsonMistake.js';

export type Path = readonly (string | number)[];

export interface Located {
  /** Plain values; never a custom tag. */
  readonly value: unknown;
  /** The line, from 1, on which the value at a path begins; of the nearest value above it where there is none. */
  lineOf(path: Path): number;
}

/** Reads a YAML or JSON text. `name` is what the message calls the file. A text that is neither is a UserError with line and column. */
export function parseLocated(text: string, name: string): Located {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, merge: false });
  const error = document.errors[0];
  if (error) {
    // The words for YAML (flow maps, block collections) say nothing to somebody who writes JSON.
    const mistake = /^\s*(?:\{\s*["}]|\[\s*["{[\]])/.test(text) ? jsonMistake(text) : null;
    const { line, col } = lines.linePos(mistake?.at ?? error.pos[0]);
    const words = mistake === null ? error.message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '') : `${mistake.text}.`;
    throw new UserError(`${name}, line ${line}, column ${col}: ${words}`);
  }
  return {
    value: document.toJS({ maxAliasCount: 100 }),
    lineOf: (path) => lines.linePos(startOf(document.contents, path)).line,
  };
}

function startOf(contents: Node | null, path: Path): number {
  let node: unknown = contents;
  let start = contents?.range?.[0] ?? 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && key.value === step);
      if (!pair) break;
      start = (pair.key as Node).range?.[0] ?? start;
      node = pair.value;
    } else if (isSeq(node)) {
      const item = node.items[step as number] as Node | undefined;
      if (!item) break;
      start = item.range?.[0] ?? start;
      node = item;
    } else break;
  }
  return start;
}
