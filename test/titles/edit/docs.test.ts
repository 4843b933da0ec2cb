import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runFileTests } from '../../../src/titles/edit/fileTests.js';
import { readRuleFile } from '../../../src/titles/edit/ruleFile.js';
import { RULE_KINDS } from '../../../src/titles/edit/ruleKinds.js';
import { TODAY } from './edited.js';

const page = readFileSync(new URL('../../../docs/TITLE-RULES.md', import.meta.url), 'utf8');
const examples = [...page.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map((match) => ({
  line: page.slice(0, match.index).split('\n').length,
  yaml: match[1] as string,
}));

describe('docs/TITLE-RULES.md', () => {
  it.each(examples)('does what the example in line $line says', ({ line, yaml }) => {
    const file = readRuleFile(yaml, `example of line ${line}`);
    expect(file.tests.length).toBeGreaterThan(0);
    expect(runFileTests(file, file.field ?? 'title', TODAY, false).table.rows).toEqual([]);
  });

  it('shows every rule', () => {
    const shown = new Set(examples.flatMap(({ yaml }) => readRuleFile(yaml, 'example').rules.map(({ name }) => name)));
    expect([...shown].sort()).toEqual(Object.keys(RULE_KINDS).sort());
  });

  it('begins with the file that the fixtures keep', () => {
    expect(examples[0]?.yaml).toBe(readFileSync(new URL('../../../fixtures/titles/shorten.yaml', import.meta.url), 'utf8'));
  });
});
