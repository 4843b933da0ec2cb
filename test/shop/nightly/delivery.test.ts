/** The digest on its way: to a real mail server and a real web server, both on this machine. */

import { writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, createServer as createSocketServer } from 'node:net';
import { join } from 'node:path';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { describe, expect, it, onTestFinished } from 'vitest';
import { run, type TestContext, testContext } from '../../cli/testContext.js';
import { MORNING, writeTinyShop } from '../../report/tinyShop.js';

interface Letter {
  readonly user: string | undefined;
  readonly secure: boolean;
  readonly to: readonly string[];
  readonly source: string;
}

/** A mail server that keeps what it gets. Its own certificate nobody vouches for. */
async function mailServer(options: SMTPServerOptions = {}): Promise<{ port: number; letters: Letter[] }> {
  const letters: Letter[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disableReverseLookup: true,
    onAuth: ({ username, password }, _session, done) =>
      done(password === 'sesame' ? null : new Error('Wrong user or password'), { user: username as string }),
    onData: (stream, session, done) => {
      let source = '';
      stream.on('data', (chunk) => {
        source += chunk;
      });
      stream.on('end', () => {
        letters.push({ user: session.user, secure: session.secure, to: session.envelope.rcptTo.map(({ address }) => address), source });
        done();
      });
    },
    ...options,
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => new Promise<void>((resolve) => server.close(resolve)));
  return { port: (server.server.address() as AddressInfo).port, letters };
}

interface Got {
  readonly type: string | undefined;
  readonly body: string;
}

/** A web server that answers with these statuses in turn, the last one for good. */
async function hook(...statuses: number[]): Promise<{ url: string; got: Got[] }> {
  const got: Got[] = [];
  const server: Server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      got.push({ type: request.headers['content-type'], body });
      const status = statuses[Math.min(got.length, statuses.length) - 1] as number;
      if (status === 302) response.setHeader('location', 'http://127.0.0.1:9/elsewhere');
      response.statusCode = status;
      response.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/secret-token`, got };
}

/** A port on which nobody listens, and one on which somebody listens and never speaks. */
async function silentPort(speaks: boolean): Promise<number> {
  const server = createSocketServer((socket) => onTestFinished(() => void socket.destroy()));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  if (speaks) onTestFinished(() => void server.close());
  else await new Promise((resolve) => server.close(resolve));
  return port;
}

async function shop(config: object, env: Record<string, string> = {}): Promise<TestContext> {
  const context = testContext({ now: MORNING, env });
  writeTinyShop(context);
  // JSON is YAML.
  writeFileSync(
    join(context.dir, 'eco.config.yaml'),
    JSON.stringify({ nightly: { inbox: 'in', out: 'reports', formats: ['html', 'md'] }, ...config }),
  );
  return context;
}

const LETTER = { host: '127.0.0.1', from: 'eco@example.com', to: ['me@example.com', 'you@example.com'] };

/** Quoted-printable undone, as far as these letters need it. */
const plain = (source: string) =>
  Buffer.from(
    source.replace(/=\r?\n/g, '').replace(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
    'latin1',
  ).toString('utf8');

describe('by mail', () => {
  it('goes as HTML with a text beside it and the report attached, once a morning', async () => {
    const { port, letters } = await mailServer({ disabledCommands: ['STARTTLS'] });
    const context = await shop({ mail: { ...LETTER, port } });
    expect((await run(context, 'nightly')).exitCode).toBe(0);
    const again = await run(context, 'nightly');
    expect(again.out).toContain('mail: me@example.com, you@example.com has it; nothing is new\n');
    expect(letters).toHaveLength(1);
    const [letter] = letters as [Letter];
    expect(letter).toMatchObject({ secure: false, to: ['me@example.com', 'you@example.com'] });
    const text = plain(letter.source);
    expect(/^Subject: .*$/m.exec(text)?.[0].trim()).toBe('Subject: eco nightly 2026-11-21');
    expect(text).toMatch(
      /Content-Type: text\/plain[\s\S]*Nightly run of 2026-11-21[\s\S]*Content-Type: text\/html[\s\S]*<h1>Nightly run of 2026-11-21<\/h1>/,
    );
    expect(letter.source).toContain('filename=2026-11-21-daily.html');
  });

  it('goes with the report in its own place, or without', async () => {
    const { port, letters } = await mailServer({ disabledCommands: ['STARTTLS'] });
    await run(await shop({ mail: { ...LETTER, port, reports: 'inline', subject: 'Shop, {day}' } }), 'nightly');
    await run(await shop({ mail: { ...LETTER, port, reports: 'none' } }), 'nightly');
    const [inline, none] = letters.map(({ source }) => plain(source)) as [string, string];
    expect(inline).toContain('Subject: Shop, 2026-11-21');
    expect(inline).toContain('<h1>Friday 20 November 2026</h1>');
    expect(inline).not.toContain('filename=');
    expect(none).not.toContain('filename=');
    expect(none).toContain('<h1>Nightly run of 2026-11-21</h1>');
  });

  it('sends the password over TLS, from the environment or a command, to a certificate that nobody vouches for only when told', async () => {
    const { port, letters } = await mailServer();
    const mail = { ...LETTER, host: 'localhost', port, user: 'me' };
    const strict = await run(await shop({ mail: { ...mail, password_env: 'SECRET' } }, { SECRET: 'sesame' }), 'nightly');
    expect(strict.exitCode).toBe(4);
    expect(strict.out).toContain(
      `localhost:${port} shows a certificate that nobody vouches for. If the server is your own: mail.allow_self_signed: true`,
    );
    const own = { ...mail, allow_self_signed: true };
    expect((await run(await shop({ mail: { ...own, password_env: 'SECRET' } }, { SECRET: 'sesame' }), 'nightly')).exitCode).toBe(0);
    expect((await run(await shop({ mail: { ...own, password_command: 'printf "sesame\\nmore"' } }), 'nightly')).exitCode).toBe(0);
    expect(letters.map(({ user, secure }) => [user, secure])).toEqual([
      ['me', true],
      ['me', true],
    ]);
  });

  it.each([
    [{ password_env: 'SECRET' }, {}, 'mail.password_env: the environment has no SECRET'],
    [{}, {}, 'mail.user needs mail.password_env or mail.password_command: a password does not belong in eco.config.yaml'],
    [{ password_command: 'exit 3' }, {}, 'mail.password_command ended with 3: run it by hand to see why'],
    [{ password_command: 'true' }, {}, 'mail.password_command printed nothing: its first line is the password'],
    [{ password_env: 'SECRET' }, { SECRET: 'open-barley' }, 'refuses the user or the password'],
  ])('says what is wrong with the password %j, and never the password', async (password, env, message) => {
    const { port, letters } = await mailServer();
    const context = await shop({ mail: { ...LETTER, port, user: 'me', allow_self_signed: true, ...password } }, env);
    const { exitCode, out, err } = await run(context, 'nightly', '--verbose');
    expect(exitCode).toBe(4);
    expect(out).toContain(message);
    expect(out + err).not.toContain('open-barley');
    expect(letters).toEqual([]);
  });

  it('is a failure where recipients are refused, and the others have it', async () => {
    const { port, letters } = await mailServer({
      disabledCommands: ['STARTTLS'],
      onRcptTo: ({ address }, _session, done) => done(address.startsWith('you') ? new Error('No such user here') : null),
    });
    const partly = await run(await shop({ mail: { ...LETTER, port } }), 'nightly');
    expect(partly.exitCode).toBe(4);
    expect(partly.out).toContain('127.0.0.1 refused you@example.com; the others have it. Mend mail.to in eco.config.yaml');
    expect(letters.map(({ to }) => to)).toEqual([['me@example.com']]);
    const wholly = await run(await shop({ mail: { ...LETTER, port, to: 'you@example.com' } }), 'nightly');
    expect(wholly.exitCode).toBe(4);
    expect(wholly.out).toMatch(
      /127\.0\.0\.1:\d+ refused you@example\.com \(“550 No such user here”\)\. Mend mail\.to in eco\.config\.yaml/,
    );
  });

  it('is a failure where the server is down or does not answer, and goes the next time', async () => {
    const down = await silentPort(false);
    const context = await shop({ mail: { ...LETTER, port: down } });
    const first = await run(context, 'nightly');
    expect(first.exitCode).toBe(4);
    expect(first.out).toMatch(/127\.0\.0\.1:\d+ cannot be reached \(.*ECONNREFUSED.*\)\. Is mail\.host right, and the server up\?/);
    const { port, letters } = await mailServer({ disabledCommands: ['STARTTLS'] });
    writeFileSync(
      join(context.dir, 'eco.config.yaml'),
      JSON.stringify({ nightly: { inbox: 'in', out: 'reports', formats: ['html', 'md'] }, mail: { ...LETTER, port } }),
    );
    expect((await run(context, 'nightly')).exitCode).toBe(0);
    expect(letters).toHaveLength(1);
    const slow = await run(await shop({ mail: { ...LETTER, port: await silentPort(true), timeout_seconds: 1 } }), 'nightly');
    expect(slow.exitCode).toBe(4);
    expect(slow.out).toMatch(/127\.0\.0\.1:\d+ did not answer in time\. Is mail\.host right, does mail\.secure fit mail\.port\?/);
  });
});

describe('by webhook', () => {
  it('goes as JSON, as Markdown, or as Slack reads it', async () => {
    const { url, got } = await hook(200);
    for (const format of ['json', 'text', 'slack'])
      expect((await run(await shop({ webhook: { url, format } }), 'nightly')).exitCode).toBe(0);
    expect(got.map(({ type }) => type)).toEqual(['application/json', 'text/markdown; charset=utf-8', 'application/json']);
    const [json, markdown, slack] = got.map(({ body }) => body) as [string, string, string];
    expect(JSON.parse(json)).toMatchObject({ schema: 'eco.nightly/1', as_of: '2026-11-21' });
    expect(markdown).toMatch(/^# Nightly run of 2026-11-21\n/);
    expect(Object.keys(JSON.parse(slack) as object)).toEqual(['text']);
    expect((JSON.parse(slack) as { text: string }).text).toMatch(/^\*Nightly run of 2026-11-21\*\n```\nWhat came in\n/);
  });

  it.each([
    [[503, 200], 0, 2, null],
    [[503], 4, 2, /127\.0\.0\.1:\d+ answered 503 Service Unavailable \(tried twice\)/],
    [[404], 4, 1, /127\.0\.0\.1:\d+ answered 404 Not Found: see webhook\.url and webhook\.format in eco\.config\.yaml/],
    [[302], 4, 2, /127\.0\.0\.1:\d+ cannot be reached \(.*redirect.*\) \(tried twice\)/],
  ])('answered with %j ends with %i after %i tries', async (statuses, exitCode, tries, message) => {
    const { url, got } = await hook(...statuses);
    const result = await run(await shop({ webhook: { url } }), 'nightly', '--verbose');
    expect({ exitCode: result.exitCode, tries: got.length }).toEqual({ exitCode, tries });
    if (message) expect(result.out).toMatch(message);
    expect(result.out + result.err).not.toContain('secret-token');
  });

  it('is a failure where nobody answers', async () => {
    const slow = await shop({ webhook: { url: `http://127.0.0.1:${await silentPort(true)}/secret-token`, timeout_seconds: 1 } });
    expect((await run(slow, 'nightly')).out).toMatch(/127\.0\.0\.1:\d+ did not answer within 1 s \(tried twice\)/);
    const down = await shop({ webhook: { url: `http://127.0.0.1:${await silentPort(false)}/secret-token` } });
    const { exitCode, out } = await run(down, 'nightly');
    expect(exitCode).toBe(4);
    expect(out).toMatch(/127\.0\.0\.1:\d+ cannot be reached \(ECONNREFUSED\) \(tried twice\)/);
    expect(out).not.toContain('secret-token');
  });
});
