/**
 * Plain values as YAML for people: keys in blocks, what fits on a line as a list or map on one line. Written by eco itself so that it
 * can carry comments and so that nobody pays for the library when a profile is only written.
 */
import type { Plain } from './codec.js';

const MOST_COLUMNS = 130;

/** `key: value`, over as many lines as it needs, each indented. */
export function yamlEntry(key: string, value: Plain, indent = ''): string {
  const name = scalar(key);
  const line = `${indent}${name}: ${flow(value)}`;
  if (line.length <= MOST_COLUMNS || isScalar(value)) return line;
  if (Array.isArray(value)) return `${indent}${name}:\n${value.map((item: Plain) => `${indent}  - ${flow(item)}`).join('\n')}`;
  return `${indent}${name}:\n${Object.entries(value as object)
    .map(([inner, item]) => yamlEntry(inner, item as Plain, `${indent}  `))
    .join('\n')}`;
}

function isScalar(value: Plain): boolean {
  return typeof value !== 'object' || value === null;
}

function flow(value: Plain): string {
  if (typeof value === 'string') return scalar(value);
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const parts = Object.entries(value).map(([key, item]) => `${scalar(key)}: ${flow(item as Plain)}`);
    return parts.length === 0 ? '{}' : `{ ${parts.join(', ')} }`;
  }
  return String(value);
}

/** Letters first, and nothing that means something in YAML. */
const PLAIN = /^\p{L}(?:[\p{L}\p{M}\p{N} _./()+-]*[\p{L}\p{M}\p{N}_./()+])?$/u;
const WORDS = /^(?:true|false|null|yes|no|on|off|y|n)$/i;

function scalar(text: string): string {
  if (PLAIN.test(text) && !WORDS.test(text)) return text;
  return JSON.stringify(text).replace(
    /[\u007f-\u00a0\u2028\u2029\ufeff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
