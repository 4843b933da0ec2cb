/**
 * HTML entities that programs leave in texts (`&quot;`, `&#39;`, `&amp;`). Decoded once: `&amp;quot;` is the text `&quot;`. What is no
 * known entity, or would be a control character, stays as it is. The names are those of HTML; numbers are read here, since the package
 * makes U+FFFD of those that mean nothing.
 */
import { decodeHTMLStrict } from 'entities/decode';

/** Names that stay what they are in capitals: programs that shout or capitalise titles write `&AMP;` and `&Amp;`, never for `&eacute;`. */
const ANY_CASE = /^(?:amp|lt|gt|quot|apos|nbsp|ndash|mdash|hellip|[lr][sd]quo|trade|reg|copy|deg)$/;

/** An entity, as the source of a pattern: known or not. */
export const ENTITY = '&(?:#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});';
const ENTITIES = new RegExp(ENTITY, 'g');

/** Text with its entities decoded. */
export function decodeEntities(text: string): string {
  return text.includes('&') ? text.replace(ENTITIES, (entity) => decoded(entity.slice(1, -1)) ?? entity) : text;
}

/** `body`: what stands between & and ; */
function decoded(body: string): string | null {
  if (!body.startsWith('#')) return named(body);
  return characterOf(/^#x/i.test(body) ? Number.parseInt(body.slice(2), 16) : Number(body.slice(1)));
}

function named(name: string): string | null {
  const lower = name.toLowerCase();
  const entity = `&${ANY_CASE.test(lower) ? lower : name};`;
  const text = decodeHTMLStrict(entity);
  return text === entity ? null : text;
}

/** Numbers from 128 to 159 mean Windows-1252, as browsers read them: `&#146;` is ’. */
function characterOf(code: number): string | null {
  if (code >= 0x80 && code <= 0x9f) return fromWindows1252(code);
  const isSurrogate = code >= 0xd800 && code <= 0xdfff;
  const isControl = code < 0x20 && code !== 9 && code !== 10 && code !== 13;
  return !isControl && !isSurrogate && code <= 0x10ffff ? String.fromCodePoint(code) : null;
}

const WINDOWS_1252 = '€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ';

/** What Windows-1252 has at 80–9F, where Latin-1 and Unicode have control characters; null at its five gaps. */
export function fromWindows1252(code: number): string | null {
  const character = WINDOWS_1252[code - 0x80];
  return character === undefined || character === '\0' ? null : character;
}
