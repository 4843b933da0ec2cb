/** Text of an export as it may stand in a table, a page or a file: harmless (core/harmless.ts), and in lines where there must be one. */
import { harmless, picture } from '../core/harmless.js';

const CONTROL_BUT_BLANKS = /[^\P{Cc}\t\n\r]/gu;

/** One line for a terminal: a line break is ⏎, a tab a space. */
export function terminalLine(text: string): string {
  return harmless(text.replace(/\r\n|[\n\r\u0085\u2028\u2029]/g, '⏎').replace(/\t/g, ' '));
}

/** One line for prose (Markdown, HTML, TSV): a line break or tab is a space. */
export function proseLine(text: string): string {
  return harmless(text.replace(/\r\n|[\n\r\t\u0085\u2028\u2029]/g, ' '));
}

/**
 * Every control character but tab and line breaks as its picture; nothing else is touched. For CSV, which can hold
 * those.
 */
export function picturedControls(text: string): string {
  return text.replace(CONTROL_BUT_BLANKS, picture);
}
