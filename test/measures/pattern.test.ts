// biome-ignore-all lint/suspicious/noTemplateCurlyInString: ${name} is how a replacement names a group
import { describe, expect, it } from 'vitest';
import { compilePattern, type Pattern, readReplacement } from '../../src/measures/pattern.js';

function pattern(source: string, ignoreCase = false): Pattern {
  const made = compilePattern(source, { ignoreCase });
  if ('problem' in made) throw new Error(made.problem);
  return made;
}

function replaced(source: string, replacement: string, text: string): string {
  const made = pattern(source);
  const read = readReplacement(replacement, made);
  if ('problem' in read) throw new Error(read.problem);
  return made.replaceAll(text, read);
}

describe('patterns', () => {
  it('replace every match with groups by number and name', () => {
    expect(replaced('(\\d+) ?(ml|l)', '$1 $2', '500ml and 1l')).toBe('500 ml and 1 l');
    expect(replaced('(?<size>S|M|L)-(?P<color>\\w+)', '${color} ${size}', 'L-red M-blue')).toBe('red L blue M');
    expect(replaced('a(b)?', '[$1]', 'ab a')).toBe('[b] []');
    expect(replaced('x', '$$$0', 'x')).toBe('$x');
    expect(replaced('^|$', '"', 'tea')).toBe('"tea"');
    expect(replaced('壶', '锅', '水壶和茶壶')).toBe('水锅和茶锅');
    expect(pattern('KETTLE', true).matches('Kettle')).toBe(true);
  });

  it('take time in proportion to the text, whatever the pattern', () => {
    const text = `${'a'.repeat(50_000)}!`;
    const begun = process.cpuUsage();
    expect(replaced('(a+)+$', 'x', text)).toBe(text);
    expect(replaced('(a|aa)+b', 'x', text)).toBe(text);
    expect(process.cpuUsage(begun).user / 1e6).toBeLessThan(10);
  });

  it.each([
    ['kettle(?= set)', 'looking ahead, (?=…) and (?!…), is not supported: match what follows in a group and put it back with $1'],
    ['(?<!not )free', 'looking behind, (?<=…) and (?<!…), is not supported: match what comes before in a group and put it back with $1'],
    ['(\\w+) \\1', 'a reference to a group inside the pattern, such as \\1, is not supported: "dedupe: words" removes repeated words'],
    ['(?>a)b', 'atomic groups, (?>…), are not supported, and not needed: matching takes linear time. Write (?:…)'],
    ['(kettle', 'missing closing ): `(kettle`'],
    ['[z-a]', 'invalid character class range: `z-a`'],
  ])('say what is wrong with %s', (source, reason) => {
    expect(compilePattern(source)).toEqual({ problem: `the pattern "${source}" cannot be used: ${reason}` });
  });

  it.each([
    ['$2', '$2 names no group: the pattern has 1 group. A group is what stands in ( )'],
    ['${brand}', '${brand} names no group: the pattern has 1 group. A group is what stands in ( )'],
    ['5 $ off', '"$" in "5 $ off" names no group: write $1 or ${name}, or $$ for a dollar sign'],
  ])('say what is wrong with the replacement %s', (replacement, problem) => {
    expect(readReplacement(replacement, pattern('(a)b'))).toEqual({ problem });
  });
});
