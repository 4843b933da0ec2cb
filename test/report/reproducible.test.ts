/** The same database and the same morning print the same bytes, whatever the machine's time zone, language and clock. It needs the build (`npm test` makes it). */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { run, testContext } from '../cli/testContext.js';
import { MORNING, writeTinyShop } from './tinyShop.js';

const BINARY = fileURLToPath(new URL('../../bin/eco.js', import.meta.url));
const MACHINES = [
  { TZ: 'UTC', LANG: 'C' },
  { TZ: 'America/St_Johns', LANG: 'de_DE.UTF-8' },
];
const COMMANDS = [
  'daily --format html',
  'daily --format md',
  'monthly --format json',
  'profit',
  'todo',
  'anomalies',
  'coverage',
  'restated',
  'funnel',
];

it('is the same on other machines', async () => {
  const context = testContext({ now: MORNING });
  writeTinyShop(context);
  expect((await run(context, 'import', 'in')).exitCode).toBe(0);
  for (const command of COMMANDS) {
    const outputs = MACHINES.map((machine) => {
      const env = { PATH: process.env.PATH, HOME: context.dir, ECO_DB: join(context.dir, 'eco.db'), ...machine };
      const words = ['report', ...command.split(' '), '--as-of', '2026-11-21'];
      const { status, stdout, stderr } = spawnSync(process.execPath, [BINARY, ...words], { cwd: context.dir, encoding: 'utf8', env });
      expect(status, `${command}: ${stderr}`).toBe(0);
      return stdout + stderr;
    });
    expect(outputs[0], command).not.toBe('');
    expect(new Set(outputs).size, command).toBe(1);
  }
});
