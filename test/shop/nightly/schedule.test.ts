/** The files that have a machine run the night. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scheduleText } from '../../../src/shop/nightly/schedule.js';
import { run, testContext } from '../../cli/testContext.js';

const AWKWARD = {
  command: ['/usr/bin/node', '/opt/eco/bin/eco.js', 'nightly', '--inbox', "/home/o'neil/50% off & <new> $files", '--out', '/srv/reports'],
  folder: '/srv/my shop',
  home: '/home/me',
};

describe('a schedule', () => {
  it('is a line for cron, with absolute paths', async () => {
    const context = testContext();
    const { out, exitCode } = await run(context, 'nightly', '--inbox', 'in', '--out', 'reports', '--print-schedule', 'cron');
    expect(exitCode).toBe(0);
    expect(out.replaceAll(context.dir, '/DIR')).toBe(`# Add with: crontab -e
# cron mails what the run prints to this user; a day that was missed is caught up by the next run.
0 6 * * *  cd /DIR && /usr/bin/node /opt/eco/bin/eco.js nightly --db /DIR/eco.db --inbox /DIR/in --out /DIR/reports
`);
  });

  it('runs where the configuration stands, which names the rest', async () => {
    const context = testContext();
    writeFileSync(join(context.dir, 'eco.config.yaml'), 'nightly: { inbox: in }\n');
    mkdirSync(join(context.dir, 'deep'));
    const deep = testContext({ dir: join(context.dir, 'deep'), env: { ECO_DB: join(context.dir, 'eco.db') } });
    const { out } = await run(deep, 'nightly', '--client', 'Zoë', '--print-schedule', 'cron');
    expect(out.replaceAll(context.dir, '/DIR')).toContain(
      "cd /DIR && /usr/bin/node /opt/eco/bin/eco.js nightly --db /DIR/eco.db --client 'Zoë' --inbox /DIR/in --out /DIR/reports\n",
    );
  });

  it('survives what a shell and a crontab do to a line', () => {
    const line = scheduleText('cron', AWKWARD)
      .split('\n')[2]
      ?.replace(/^0 6 \* \* \* {2}/, '')
      .replaceAll('\\%', '%');
    const printed = (line as string).replace("cd '/srv/my shop' && /usr/bin/node", 'printf "%s\\n"');
    expect(spawnSync('/bin/sh', ['-c', printed], { encoding: 'utf8' }).stdout.trimEnd().split('\n')).toEqual(AWKWARD.command.slice(1));
  });

  it('is a service and a timer for systemd that make up for a missed morning', () => {
    expect(scheduleText('systemd', AWKWARD)).toBe(`# ~/.config/systemd/user/eco-nightly.service
[Unit]
Description=eco nightly: import what is new, write the reports

[Service]
Type=oneshot
WorkingDirectory=/srv/my shop
ExecStart=/usr/bin/node /opt/eco/bin/eco.js nightly --inbox "/home/o'neil/50%% off & <new> $$files" --out /srv/reports

# ~/.config/systemd/user/eco-nightly.timer
[Unit]
Description=eco nightly, every morning at six

[Timer]
OnCalendar=*-*-* 06:00:00
Persistent=true

[Install]
WantedBy=timers.target

# Then: systemctl --user daemon-reload && systemctl --user enable --now eco-nightly.timer
# So that it runs while you are logged out: loginctl enable-linger
# What it printed: journalctl --user -u eco-nightly
`);
  });

  it('is a property list for launchd', () => {
    const text = scheduleText('launchd', AWKWARD);
    expect(text).toContain("    <string>/home/o'neil/50% off &amp; &lt;new&gt; $files</string>\n");
    expect(text).toContain('  <key>WorkingDirectory</key>\n  <string>/srv/my shop</string>\n');
    expect(text).toContain('    <key>Hour</key>\n    <integer>6</integer>\n');
    expect(text).toContain('  <key>StandardOutPath</key>\n  <string>/home/me/Library/Logs/eco-nightly.log</string>\n');
    const parsed = spawnSync(
      'python3',
      ['-c', 'import plistlib,sys,json;print(json.dumps(plistlib.loads(sys.stdin.buffer.read())["ProgramArguments"]))'],
      { input: text, encoding: 'utf8' },
    );
    if (parsed.error === undefined && parsed.status === 0) expect(JSON.parse(parsed.stdout)).toEqual(AWKWARD.command);
  });
});
