/**
 * Reads a condition. Grammar, weakest first:
 *
 *     or      and ("or" and)*
 *     and     not ("and" not)*
 *     not     "not" not | "(" or ")" | test
 *     test    name OP value | name ["not"] "in" "(" value ("," value)* ")" | name "is" ("known" | "unknown")
 *     OP      = != < <= > >= ~
 *
 * A name or value with spaces or one of the words and, or, not, in, is stands in quotes, "…" or '…'; a backslash before a quote keeps it.
 */
import { type Condition, KEYWORDS, numberIn, OPERATORS, type Operand, type Operator } from './condition.js';

/** What is wrong, and where: a UTF-16 offset in the text. */
export interface ConditionProblem {
  readonly problem: string;
  readonly at: number;
}

interface Token {
  readonly kind: 'word' | 'quoted' | 'operator' | '(' | ')' | ',' | 'end';
  readonly text: string;
  readonly at: number;
}

export function parseCondition(text: string): Condition | ConditionProblem {
  const tokens = tokensOf(text);
  if ('problem' in tokens) return tokens;
  const reader = { tokens, at: 0 };
  try {
    const condition = readOr(reader);
    const rest = peek(reader);
    if (rest.kind === ')') throw problem('this ")" closes nothing', rest);
    if (rest.kind !== 'end') throw problem(`"and" or "or" expected, found ${shown(rest)}. A value with spaces stands in quotes`, rest);
    return condition;
  } catch (error) {
    if (error instanceof Stop) return { problem: error.message, at: error.at };
    throw error;
  }
}

interface Reader {
  readonly tokens: readonly Token[];
  at: number;
}

/** Leaves the descent; never seen outside. */
class Stop extends Error {
  constructor(
    message: string,
    readonly at: number,
  ) {
    super(message);
  }
}

function problem(message: string, token: Token): Stop {
  return new Stop(message, token.at);
}

function tokensOf(text: string): Token[] | ConditionProblem {
  const tokens: Token[] = [];
  const pattern = /\s+|(!=|<=|>=|[=<>~])|([(),])|("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|([^\s()=!<>~,"']+)|(.)/gsu;
  for (const match of text.matchAll(pattern)) {
    const [, operator, bracket, quote, word, stray] = match;
    const at = match.index;
    if (operator) tokens.push({ kind: 'operator', text: operator, at });
    else if (bracket) tokens.push({ kind: bracket as Token['kind'], text: bracket, at });
    else if (quote) tokens.push({ kind: 'quoted', text: quote.slice(1, -1).replace(/\\(.)/gs, '$1'), at });
    else if (word) tokens.push({ kind: 'word', text: word, at });
    else if (stray === '"' || stray === "'") return { problem: `the quote ${stray} is not closed`, at };
    else if (stray) return { problem: `${stray} stands for nothing here. Operators: ${OPERATORS.join(' ')}`, at };
  }
  return [...tokens, { kind: 'end', text: '', at: text.length }];
}

function readOr(reader: Reader): Condition {
  return readList(reader, 'or', readAnd);
}

function readAnd(reader: Reader): Condition {
  return readList(reader, 'and', readNot);
}

function readList(reader: Reader, word: 'and' | 'or', readPart: (reader: Reader) => Condition): Condition {
  const parts = [readPart(reader)];
  while (isKeyword(peek(reader), word)) {
    reader.at++;
    parts.push(readPart(reader));
  }
  return parts.length === 1 ? (parts[0] as Condition) : { kind: word, parts };
}

function readNot(reader: Reader): Condition {
  const token = peek(reader);
  if (isKeyword(token, 'not')) {
    reader.at++;
    return { kind: 'not', part: readNot(reader) };
  }
  if (token.kind !== '(') return readTest(reader);
  reader.at++;
  const inner = readOr(reader);
  if (peek(reader).kind !== ')')
    throw problem(`the "(" at column ${token.at + 1} is not closed: ")" expected, found ${shown(peek(reader))}`, peek(reader));
  reader.at++;
  return inner;
}

function readTest(reader: Reader): Condition {
  const name = next(reader);
  if (!isValue(name)) throw problem(`the name of a field expected, found ${shown(name)}`, name);
  const field = { name: name.text, at: name.at };
  const token = next(reader);
  if (isKeyword(token, 'is')) return { kind: 'known', field, known: readKnown(next(reader)) };
  if (isKeyword(token, 'in')) return { kind: 'in', field, operands: readOperands(reader) };
  if (isKeyword(token, 'not')) {
    const inToken = next(reader);
    if (!isKeyword(inToken, 'in')) throw problem(`"in" expected after "${name.text} not", found ${shown(inToken)}`, inToken);
    return { kind: 'not', part: { kind: 'in', field, operands: readOperands(reader) } };
  }
  if (token.kind !== 'operator') {
    throw problem(
      `an operator expected after "${name.text}" (${OPERATORS.join(' ')}, in, is known, is unknown), found ${shown(token)}`,
      token,
    );
  }
  return { kind: 'compare', field, operator: token.text as Operator, operand: readOperand(next(reader), token.text) };
}

function readKnown(token: Token): boolean {
  const word = token.text.toLowerCase();
  if (word !== 'known' && word !== 'unknown') throw problem(`"known" or "unknown" expected after "is", found ${shown(token)}`, token);
  return word === 'known';
}

function readOperands(reader: Reader): Operand[] {
  const open = next(reader);
  if (open.kind !== '(') throw problem(`"(" expected after "in", found ${shown(open)}: in (a, b)`, open);
  const operands: Operand[] = [];
  for (;;) {
    operands.push(readOperand(next(reader), 'in ('));
    const token = next(reader);
    if (token.kind === ')') return operands;
    if (token.kind !== ',')
      throw problem(`"," or ")" expected in the list, found ${shown(token)}. A value with spaces stands in quotes`, token);
  }
}

function readOperand(token: Token, after: string): Operand {
  if (!isValue(token)) throw problem(`a value expected after "${after}", found ${shown(token)}`, token);
  return { text: token.text, number: token.kind === 'quoted' ? null : numberIn(token.text), at: token.at };
}

function isValue(token: Token): boolean {
  return token.kind === 'quoted' || (token.kind === 'word' && !KEYWORDS.has(token.text.toLowerCase()));
}

function isKeyword(token: Token, word: string): boolean {
  return token.kind === 'word' && token.text.toLowerCase() === word;
}

function peek(reader: Reader): Token {
  return reader.tokens[reader.at] as Token;
}

function next(reader: Reader): Token {
  const token = peek(reader);
  if (token.kind !== 'end') reader.at++;
  return token;
}

function shown(token: Token): string {
  return token.kind === 'end' ? 'the end' : `"${token.text}"`;
}
