/**
 * The digest by mail, to the server that the configuration names. HTML with a plain text beside it; reports attached or in the
 * letter's own place. The password comes from the environment or a command and is in no message; it goes over TLS only, except to
 * this machine itself.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { createTransport } from 'nodemailer';
import type { MailConfig } from '../../config.js';
import { UserError } from '../../core/errors.js';

export interface Letter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** HTML files of the night's reports. */
  readonly reports: readonly string[];
}

const USUAL_SECONDS = 30;
const COMMAND_MS = 30_000;

/** Sends it. What the server refuses is an error that says it; with some recipients refused, the others have it. */
export async function sendMail(
  config: MailConfig,
  letter: Letter,
  env: Readonly<Record<string, string | undefined>>,
  cwd: string,
): Promise<void> {
  const { host, secure = false, user } = config;
  const port = config.port ?? (secure ? 465 : 587);
  const pass = user === undefined ? undefined : passwordOf(config, env, cwd);
  const milliseconds = (config.timeout_seconds ?? USUAL_SECONDS) * 1000;
  const transport = createTransport({
    host,
    port,
    secure,
    requireTLS: !secure && user !== undefined && !isThisMachine(host),
    ...(user === undefined ? {} : { auth: { user, pass } }),
    connectionTimeout: milliseconds,
    greetingTimeout: milliseconds,
    socketTimeout: milliseconds,
    dnsTimeout: milliseconds,
    tls: { rejectUnauthorized: config.allow_self_signed !== true },
    // Nothing in a letter is fetched from elsewhere.
    disableUrlAccess: true,
  });
  try {
    const sent = await transport.sendMail({ from: config.from, to: [...config.to], subject: letter.subject, ...bodyOf(config, letter) });
    const refused = sent.rejected;
    if (refused.length > 0)
      throw new UserError(`${host} refused ${refused.join(', ')}; the others have it. Mend mail.to in eco.config.yaml`);
  } catch (error) {
    throw error instanceof UserError ? error : new UserError(troubleOf(error as SmtpError, host, port));
  } finally {
    transport.close();
  }
}

function bodyOf({ reports = 'attached' }: MailConfig, { text, html, reports: files }: Letter) {
  const [first] = files;
  if (reports === 'inline' && first !== undefined) return { text, html: readFileSync(first, 'utf8') };
  const attachments = files.map((path) => ({ path, filename: nameOf(path), contentType: 'text/html; charset=utf-8' }));
  return { text, html, ...(reports === 'attached' ? { attachments } : {}) };
}

/** Two mornings' reports have one name each: the morning goes before it. */
function nameOf(path: string): string {
  const [file, morning] = path.split(/[/\\]/).reverse();
  return `${morning}-${basename(file as string)}`;
}

function passwordOf(
  { password_env: name, password_command: command }: MailConfig,
  env: Readonly<Record<string, string | undefined>>,
  cwd: string,
): string {
  if (name !== undefined) {
    const password = env[name];
    if (!password) throw new UserError(`mail.password_env: the environment has no ${name}`);
    return password;
  }
  if (command === undefined)
    throw new UserError('mail.user needs mail.password_env or mail.password_command: a password does not belong in eco.config.yaml');
  const [shell, flag] = process.platform === 'win32' ? ['cmd.exe', '/c'] : ['/bin/sh', '-c'];
  try {
    const out = execFileSync(shell as string, [flag as string, command], {
      cwd,
      env: { ...env } as NodeJS.ProcessEnv,
      timeout: COMMAND_MS,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const password = out.toString('utf8').split(/\r?\n/)[0] as string;
    if (password !== '') return password;
  } catch (error) {
    const { status, code } = error as { status?: number | null; code?: string };
    throw new UserError(`mail.password_command ended with ${status ?? code ?? 'an error'}: run it by hand to see why`);
  }
  throw new UserError('mail.password_command printed nothing: its first line is the password');
}

function isThisMachine(host: string): boolean {
  return /^(localhost|127\.\d+\.\d+\.\d+|::1)$/i.test(host);
}

interface SmtpError extends Error {
  readonly code?: string;
  readonly responseCode?: number;
  readonly response?: string;
  readonly rejected?: readonly string[];
}

/** In words of what to do. The server's own answer is told; what was sent to it (with the password) never is. */
function troubleOf({ code, response, rejected, message }: SmtpError, host: string, port: number): string {
  const server = `${host}:${port}`;
  const answer = response === undefined ? '' : ` (“${response}”)`;
  if (code === 'EAUTH') return `${server} refuses the user or the password${answer}. See mail.user and mail.password_… in eco.config.yaml`;
  if (rejected !== undefined && rejected.length > 0)
    return `${server} refused ${rejected.join(', ')}${answer}. Mend mail.to in eco.config.yaml`;
  if (code === 'EENVELOPE') return `${server} refused the sender or the recipients${answer}. Mend mail.from and mail.to in eco.config.yaml`;
  if (code === 'ETLS' || (code === 'ESOCKET' && /certificate|self.signed/i.test(message))) return tlsTrouble(server, message);
  if (code === 'ETIMEDOUT') return `${server} did not answer in time. Is mail.host right, does mail.secure fit mail.port?`;
  if (code === 'ECONNREFUSED' || code === 'ESOCKET' || code === 'ECONNECTION' || code === 'EDNS')
    return `${server} cannot be reached (${message}). Is mail.host right, and the server up?`;
  return `${server} did not take it${answer === '' ? ` (${message})` : answer}`;
}

function tlsTrouble(server: string, message: string): string {
  if (/certificate|self.signed/i.test(message))
    return `${server} shows a certificate that nobody vouches for. If the server is your own: mail.allow_self_signed: true`;
  return `${server} offers no TLS, and a password is not sent without (${message})`;
}
