/**
 * Transcripts: command lines with what they print, as documentation that cannot grow stale. Each is a file in transcripts/:
 * `$ command`, standard output, standard error with `2> ` before each line, and the exit code where it is not 0. After a wanted
 * change run the test with UPDATE_GOLDEN=1, then read the difference as a user would.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { run, type TestContext } from './testContext.js';

/** Runs command lines (as lists of words, without `eco`) and holds what they print against transcripts/<name>.txt. */
export async function expectTranscript(context: TestContext, name: string, commands: readonly (readonly string[])[]): Promise<void> {
  const parts: string[] = [];
  for (const words of commands) {
    const { exitCode, out, err } = await run(context, ...words);
    const errors = err === '' ? '' : err.replace(/^(?=.)/gm, '2> ');
    parts.push(`$ eco ${words.map(shellWord).join(' ')}\n${out}${errors}${exitCode === 0 ? '' : `exit code ${exitCode}\n`}`);
  }
  expectGolden(fileURLToPath(new URL(`./transcripts/${name}.txt`, import.meta.url)), parts.join('\n'));
}

/** Holds a text against a file; with UPDATE_GOLDEN=1 the file is written instead. */
export function expectGolden(file: string, text: string): void {
  if (process.env.UPDATE_GOLDEN === '1') {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  expect(existsSync(file), `${file} is missing: run the test with UPDATE_GOLDEN=1`).toBe(true);
  expect(text).toBe(readFileSync(file, 'utf8'));
}

function shellWord(word: string): string {
  return /^[\w.,:/=+-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
