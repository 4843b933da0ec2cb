/** Sends the digest where the configuration says, and nowhere else. A receiver that has it already gets it again only with news. */
import { join } from 'node:path';
import type { Page } from '../../core/page.js';
import { render } from '../../output/index.js';
import type { Session } from '../../session.js';
import type { Delivered } from './digest.js';
import type { Failures } from './failures.js';
import type { NightlyIndex } from './indexFile.js';
import type { WrittenReport } from './writeReports.js';

/** Columns of the plain text: what a mail program shows without breaking lines. */
const TEXT_WIDTH = 100;

export interface Delivery {
  readonly page: Page;
  readonly morning: string;
  readonly reports: readonly WrittenReport[];
  readonly out: string;
  readonly index: NightlyIndex;
  readonly hasNews: boolean;
  readonly failed: number;
}

export async function deliver(session: Session, delivery: Delivery, failures: Failures): Promise<Delivered[]> {
  const { mail, webhook } = session.config;
  const { page, index, morning, hasNews } = delivery;
  const done: Delivered[] = [];
  const has = (to: string) => !hasNews && index.delivered?.morning === morning && index.delivered.to.includes(to);
  if (mail) {
    const to = mail.to.join(', ');
    if (has(`mail ${to}`)) done.push({ step: 'mail', to, isNew: false });
    else {
      const sent = await failures.attempt('mail', to, async () => {
        const { sendMail } = await import('./mail.js');
        const letter = {
          subject: mail.subject?.replaceAll('{day}', morning) ?? subjectOf(delivery),
          text: await render(page, 'table', { color: false, width: TEXT_WIDTH }),
          html: await render(page, 'html', { color: false, width: null }),
          reports: htmlFiles(delivery),
        };
        await sendMail(mail, letter, session.context.env, session.context.cwd);
        return true;
      });
      if (sent) done.push({ step: 'mail', to, isNew: true });
    }
  }
  if (webhook) {
    const to = new URL(webhook.url).host;
    if (has(`webhook ${to}`)) done.push({ step: 'webhook', to, isNew: false });
    else {
      const sent = await failures.attempt('webhook', to, async () => {
        const { postWebhook } = await import('./webhook.js');
        await postWebhook(webhook, {
          plain: await render(page, 'table', { color: false, width: TEXT_WIDTH }),
          markdown: await render(page, 'md', { color: false, width: null }),
          json: await render(page, 'json', { color: false, width: null }),
        });
        return true;
      });
      if (sent) done.push({ step: 'webhook', to, isNew: true });
    }
  }
  return done;
}

/** How a delivery is remembered. */
export function receiverOf({ step, to }: Delivered): string {
  return `${step} ${to}`;
}

function subjectOf({ morning, failed }: Delivery): string {
  return `eco nightly ${morning}${failed > 0 ? `, ${failed} failed` : ''}`;
}

/** The newest first, so that the one in the letter's place is this morning's. */
function htmlFiles({ reports, out, morning }: Delivery): string[] {
  const html = reports.filter((report) => report.isChanged || report.morning === morning);
  const newestFirst = [...html].sort((a, b) => (a.morning < b.morning ? 1 : a.morning > b.morning ? -1 : 0));
  return newestFirst.flatMap(({ files }) => files.filter((file) => file.endsWith('.html')).map((file) => join(out, file)));
}
