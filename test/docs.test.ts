/**
 * The generated pages of docs/, held against what they are made of. `UPDATE_GOLDEN=1 npx vitest run test/docs.test.ts` writes
 * them anew.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { commandsPage, examplesIn, helpOf, leafCommands, programWith } from './docs/commandsPage.js';
import { formatsPage } from './docs/formatsPage.js';

const PAGES: readonly (readonly [string, () => string | Promise<string>])[] = [
  ['COMMANDS.md', commandsPage],
  ['FORMATS.md', formatsPage],
];

describe('generated pages', () => {
  it.each(PAGES)('docs/%s is what the program says', async (name, make) => {
    const file = new URL(`../docs/${name}`, import.meta.url);
    const page = await make();
    if (process.env.UPDATE_GOLDEN) writeFileSync(file, page);
    expect(readFileSync(file, 'utf8')).toBe(page);
  });
});

const leaves = await leafCommands();

describe('help', () => {
  it.each(leaves.map((leaf) => [leaf.path, leaf] as const))('eco %s says what it does, every option what it is for', (_, { command }) => {
    expect(command.description()).not.toBe('');
    expect(command.options.filter((option) => option.description === '').map((option) => option.flags)).toEqual([]);
    expect(command.registeredArguments.filter((argument) => argument.description === '').map((argument) => argument.name())).toEqual([]);
  });

  it.each(leaves.map((leaf) => [leaf.path, leaf] as const))('eco %s has examples, and they are valid', async (path, { command, entry }) => {
    const examples = examplesIn(helpOf(command)).filter(
      (example) => `${example} `.startsWith(`eco ${path} `) || example.includes(` ${path} `),
    );
    expect(examples.length).toBeGreaterThan(0);
    for (const example of examplesIn(helpOf(command))) {
      const argv = words(example).slice(1);
      if (argv[0] !== entry.name) continue;
      const program = await programWith(entry);
      await expect(program.run(argv), example).resolves.toBe(0);
    }
  });
});

/** A command line as a shell takes it apart, up to a pipe or redirection. */
function words(line: string): string[] {
  const found: string[] = [];
  for (const match of line.matchAll(/(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|([^\s"']+))(?=\s|$)|(\S+)/g)) {
    const word = match[1] ?? match[2] ?? match[3] ?? (match[4] as string).replaceAll(/['"]/g, '');
    if (/^(\||>|>>|<)$/.test(word) && match[3] !== undefined) break;
    found.push(word);
  }
  return found;
}
