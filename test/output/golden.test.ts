/**
 * Every output format against its golden in golden/. After a wanted change: `npx vitest run test/output/golden.test.ts
 * -u`, then read the difference as a user would.
 */
import { describe, expect, test } from 'vitest';
import { OUTPUT_FORMAT_NAMES, type OutputFormatName, type RenderOptions, render } from '../../src/output/index.js';
import { PAGE, TABLE } from './sample.js';

const PLAIN: RenderOptions = { color: false, width: null };
const EXTENSION: Readonly<Record<OutputFormatName, string>> = {
  table: 'txt',
  csv: 'csv',
  tsv: 'tsv',
  // Not .json: a formatter would rewrite them.
  json: 'json.txt',
  jsonl: 'jsonl.txt',
  md: 'md',
  html: 'html',
  // Of titles audit alone: test/output/sarif.test.ts.
  sarif: 'sarif.txt',
};

function golden(name: string, format: OutputFormatName): string {
  return `./golden/${name}.${EXTENSION[format]}`;
}

describe('a table', () => {
  test.each(OUTPUT_FORMAT_NAMES)('as %s', async (format) => {
    await expect(await render(TABLE, format, PLAIN)).toMatchFileSnapshot(golden('table', format));
  });

  test('on a terminal of 100 columns', async () => {
    await expect(await render(TABLE, 'table', { color: false, width: 100 })).toMatchFileSnapshot('./golden/table-100.txt');
  });
});

describe('a page', () => {
  test.each(['table', 'md', 'html'] as const)('as %s', async (format) => {
    await expect(await render(PAGE, format, PLAIN)).toMatchFileSnapshot(golden('page', format));
  });

  test('on a terminal of 60 columns', async () => {
    await expect(await render(PAGE, 'table', { color: false, width: 60 })).toMatchFileSnapshot('./golden/page-60.txt');
  });

  test.each(['csv', 'tsv', 'json', 'jsonl'] as const)('prints its data as %s', async (format) => {
    expect(await render(PAGE, format, PLAIN)).toBe(await render(TABLE, format, PLAIN));
  });
});

test('colour changes nothing but colour', async () => {
  for (const value of [TABLE, PAGE]) {
    const colored = await render(value, 'table', { color: true, width: 80 });
    expect(colored).toContain('\u001b[1m');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the escapes of colours are what is removed
    expect(colored.replace(/\u001b\[\d+m/g, '')).toBe(await render(value, 'table', { color: false, width: 80 }));
  }
});
