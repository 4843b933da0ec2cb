/**
 * HTML entities that programs leave in texts (`&quot;`, `&#39;`, `&amp;`): numeric ones and the named ones that occur in product
 * texts. Decoded once: `&amp;quot;` is the text `&quot;`. What is no known entity, or would be a control character, stays as it is.
 */

/** The names of U+00A0 to U+00FF, in this order. */
const LATIN =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro ' +
  'para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil ' +
  'Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave ' +
  'Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml ' +
  'igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute ' +
  'thorn yuml';

const NAMED: ReadonlyMap<string, string> = new Map([
  ...LATIN.split(' ').map((name, at): [string, string] => [name, String.fromCharCode(0xa0 + at)]),
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['ndash', '–'],
  ['mdash', '—'],
  ['hellip', '…'],
  ['lsquo', '‘'],
  ['rsquo', '’'],
  ['sbquo', '‚'],
  ['ldquo', '“'],
  ['rdquo', '”'],
  ['bdquo', '„'],
  ['prime', '′'],
  ['Prime', '″'],
  ['bull', '•'],
  ['trade', '™'],
  ['euro', '€'],
  ['ensp', '\u2002'],
  ['emsp', '\u2003'],
  ['thinsp', '\u2009'],
  ['OElig', 'Œ'],
  ['oelig', 'œ'],
  ['Scaron', 'Š'],
  ['scaron', 'š'],
  ['Yuml', 'Ÿ'],
]);

/** Names that stay what they are in capitals: programs that shout or capitalise titles write `&AMP;` and `&Amp;`, never for `&eacute;`. */
const ANY_CASE = /^(?:amp|lt|gt|quot|apos|nbsp|ndash|mdash|hellip|[lr][sd]quo|trade|reg|copy|deg)$/;

/** An entity, as the source of a pattern: known or not. */
export const ENTITY = '&(?:#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,6}(?:12|14|34|[123])?);';
const ENTITIES = new RegExp(ENTITY, 'g');

/** Text with its entities decoded. */
export function decodeEntities(text: string): string {
  return text.includes('&') ? text.replace(ENTITIES, (entity) => decoded(entity.slice(1, -1)) ?? entity) : text;
}

/** `body`: what stands between & and ; */
function decoded(body: string): string | null | undefined {
  if (!body.startsWith('#')) return named(body);
  return characterOf(/^#x/i.test(body) ? Number.parseInt(body.slice(2), 16) : Number(body.slice(1)));
}

function named(name: string): string | undefined {
  const lower = name.toLowerCase();
  return NAMED.get(name) ?? (ANY_CASE.test(lower) ? NAMED.get(lower) : undefined);
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
