/**
 * Files that people write (YAML, and JSON, which is YAML too), with the line of every value, so that a message can name it.
 */
import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, visit } from 'yaml';
import { UserError } from './errors.js';
import { jsonMistake } from './jsonMistake.js';

export type Path = readonly (string | number)[];

export interface Located {
  /** Plain values; never a custom tag. */
  readonly value: unknown;
  /** The line, from 1, on which the value at a path begins; of the nearest value above it where there is none. */
  lineOf(path: Path): number;
}

/**
 * Reads a YAML or JSON text. `name` is what the message calls the file. A text that is neither is a UserError with line and column; so are
 * tags (`!!js/function`) and aliases that contain themselves, which no plain value could stand for.
 */
export function parseLocated(text: string, name: string): Located {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, merge: false });
  const complain = (at: number, words: string): never => {
    const { line, col } = lines.linePos(at);
    throw new UserError(`${name}, line ${line}, column ${col}: ${words}`);
  };
  const error = document.errors[0];
  if (error) {
    // The words for YAML (flow maps, block collections) say nothing to somebody who writes JSON.
    const mistake = /^\s*(?:\{\s*["}]|\[\s*["{[\]])/.test(text) ? jsonMistake(text) : null;
    complain(mistake?.at ?? placeOf(error, text), mistake === null ? ownWords(error, text) : `${mistake.text}.`);
  }
  const warning = document.warnings[0];
  if (warning) complain(warning.pos[0], ownWords(warning, text));
  return { value: plainValue(document, complain), lineOf: (path) => lines.linePos(startOf(document.contents, path)).line };
}

interface Mistake {
  readonly code: string;
  readonly message: string;
  readonly pos: readonly [number, number];
}

/** What would be right, by the parser's codes. */
const ADVICE: Readonly<Record<string, string>> = {
  BAD_INDENT: 'Lines that belong together begin in the same column, with spaces before them; a bracket that is opened is closed',
  TAB_AS_INDENT: 'Put spaces in its place',
  DUPLICATE_KEY: 'Put what both say under one of them',
  BLOCK_AS_IMPLICIT_KEY: 'A text with a colon in it stands in quotes: "Size: L"',
  MULTILINE_IMPLICIT_KEY: 'Behind a key stand a colon and a space: "case: title"',
  BAD_SCALAR_START: 'A text that begins with a sign stands in quotes',
  UNEXPECTED_TOKEN: 'A text with quotes in it stands in quotes of the other kind, and every line of a list begins with "- "',
  MISSING_CHAR: 'Close it, or put a text that has such a sign in it in quotes of the other kind',
};

/** The parser's message, in words of the file where it speaks of its own functions; what stands there, and what would be right. */
function ownWords(mistake: Mistake, text: string): string {
  const { code, message } = mistake;
  const first = (message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '');
  if (code === 'MULTIPLE_DOCS') return 'a second document begins here ("---"). One expected: take the line out, or make two files';
  if (code === 'TAG_RESOLVE_FAILED') return `${first}. Plain texts, numbers, lists and keys expected: take the tag (!…) out`;
  const advice = ADVICE[code];
  if (advice === undefined) return first;
  const line = lineAt(text, placeOf(mistake, text));
  return `${first}${line === '' ? '' : `, found ${JSON.stringify(line)}`}. ${advice}`;
}

/** A quote that is never closed is only missed at the end of the file: the mistake is where it was opened. */
function placeOf({ code, message, pos }: Mistake, text: string): number {
  if (code !== 'MISSING_CHAR') return pos[0];
  const quote = message.includes("'quote") ? "'" : '"';
  let start = 0;
  for (const line of text.split('\n')) {
    if (start > pos[0]) break;
    if (line.split(quote).length % 2 === 0) return start + line.lastIndexOf(quote);
    start += line.length + 1;
  }
  return pos[0];
}

/** The line of a place, as far as a message shows it. */
function lineAt(text: string, at: number): string {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const line = (text.slice(start).split('\n')[0] ?? '').trim();
  return line.length > 60 ? `${line.slice(0, 57)}…` : line;
}

type Complain = (at: number, words: string) => never;

/** The values without nodes; aliases that stand for nothing, for too much, or for what they stand in are a mistake of the file. */
function plainValue(document: Document.Parsed, complain: Complain): unknown {
  const alias = firstAlias(document);
  if (alias === null) return document.toJS();
  const unknown = unknownAlias(document);
  if (unknown) complain(unknown.at, `*${unknown.name} stands for nothing: no &${unknown.name} before it`);
  const nested = 'aliases (&, *) nest too deeply or contain themselves. Write the values out';
  try {
    const value: unknown = document.toJS({ maxAliasCount: MOST_ALIASES });
    return containsItself(value, new Set(), new Set()) ? complain(alias, nested) : value;
  } catch (error) {
    if (error instanceof ReferenceError) return complain(alias, nested);
    throw error;
  }
}

/** How many values aliases may stand for, so that a small file cannot become a huge one. */
const MOST_ALIASES = 100;

function firstAlias(document: Document.Parsed): number | null {
  let at: number | null = null;
  visit(document, {
    Alias(_, node) {
      at = node.range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  return at;
}

function unknownAlias(document: Document.Parsed): { readonly at: number; readonly name: string } | null {
  const anchors = new Set<string>();
  let found: { readonly at: number; readonly name: string } | null = null;
  visit(document, {
    Node(_, node) {
      if (!isAlias(node)) {
        if (node.anchor !== undefined) anchors.add(node.anchor);
      } else if (!anchors.has(node.source)) {
        found = { at: node.range?.[0] ?? 0, name: node.source };
        return visit.BREAK;
      }
      return undefined;
    },
  });
  return found;
}

function containsItself(value: unknown, above: Set<unknown>, seen: Set<unknown>): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (above.has(value)) return true;
  if (seen.has(value)) return false;
  seen.add(value);
  above.add(value);
  const found = Object.values(value).some((part) => containsItself(part, above, seen));
  above.delete(value);
  return found;
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
