/** Completion scripts, run in the shells themselves where they are installed. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, Option } from 'commander';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../../src/commands.js';
import { bashScript } from '../../../src/shop/completion/bash.js';
import { fishScript } from '../../../src/shop/completion/fish.js';
import { powershellScript } from '../../../src/shop/completion/powershell.js';
import { completionTree } from '../../../src/shop/completion/tree.js';
import { zshScript } from '../../../src/shop/completion/zsh.js';
import { run, testContext } from '../../cli/testContext.js';

function sampleTree() {
  const program = new Command('eco');
  program.option('--db <file>', 'the database').option('--store <name>', 'only this store').option('-q, --quiet', "don't talk");
  program.addOption(new Option('-f, --format <format>', 'how').choices(['table', 'csv', 'json']));
  const orders = new Command('orders').description("orders, and what's no sale");
  orders
    .command('list')
    .description('all: of them')
    .addOption(new Option('--state <state>', 'only these').choices(['placed', 'pending']));
  orders.command('exclude').option('--reason <text>', 'why').option('--file <file>', 'ids');
  const tags = orders.command('tag').description('words for them');
  tags.command('add').argument('<word>').option('--colour <name>', 'of the word');
  tags.command('remove').argument('<word>');
  const reading = new Command('import').description('read exports').argument('<path...>').option('--dry-run', 'change nothing');
  return completionTree(program.options, [orders, reading]);
}

function installed(shell: string): boolean {
  return spawnSync(shell, ['--version']).status === 0;
}

function shell(command: string, script: string): string[] {
  const result = spawnSync(
    command,
    command === 'fish' ? ['--no-config', '-c', script] : command === 'zsh' ? ['-f', '-c', script] : ['--norc', '-c', script],
    { encoding: 'utf8' },
  );
  expect(result.stderr).toBe('');
  return result.stdout.split('\n').filter((line) => line !== '');
}

/** [words typed so far, the word under the cursor, what is offered] */
const CASES: readonly (readonly [string[], string, string[]])[] = [
  [[], '', ['orders', 'import']],
  [[], 'o', ['orders']],
  [['orders'], '', ['list', 'exclude', 'tag']],
  [['orders', 'tag'], '', ['add', 'remove']],
  [['orders', 'tag', 'add'], '--col', ['--colour']],
  [['orders', 'tag', 'add', 'remove'], '--colour', ['--colour']],
  [['orders'], 'ex', ['exclude']],
  [['orders', 'list'], '--st', ['--state', '--store']],
  [['orders', 'list', '--state'], '', ['placed', 'pending']],
  [['orders', 'list', '--state', 'placed', '--format'], '', ['table', 'csv', 'json']],
  [['orders', 'exclude'], '--re', ['--reason']],
  [['orders', 'exclude', '--reason'], 'x', []],
  [['--db', 'list', 'orders'], '', ['list', 'exclude', 'tag']],
  [['--quiet', '-f', 'csv', 'orders', 'list'], '--state', ['--state']],
  [['import'], '--dry', ['--dry-run']],
  [['import', 'orders'], '--dry', ['--dry-run']],
];

describe.skipIf(!installed('bash'))('bash', () => {
  it.each(CASES)('after %j offers for %j: %j', (typed, current, offered) => {
    const words = ['eco', ...typed, current].map((word) => `'${word}'`).join(' ');
    const found = shell(
      'bash',
      `${bashScript(sampleTree())}\nCOMP_WORDS=(${words}); COMP_CWORD=$((\${#COMP_WORDS[@]} - 1)); _eco; printf '%s\\n' "\${COMPREPLY[@]}"`,
    );
    expect(found).toEqual(offered);
  });

  it('asks eco for the names of stores', () => {
    const script = `eco() { [[ "$*" == "store list --columns store --format tsv" ]] && printf 'store\\nus\\nuk\\nweb\\n'; }\n${bashScript(sampleTree())}\nCOMP_WORDS=(eco orders list --store u); COMP_CWORD=4; _eco; printf '%s\\n' "\${COMPREPLY[@]}"`;
    expect(shell('bash', script)).toEqual(['us', 'uk']);
  });

  it('is registered, with files where it offers nothing', () => {
    expect(shell('bash', `${bashScript(sampleTree())}\ncomplete -p eco`)).toEqual(['complete -o default -F _eco eco']);
  });
});

describe.skipIf(!installed('zsh'))('zsh', () => {
  /** What zsh's own functions would show, by what they are called with. */
  const STUBS = `compdef() { :; }
_files() { print -- FILES; }
compadd() { shift; print -l -- "\${(M)@:#\${words[CURRENT]}*}"; }
_describe() { local name=\${@[-1]} entry; for entry in "\${(@P)name}"; do [[ $entry == \${words[CURRENT]}* ]] && print -r -- \${entry%%:*}; done; true }
`;
  it.each(CASES)('after %j offers for %j: %j', (typed, current, offered) => {
    const words = ['eco', ...typed, current].map((word) => `'${word}'`).join(' ');
    const found = shell('zsh', `${STUBS}${zshScript(sampleTree())}\nwords=(${words}); CURRENT=$#words; _eco`);
    expect(found).toEqual(offered);
  });

  it('offers files where a file belongs', () => {
    for (const words of ["eco --db ''", "eco import ''", "eco orders exclude --file ''"]) {
      expect(shell('zsh', `${STUBS}${zshScript(sampleTree())}\nwords=(${words}); CURRENT=$#words; _eco`)).toEqual(['FILES']);
    }
  });
});

describe.skipIf(!installed('fish'))('fish', () => {
  it.each(CASES)('after %j offers for %j: %j', (typed, current, offered) => {
    const line = ['eco', ...typed, current].join(' ');
    const found = shell('fish', `cd /var/empty 2>/dev/null; or cd (mktemp -d)\n${fishScript(sampleTree())}\ncomplete -C '${line}'`);
    expect(found.map((entry) => entry.split('\t')[0]).sort()).toEqual([...offered].sort());
  });

  it('shows summaries as they are', () => {
    expect(shell('fish', `${fishScript(sampleTree())}\ncomplete -C 'eco or'`)).toEqual(["orders\torders, and what's no sale"]);
  });
});

describe('PowerShell', () => {
  it('closes every quote and bracket', () => {
    const code = powershellScript(sampleTree()).replaceAll("''", '');
    const outside = code
      .split("'")
      .filter((_, at) => at % 2 === 0)
      .join('');
    expect(code.split("'").length % 2).toBe(1);
    for (const [open, close] of ['()', '{}', '[]'])
      expect(outside.split(open as string).length).toBe(outside.split(close as string).length);
  });
});

describe('eco completion', () => {
  it.each(['bash', 'zsh', 'fish', 'powershell'])('writes a script for %s that knows every command', async (name) => {
    const context = testContext();
    const { exitCode, out, err } = await run(context, 'completion', name);
    expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' });
    for (const { name: command } of COMMANDS) expect(out).toContain(command);
    for (const word of ['erase-buyer', 'exclude', 'skip-bad-rows', 'jsonl']) expect(out).toContain(word);
    if (name !== 'powershell' && installed(name)) {
      const file = join(context.dir, `eco.${name}`);
      writeFileSync(file, out);
      expect(spawnSync(name, ['-n', file], { encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' });
    }
  });

  it('names the shells it knows', async () => {
    const { exitCode, err } = await run(testContext(), 'completion', 'tcsh');
    expect(exitCode).toBe(2);
    expect(err).toContain('Allowed choices are bash, zsh, fish, powershell');
  });
});
