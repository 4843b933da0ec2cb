/** The question that a value is edited with, asked by the library that asks it on the terminal. */
import { PassThrough } from 'node:stream';
import inquirer from 'inquirer';
import { describe, expect, it } from 'vitest';
import { inputQuestion } from '../src/context.js';

async function answered(initial: string | undefined, keys: string): Promise<string> {
  const input = new PassThrough();
  const output = new PassThrough();
  output.resume();
  const prompt = inquirer.createPromptModule({ input, output } as never);
  const asked = prompt([{ ...inputQuestion('New title', initial), name: 'answer' }] as never) as unknown as Promise<{ answer: string }>;
  setTimeout(() => input.write(keys), 50);
  return (await asked).answer;
}

describe('a question for a text', () => {
  it('has the old value on the line, to be edited', async () => {
    expect(await answered('Tray, Oak', '\u007f\u007f\u007fWalnut\r')).toBe('Tray, Walnut');
    expect(await answered('Tray, Oak', '\r')).toBe('Tray, Oak');
    expect(await answered(undefined, 'Tray\r')).toBe('Tray');
  });

  it('shows no control characters and keeps to one line', () => {
    expect(inputQuestion('?', 'a\u001b[2Jb\nc\td\u202e').default).toBe('a␛[2Jb␊c␉d');
    expect(inputQuestion('?', undefined).default).toBeUndefined();
  });
});
