/**
 * `template: "{brand} {product_type}, {size}, {color} – {best_terms}"`: a text made of what is known about the listing.
 *
 * `{name}` must be known, else the listing is not changed and named; `{name?}` may be missing, and the separator before it goes with it.
 * `{text}` is the text as it stands; `{best_terms}` may always be empty.
 *
 * Best terms: the words and short clauses of the text that the rest of the template does not say already, without small words, numbers
 * and what the platform forbids, in their order; two words are one term where shoppers type them together. Words that are measured and
 * weak (`worth.ts`) are left out. Words that the listing's other texts have (search terms, tags, category, product type) and shoppers
 * typed come after them, the most valuable first. As many as fit into the limit of the field, where one is known. Nothing is offered
 * that the listing itself does not say.
 */
import { countLength } from '../../../measures/listingRules/length.js';
import { stemOf } from '../../../measures/words/stems.js';
import { type Word, wordKey, wordsOf } from '../../../measures/words/words.js';
import { nameOf } from '../attributes.js';
import { cut, type Span } from '../cut.js';
import { piecesOf } from '../pieces.js';
import type { Apply, EditContext } from '../rule.js';
import { smallWords } from '../smallWords.js';
import { bestWorth, compareWorth, isWeak, type WordWorth, type Worth } from '../worth.js';

export type TemplatePart = string | { readonly name: string; readonly optional: boolean };

/** Reads a template; a text is what is wrong with it. */
export function parseTemplate(template: string): readonly TemplatePart[] | string {
  const parts: TemplatePart[] = [];
  let at = 0;
  for (const match of template.matchAll(/\{([^{}]*)\}/gu)) {
    const plain = template.slice(at, match.index);
    if (/[{}]/u.test(plain)) return unclosed(template);
    const name = nameOf((match[1] as string).replace(/\?$/u, ''));
    if (name === '') return `{} names nothing: {brand}, {color?} …`;
    if (plain !== '') parts.push(plain);
    parts.push({ name, optional: (match[1] as string).endsWith('?') });
    at = match.index + match[0].length;
  }
  const rest = template.slice(at);
  if (/[{}]/u.test(rest)) return unclosed(template);
  return rest === '' ? parts : [...parts, rest];
}

function unclosed(template: string): string {
  return `a brace is not closed in "${template}": {brand}`;
}

/** Names in a template that must be told by the listing. */
export function namesIn(parts: readonly TemplatePart[]): string[] {
  return parts.flatMap((part) => (typeof part === 'string' || part.name === BEST || part.name === 'text' ? [] : [part.name]));
}

const BEST = 'best_terms';
/** Stands for a part without a value until it is cut out with its separator. Private use: no text has it. */
const HOLE = '\ue000';
const PLACE_OF_BEST = '\ue001';

export function template(parts: readonly TemplatePart[]): Apply {
  return (text, context) => {
    const filled = fill(parts, text, context);
    if (typeof filled !== 'string') return filled;
    return filled === text ? null : { text: filled, did: `made of ${toldNames(parts, context).join(', ')}` };
  };
}

function toldNames(parts: readonly TemplatePart[], { subject }: EditContext): string[] {
  return parts.flatMap((part) => {
    if (typeof part === 'string') return [];
    return part.name === BEST || part.name === 'text' || 'value' in subject.attribute(part.name) ? [part.name.replaceAll('_', ' ')] : [];
  });
}

/** A template with the values of a listing. `beside`: what stands before or after it, which best terms do not repeat. */
export function fill(
  parts: readonly TemplatePart[],
  text: string,
  context: EditContext,
  beside = '',
): string | { readonly refusal: string } {
  let filled = '';
  for (const part of parts) {
    if (typeof part === 'string') filled += part;
    else if (part.name === BEST) filled += PLACE_OF_BEST;
    else if (part.name === 'text' || part.name === context.field) filled += text;
    else {
      const attribute = context.subject.attribute(part.name);
      if ('value' in attribute) filled += attribute.value;
      else if (part.optional) filled += HOLE;
      else return { refusal: attribute.missing };
    }
  }
  const whole = filled.includes(HOLE) ? cut(filled, holesIn(filled, HOLE), context.language) : filled;
  if (!whole.includes(PLACE_OF_BEST)) return whole;
  return withBestTerms(whole, text, context, beside);
}

function holesIn(text: string, hole: string): Span[] {
  return [...text.matchAll(new RegExp(hole, 'gu'))].map((match) => [match.index, match.index + 1] as const);
}

function withBestTerms(whole: string, text: string, context: EditContext, beside: string): string {
  const without = cut(whole, holesIn(whole, PLACE_OF_BEST), context.language);
  let result = without;
  const chosen: string[] = [];
  for (const term of bestTerms(text, `${without} | ${beside}`, context)) {
    const longer = whole.replaceAll(PLACE_OF_BEST, () => [...chosen, term].join(', '));
    if (context.limit !== null && countLength(`${longer}${beside === '' ? '' : ` ${beside}`}`, context.limit.unit) > context.limit.limit)
      continue;
    chosen.push(term);
    result = longer;
  }
  return result;
}

interface Candidate {
  readonly text: string;
  readonly worth: Worth | null;
}

function bestTerms(text: string, rest: string, context: EditContext): string[] {
  const { language } = context;
  const said = new Set([...wordsOf(rest).map((word) => stemOf(word.key, language)), ...squeezed(rest)]);
  const others = otherTexts(context);
  const worth = context.worth([text, rest, ...others].join(' | '));
  const own = candidatesIn(text, said, context, worth);
  const more = otherWords(others, said, context.language, worth);
  const best = bestWorth([...own, ...more].map((candidate) => candidate.worth));
  const strong = (candidates: readonly Candidate[]) =>
    candidates.filter(({ worth }) => !isWeak(worth, best)).map((candidate) => candidate.text);
  return [...strong(own), ...strong(more)];
}

/** "1.7 L" says "1.7l", too. */
function squeezed(text: string): string[] {
  return [...text.matchAll(/(\d[\d.,]*)\s+(\p{L}+)/gu)].map((match) => wordKey(`${match[1]}${match[2]}`));
}

/** Terms of the text that `said` does not have yet; what is taken is said from then on. */
function candidatesIn(text: string, said: Set<string>, context: EditContext, worth: WordWorth): Candidate[] {
  const { language } = context;
  const forbidden = [...context.forbidden(text), ...context.brands(text).map(({ span }) => span)];
  const isNew = (word: Word) => !said.has(stemOf(word.key, language)) && !said.has(word.key);
  const isUsable = (word: Word) => word.key.length > 1 && !forbidden.some(([start, end]) => word.start < end && word.end > start);
  const found: Candidate[] = [];
  let last: { words: Word[]; end: number } | null = null;
  for (const piece of piecesOf(text, language)) {
    // A measure is no search word, and its unit alone is none either.
    if (piece.words.some((word) => /^[\d.,]+$/u.test(word.key))) continue;
    const isWhole = piece.words.length > 1 && piece.words.every((word) => isNew(word) && isUsable(word));
    const groups = isWhole ? [[...piece.words]] : piece.words.filter((word) => isNew(word) && isUsable(word)).map((word) => [word]);
    for (const words of groups) {
      const first = words[0] as Word;
      const end = (words.at(-1) as Word).end;
      const value = bestWorth(words.map((word) => worth.of(word.key)));
      const before = last?.words.at(-1);
      const isPair = before !== undefined && !isWhole && text.slice(last?.end, first.start) === ' ' && worth.isPair(before.key, first.key);
      if (isPair) {
        const joined = found.pop() as Candidate;
        found.push({ text: `${joined.text} ${first.text}`, worth: bestWorth([joined.worth, value]) });
      } else found.push({ text: text.slice(first.start, end), worth: value });
      for (const word of words) said.add(stemOf(word.key, language));
      last = { words, end };
    }
  }
  return found;
}

/** Other texts of the listing whose words may come into the title. */
const OTHER_TEXTS = ['search_terms', 'tags', 'item_highlights', 'subtitle', 'category', 'product_type'];

function otherTexts({ subject, field }: EditContext): string[] {
  return OTHER_TEXTS.flatMap((name) => {
    const attribute = name === field ? null : subject.attribute(name);
    return attribute !== null && 'value' in attribute ? [attribute.value] : [];
  });
}

/** Words of the listing's other texts that shoppers typed and that earned something, the most valuable first. */
function otherWords(texts: readonly string[], said: Set<string>, language: string, worth: WordWorth): Candidate[] {
  if (!worth.isKnown) return [];
  const small = smallWords(language);
  const found: (Candidate & { readonly worth: Worth })[] = [];
  for (const word of texts.flatMap((text) => wordsOf(text))) {
    const stem = stemOf(word.key, language);
    const value = worth.of(word.key);
    if (value === null || (value.salesMicros ?? value.orders ?? 0) <= 0) continue;
    if (said.has(stem) || small.has(word.key) || word.key.length < 3 || /\p{N}/u.test(word.key)) continue;
    said.add(stem);
    found.push({ text: word.text, worth: value });
  }
  return found.sort((a, b) => compareWorth(b.worth, a.worth) || (a.text < b.text ? -1 : 1));
}
