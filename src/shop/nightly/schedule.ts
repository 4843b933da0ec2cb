/**
 * The files that have a machine run the night every morning at six: a line for cron, a service and a timer for systemd, a property
 * list for launchd. Paths are absolute, since none of them knows the user's; a run that was missed is caught up (systemd and launchd
 * by themselves after sleep, and the run itself writes the reports of the days between).
 */
import { shellWord } from '../../core/shellWord.js';

export const SCHEDULERS = ['cron', 'systemd', 'launchd'] as const;
export type Scheduler = (typeof SCHEDULERS)[number];

export interface Scheduled {
  /** The command line, absolute paths throughout. */
  readonly command: readonly string[];
  /** Where it runs: the folder of the configuration file, if any. */
  readonly folder: string;
  /** The user's home, where launchd keeps what the run prints. */
  readonly home: string;
}

export function scheduleText(scheduler: Scheduler, scheduled: Scheduled): string {
  switch (scheduler) {
    case 'cron':
      return cron(scheduled);
    case 'systemd':
      return systemd(scheduled);
    case 'launchd':
      return launchd(scheduled);
  }
}

/** In a crontab a percent sign ends the command. */
function cron({ command, folder }: Scheduled): string {
  const line = `cd ${shellWord(folder)} && ${command.map(shellWord).join(' ')}`.replaceAll('%', '\\%');
  return `# Add with: crontab -e
# cron mails what the run prints to this user; a day that was missed is caught up by the next run.
0 6 * * *  ${line}
`;
}

function systemd({ command, folder }: Scheduled): string {
  return `# ~/.config/systemd/user/eco-nightly.service
[Unit]
Description=eco nightly: import what is new, write the reports

[Service]
Type=oneshot
WorkingDirectory=${folder.replaceAll('%', '%%')}
ExecStart=${command.map(unitWord).join(' ')}

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
`;
}

/** systemd.service(5): percent and dollar signs are its own, quotes and backslashes as in C. */
function unitWord(word: string): string {
  const plain = word.replaceAll('%', '%%').replaceAll('$', '$$$$');
  return /^[\w@%+=:,./$-]+$/.test(plain) ? plain : `"${plain.replace(/["\\]/g, '\\$&')}"`;
}

function launchd({ command, folder, home }: Scheduled): string {
  const string = (text: string) =>
    `<string>${text.replace(/[<>&]/g, (sign) => ({ '<': '&lt;', '>': '&gt;', '&': '&amp;' })[sign] as string)}</string>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<!-- ~/Library/LaunchAgents/eco.nightly.plist
     Then: launchctl bootstrap gui/$(id -u) ~/Library/LaunchAgents/eco.nightly.plist
     A morning on which the Mac slept is made up for when it wakes. -->
<plist version="1.0">
<dict>
  <key>Label</key>
  <string>eco.nightly</string>
  <key>ProgramArguments</key>
  <array>
${command.map((word) => `    ${string(word)}`).join('\n')}
  </array>
  <key>WorkingDirectory</key>
  ${string(folder)}
  <key>StartCalendarInterval</key>
  <dict>
    <key>Hour</key>
    <integer>6</integer>
    <key>Minute</key>
    <integer>0</integer>
  </dict>
  <key>StandardOutPath</key>
  ${string(`${home}/Library/Logs/eco-nightly.log`)}
  <key>StandardErrorPath</key>
  ${string(`${home}/Library/Logs/eco-nightly.log`)}
</dict>
</plist>
`;
}
