/** Two nights at once, as processes of their own. Needs the build (`npm test` makes it). */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../../src/db/connection.js';
import { run, type TestContext, testContext } from '../../cli/testContext.js';
import { MORNING, writeTinyShop } from '../../report/tinyShop.js';

const BINARY = fileURLToPath(new URL('../../../bin/eco.js', import.meta.url));
const NIGHT = ['nightly', '--inbox', 'in', '--out', 'reports', '--as-of', '2026-11-21'];

function start(context: TestContext): ChildProcess {
  const env = { PATH: process.env.PATH, HOME: context.dir, ECO_DB: context.env.ECO_DB };
  return spawn(process.execPath, [BINARY, ...NIGHT], { cwd: context.dir, env, stdio: 'ignore' });
}

/** A shop whose night takes long: it waits for the command that tells the password. */
function slowShop(): TestContext {
  const context = testContext({ now: MORNING });
  writeTinyShop(context);
  const mail = {
    host: '127.0.0.1',
    port: 9,
    from: 'a@example.com',
    to: 'b@example.com',
    user: 'me',
    password_command: 'touch waiting; sleep 60',
  };
  writeFileSync(join(context.dir, 'eco.config.yaml'), JSON.stringify({ mail }));
  return context;
}

async function untilWaiting(context: TestContext): Promise<void> {
  while (!existsSync(join(context.dir, 'waiting'))) await wait(50);
}

function holder(context: TestContext): unknown {
  const db = openDatabase(context.env.ECO_DB as string);
  const row = db.prepare('SELECT pid, host FROM nightly_lock').get();
  db.close();
  return row;
}

describe('the lock of a night', () => {
  it('keeps a second one out, names the first, and is taken over when that was killed', async () => {
    const context = slowShop();
    const first = start(context);
    const over = new Promise((resolve) => first.on('close', resolve));
    await untilWaiting(context);
    expect(holder(context)).toEqual({ pid: first.pid, host: hostname() });
    const second = await run(context, ...NIGHT);
    expect({ ...second, err: second.err.replace(/since .* UTC/, 'since NOW') }).toEqual({
      exitCode: 1,
      out: '',
      err: `eco: another nightly run (process ${first.pid}) is at work on ${context.env.ECO_DB} since NOW: nothing was done. Wait until it has ended, or end it\n`,
    });
    first.kill('SIGKILL');
    await over;
    writeFileSync(join(context.dir, 'eco.config.yaml'), '');
    const third = await run(context, ...NIGHT);
    expect(third.exitCode, third.err).toBe(0);
    expect(third.err).toMatch(new RegExp(`^the nightly run of .* UTC \\(process ${first.pid}\\) never ended; this one goes on\n`));
    expect(holder(context)).toBeUndefined();
  }, 30_000);

  it.each([
    ['of a process that is there, of a start of the machine before this one', { pid: process.pid, bootedAt: 1_000_000_000 }, 0],
    ['of another machine, an hour old', { host: 'elsewhere', since: '2026-11-21T13:00:00Z' }, 1],
    ['of another machine, two days old', { host: 'elsewhere', since: '2026-11-19T13:00:00Z' }, 0],
  ])('is judged: one %s', async (_, lock, exitCode) => {
    const context = testContext({ now: MORNING });
    writeTinyShop(context);
    await run(context, 'import', 'in');
    const {
      pid = 1,
      bootedAt = 1_000_000_000,
      host = hostname(),
      since = MORNING,
    } = lock as { pid?: number; bootedAt?: number; host?: string; since?: string };
    const db = openDatabase(context.env.ECO_DB as string);
    db.prepare('INSERT INTO nightly_lock VALUES (1, ?, ?, ?, ?)').run(pid, host, bootedAt, Date.parse(since) / 1000);
    db.close();
    const result = await run(context, ...NIGHT);
    expect(result.exitCode).toBe(exitCode);
    if (exitCode === 1) expect(result.err).toContain('another nightly run (process 1 on elsewhere) is at work on');
  });

  it('is given back when the night fails', async () => {
    const context = testContext({ now: MORNING });
    writeTinyShop(context);
    expect((await run(context, ...NIGHT, '--where', 'nonsense=1')).exitCode).toBe(2);
    expect(holder(context)).toBeUndefined();
  });
});
