/**
 * Text of an export, made safe to print: a product title must not be able to move the cursor, set the window's title or
 * reorder the line it stands in. Control characters become their visible pictures (ESC is ␛), characters that change
 * the direction of what follows are removed. Letters of right-to-left scripts are left as they are.
 */

// U+202A–202E and U+2066–2069 embed, override or isolate a direction and reach beyond the cell that opens them.
const DIRECTION = /[\u202a-\u202e\u2066-\u2069]/g;
const CONTROL = /\p{Cc}/gu;
const CONTROL_BUT_BLANKS = /[^\P{Cc}\t\n\r]/gu;

/** One line for a terminal: a line break is ⏎, a tab a space. */
export function terminalLine(text: string): string {
  return withoutControls(text.replace(/\r\n|[\n\r\u0085\u2028\u2029]/g, '⏎').replace(/\t/g, ' '));
}

/** One line for prose (Markdown, HTML, TSV): a line break or tab is a space. */
export function proseLine(text: string): string {
  return withoutControls(text.replace(/\r\n|[\n\r\t\u0085\u2028\u2029]/g, ' '));
}

/**
 * Every control character but tab and line breaks as its picture; nothing else is touched. For CSV, which can hold
 * those.
 */
export function picturedControls(text: string): string {
  return text.replace(CONTROL_BUT_BLANKS, picture);
}

function withoutControls(text: string): string {
  return text.replace(CONTROL, picture).replace(DIRECTION, '');
}

function picture(control: string): string {
  const code = control.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  // Unicode has pictures for ASCII only; the replacement character says that something unprintable was here.
  return code === 0x7f ? '␡' : '\ufffd';
}
