/**
 * Where a text stops being JSON (RFC 8259), in words for people who edit such files by hand: the engine's own say a position at best,
 * and differ from version to version. One pass from the beginning; nothing is built.
 */

export interface JsonMistake {
  /** UTF-16 offset. */
  readonly at: number;
  /** What was found and what is expected, without a full stop. */
  readonly text: string;
}

/** Deeper than any file that eco reads. */
const DEEPEST = 200;

/** The first mistake; null where the text is JSON. */
export function jsonMistake(text: string): JsonMistake | null {
  const scan = new Scan(text);
  try {
    scan.value(0, 'a value');
    scan.space();
    if (scan.at < text.length) scan.fail(`found ${scan.shown()} after the end of the value: a brace or bracket closes too early`);
    return null;
  } catch (error) {
    if (error instanceof Stop) return { at: error.at, text: error.text };
    throw error;
  }
}

class Stop {
  constructor(
    readonly at: number,
    readonly text: string,
  ) {}
}

class Scan {
  at = 0;
  constructor(private readonly text: string) {}

  fail(words: string, at = this.at): never {
    throw new Stop(at, words);
  }

  space(): void {
    while (/[ \t\n\r]/.test(this.text[this.at] ?? '')) this.at++;
  }

  /** What stands here, as a message shows it. */
  shown(): string {
    if (this.at >= this.text.length) return 'the end of the file';
    return JSON.stringify(/^(?:[\w.+-]{1,20}|[\s\S])/u.exec(this.text.slice(this.at, this.at + 20))?.[0] ?? '');
  }

  value(depth: number, wanted: string): void {
    this.space();
    if (depth > DEEPEST) this.fail('it is nested too deeply');
    const next = this.text[this.at];
    if (next === '{') this.members('}', 'an object', depth);
    else if (next === '[') this.members(']', 'a list', depth);
    else if (next === '"') this.string();
    else this.word(wanted);
  }

  private word(wanted: string): void {
    const [word] =
      /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.])/.exec(this.text.slice(this.at, this.at + 400)) ?? [];
    if (word === undefined)
      this.fail(`found ${this.shown()}, expected ${wanted}: a text in quotation marks, a number, true, false or null`);
    this.at += word.length;
  }

  private members(end: '}' | ']', what: string, depth: number): void {
    const start = this.at++;
    for (let isFirst = true; ; isFirst = false) {
      this.space();
      if (this.text[this.at] === end && isFirst) break;
      if (this.at >= this.text.length) this.fail(`${what} that begins here is never closed: "${end}" is missing`, start);
      if (end === '}') this.key();
      this.value(depth + 1, 'a value');
      this.space();
      if (this.text[this.at] === end) break;
      if (this.at >= this.text.length) this.fail(`${what} that begins here is never closed: "${end}" is missing`, start);
      if (this.text[this.at] !== ',') this.fail(`found ${this.shown()}, expected a comma or "${end}"`);
      this.at++;
      this.space();
      if (this.text[this.at] === end) this.fail(`found "${end}" after a comma: the comma must go`);
    }
    this.at++;
  }

  private key(): void {
    if (this.text[this.at] !== '"') this.fail(`found ${this.shown()}, expected a key in quotation marks`);
    this.string();
    this.space();
    if (this.text[this.at] !== ':') this.fail(`found ${this.shown()}, expected a colon after the key`);
    this.at++;
  }

  private string(): void {
    const start = this.at++;
    for (;;) {
      const next = this.text[this.at];
      if (next === undefined || next === '\n' || next === '\r')
        this.fail('the text that begins here is not closed: a quotation mark is missing', start);
      if (next < ' ') this.fail('found a control character in a text: write it as an escape, such as \\t');
      this.at++;
      if (next === '"') return;
      if (next !== '\\') continue;
      const [escaped] = /^(?:["\\/bfnrt]|u[\da-fA-F]{4})/.exec(this.text.slice(this.at, this.at + 5)) ?? [];
      if (escaped === undefined) this.fail('found a backslash that begins no escape: write it twice', this.at - 1);
      this.at += escaped.length;
    }
  }
}
