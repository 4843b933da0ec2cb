/**
 * Text of users and files, made safe to print: a title or the name of a file must not be able to move the cursor, set the
 * window's title or reorder the line it stands in. Every message on standard error goes through here (main.ts, program.ts,
 * session.ts); what stands in tables and pages goes through output/clean.ts, which rests on this.
 */

// U+202A–202E and U+2066–2069 embed, override or isolate a direction and reach beyond the text that opens them.
const DIRECTION = /[\u202a-\u202e\u2066-\u2069]/g;
const CONTROL_BUT_LINES = /[^\P{Cc}\t\n]/gu;

/**
 * Control characters but tabs and line feeds as their visible pictures (ESC is ␛), and without characters that change the
 * direction of what follows. Letters of right-to-left scripts are left as they are.
 */
export function harmless(text: string): string {
  return text.replace(CONTROL_BUT_LINES, picture).replace(DIRECTION, '');
}

/** The picture of one control character. */
export function picture(control: string): string {
  const code = control.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  // Unicode has pictures for ASCII only; the replacement character says that something unprintable was here.
  return code === 0x7f ? '␡' : '\ufffd';
}
