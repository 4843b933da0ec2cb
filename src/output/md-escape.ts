/**
 * Text for GitHub Markdown, escaped so that a title shows literally: no emphasis, links, HTML, entities or table bars
 * come of it.
 */
import { proseLine } from './clean.js';

const ENTITIES: Readonly<Record<string, string>> = {
  '<': '&lt;',
  '>': '&gt;',
  '&': '&amp;',
};

/** Text inside a line or a table cell; a line break is a space. */
export function escapeMarkdown(text: string): string {
  return (
    proseLine(text)
      .replace(/[\\`*_~[\]|]/g, '\\$&')
      // An ampersand is one unless it would begin an entity; renderers that know no backslash before < still know &lt;.
      .replace(/[<>]|&(?=[#\w])/g, (character) => ENTITIES[character] as string)
  );
}

/** Text that begins a paragraph: also no heading, list, quote, rule or code block comes of it. */
export function escapeParagraph(text: string): string {
  return escapeMarkdown(text)
    .trim()
    .replace(/^[#+\-=]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2');
}

/** A code span, fenced by more backticks than it contains. */
export function codeSpan(text: string): string {
  const line = proseLine(text).trim();
  const longest = (line.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 0);
  const fence = '`'.repeat(longest + 1);
  const space = longest > 0 ? ' ' : '';
  return `${fence}${space}${line}${space}${fence}`;
}
