/** The digest to a webhook. Its address is a secret: messages name the host only. */
import { setTimeout as wait } from 'node:timers/promises';
import type { WebhookConfig } from '../../config.js';
import { UserError } from '../../core/errors.js';

export interface Post {
  /** The digest for a terminal, 100 columns wide. */
  readonly plain: string;
  readonly markdown: string;
  readonly json: string;
}

const USUAL_SECONDS = 15;
const RETRY_MS = 1000;
/** Slack cuts a longer message off. */
const SLACK_MOST = 38_000;

/** Posts it; what is lost on the way or refused for a moment is posted once more. */
export async function postWebhook(config: WebhookConfig, post: Post): Promise<void> {
  const first = await attempt(config, post);
  if (first === null) return;
  if (!first.mayPass) throw new UserError(first.problem);
  await wait(RETRY_MS);
  const second = await attempt(config, post);
  if (second !== null) throw new UserError(`${second.problem} (tried twice)`);
}

interface Trouble {
  readonly problem: string;
  /** Another try may go better. */
  readonly mayPass: boolean;
}

async function attempt(config: WebhookConfig, post: Post): Promise<Trouble | null> {
  const host = new URL(config.url).host;
  const seconds = config.timeout_seconds ?? USUAL_SECONDS;
  try {
    const response = await fetch(config.url, {
      method: 'POST',
      ...bodyOf(config, post),
      redirect: 'error',
      signal: AbortSignal.timeout(seconds * 1000),
    });
    await response.body?.cancel();
    if (response.ok) return null;
    const { status } = response;
    const problem = `${host} answered ${status}${response.statusText ? ` ${response.statusText}` : ''}`;
    if (status >= 500 || status === 429) return { problem, mayPass: true };
    return { problem: `${problem}: see webhook.url and webhook.format in eco.config.yaml`, mayPass: false };
  } catch (error) {
    if ((error as Error).name === 'TimeoutError') return { problem: `${host} did not answer within ${seconds} s`, mayPass: true };
    const { code, message } = ((error as Error).cause ?? error) as NodeJS.ErrnoException;
    return { problem: `${host} cannot be reached (${code ?? message})`, mayPass: true };
  }
}

function bodyOf({ format = 'json' }: WebhookConfig, { plain, markdown, json }: Post): { body: string; headers: Record<string, string> } {
  switch (format) {
    case 'slack':
      return { body: JSON.stringify({ text: slackText(plain) }), headers: { 'content-type': 'application/json' } };
    case 'json':
      return { body: json, headers: { 'content-type': 'application/json' } };
    case 'text':
      return { body: markdown, headers: { 'content-type': 'text/markdown; charset=utf-8' } };
  }
}

/** Slack's own marks are not Markdown: the first line in bold, the rest as it stands on a terminal. */
function slackText(plain: string): string {
  const escaped = plain.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] as string);
  const [title, ...rest] = escaped.trim().replaceAll('```', "'''").split('\n');
  const body = rest.join('\n').trim();
  return `*${title}*\n\`\`\`\n${body.slice(0, SLACK_MOST)}${body.length > SLACK_MOST ? '\n…' : ''}\n\`\`\``;
}
