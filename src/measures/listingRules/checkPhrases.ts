/** Phrases of the offer and of praise, words of the advertising law, ways to reach the seller, names of other platforms. */

import { matchesOf } from '../matches.js';
import { AD_LEVEL_SEVERITY, type AdLevel, type AdWord, adWordMatcher, levelIn } from './adWords.js';
import type { Check } from './checkCharacters.js';
import { type PhraseMatcher, phraseMatcher } from './phraseMatcher.js';
import { EUROPEAN_PHRASES, JAPANESE_PHRASES, NUMBERED_OFFERS, type PhraseList, SHOUTED_SALE } from './promoPhrases.js';
import { type Hit, NO_HITS } from './subject.js';

type Kind = 'promotional' | 'subjective';

const matchers = new Map<string, PhraseMatcher<Kind>>();

function phrasesOf(script: 'european' | 'japanese'): PhraseMatcher<Kind> {
  let matcher = matchers.get(script);
  if (!matcher) {
    const lists: readonly PhraseList[] = script === 'japanese' ? [...EUROPEAN_PHRASES, JAPANESE_PHRASES] : EUROPEAN_PHRASES;
    matcher = phraseMatcher<Kind>(
      lists.flatMap(({ promotional, subjective, allowed }) => [
        ...promotional.map((phrase) => [phrase, 'promotional'] as const),
        ...subjective.map((phrase) => [phrase, 'subjective'] as const),
        ...allowed.map((phrase) => [phrase, null] as const),
      ]),
    );
    matchers.set(script, matcher);
  }
  return matcher;
}

/** Phrases of one kind; one finding a text. `allowed`: phrases that nobody minds, folded. */
export function phrases(kind: Kind, language: string, allowed: ReadonlySet<string>): Check {
  const matcher = phrasesOf(language === 'ja' ? 'japanese' : 'european');
  const what = kind === 'promotional' ? 'speaks of the offer, not of the product' : 'praises instead of describing';
  return ({ text, folded }) => {
    const found = matcher.find(folded);
    const offers = kind === 'promotional' ? offersIn(text) : NOWHERE;
    // Of a hundred thousand titles most say nothing of the kind.
    if (found.length === 0 && offers.length === 0) return NO_HITS;
    const places = found
      .filter(({ value, start, end }) => value === kind && !allowed.has(folded.slice(start, end)) && !isFreeOf(text, start))
      .map(({ start, end }) => [start, end] as const);
    return phraseHit(text, [...places, ...offers], what);
  };
}

/** "Gluten-free delivery box": free of gluten. */
function isFreeOf(text: string, start: number): boolean {
  return text[start - 1] === '-' && text.slice(start, start + 4).toLowerCase() === 'free';
}

type Place = readonly [start: number, end: number];

const NOWHERE: readonly Place[] = [];

function offersIn(text: string): readonly Place[] {
  const sale = text.includes('SALE') ? SHOUTED_SALE.exec(text) : null;
  const numbered = /[%倍円]/.test(text) ? matchesOf(NUMBERED_OFFERS, text) : null;
  if (sale === null && numbered === null) return NOWHERE;
  return [...(numbered ?? []), ...(sale ? [sale] : [])].map((place) => [place.index, place.index + place[0].length] as const);
}

function phraseHit(text: string, places: readonly Place[], what: string): readonly Hit[] {
  if (places.length === 0) return NO_HITS;
  const [first] = [...places].sort((a, b) => a[0] - b[0]) as [Place];
  const words = [...new Set(places.map(([start, end]) => text.slice(start, end).trim()))];
  return [
    {
      message: `${words.map((word) => `"${word}"`).join(', ')} ${what}.`,
      found: words.join(', '),
      limit: null,
      span: first,
      fix: null,
    },
  ];
}

const HEAD_BRACKETS = /^\s*(?:【[^】]*】\s*)+/;

/** Rakuten: 送料無料 and its like only in 【】 at the head of the name. */
export function bracketedPromotion(allowed: ReadonlySet<string>): Check {
  const matcher = phrasesOf('japanese');
  return ({ text, folded }) => {
    const head = HEAD_BRACKETS.exec(text)?.[0].length ?? 0;
    const places = [
      ...matcher
        .find(folded)
        .filter(({ value, start, end }) => value === 'promotional' && !allowed.has(folded.slice(start, end)))
        .map(({ start, end }) => [start, end] as const),
      ...offersIn(text),
    ].filter(([start]) => start >= head);
    return phraseHit(text, places, 'belongs in 【】 at the head of the name, or in the キャッチコピー');
  };
}

/** Words of the advertising law, of the levels asked for; one finding a word. */
export function adWords(levels: readonly AdLevel[], allowed: ReadonlySet<string>): Check {
  const asked = new Set(levels);
  return ({ text, folded, isAscii }) => {
    const matches = isAscii && !/\d/.test(folded) ? [] : adWordMatcher().find(folded);
    if (matches.length === 0) return NO_HITS;
    const seen = new Set<string>();
    const hits: Hit[] = [];
    for (const { start, end, value } of matches) {
      const level = levelIn(value, folded);
      if (!asked.has(level) || seen.has(value.word) || allowed.has(folded.slice(start, end))) continue;
      seen.add(value.word);
      hits.push(adHit(text.slice(start, end), value, level, [start, end]));
    }
    return hits.length === 0 ? NO_HITS : hits;
  };
}

function adHit(found: string, { reason, unless }: AdWord, level: AdLevel, span: readonly [number, number]): Hit {
  const message = `"${found}" ${reason}. ${unless}`;
  return { message, found, limit: null, span, fix: null, severity: AD_LEVEL_SEVERITY[level], level };
}

const WEB = /\b(?:https?:\/\/|www\.)\S+|(?<![\w@.-])[a-z0-9][a-z0-9-]{2,}\.(?:com|net|org|shop|co\.uk|com\.cn)\b(?![-.]?\w)/giu;
const MAIL = /[\w.+-]+@[\w-]+\.[a-z]{2,}/giu;
const MESSENGER =
  /加\s?(?:微信|v信|vx|威信|薇信|qq|群)|(?:微信|wechat|whatsapp|vx|telegram)\s?(?:号|群|:|：|\+?\d)|qq\s?(?:号|群|:|：)\s?\d*|扫码(?:加|领)|(?:tel|phone|call)\s?[.:：]\s?\+?\d[\d ()-]{5,}/giu;
const MOBILE = /(?<![\d.])(?:\+?86[ -]?)?1[3-9]\d{9}(?!\d)/gu;

/** Links, addresses, telephone numbers, messengers. */
export function contact(language: string): Check {
  return ({ text, isAscii }, subject) => {
    if (isAscii && !/[.@:]/.test(text) && !/\d{9}/.test(text)) return NO_HITS;
    const brand = (subject.brand ?? '').toLowerCase();
    const places = [
      ...matchesOf(WEB, text),
      ...(text.includes('@') ? matchesOf(MAIL, text) : []),
      ...matchesOf(MESSENGER, text),
      ...(language === 'zh' ? matchesOf(MOBILE, text) : []),
    ].filter((place) => brand === '' || !brand.includes(place[0].toLowerCase()));
    return phraseHit(
      text,
      places.map((place) => [place.index, place.index + place[0].length] as const),
      'leads the buyer away from the platform',
    );
  };
}

/** Names of platforms, each with those that are the same house. Left out: amazon, target, wish, walmart-like words that goods carry. */
const PLATFORM_NAMES: readonly (readonly [houses: readonly string[], names: string])[] = [
  [['taobao'], '淘宝 天猫 taobao tmall'],
  [['jd'], '京东'],
  [['pdd'], '拼多多'],
  [['douyin'], '抖音'],
  [['kuaishou'], '快手'],
  [[], '小红书 唯品会 苏宁易购 当当网 闲鱼 得物'],
  [['rakuten'], '楽天市場 楽天'],
  [['yahoojp'], 'ヤフーショッピング ヤフオク'],
  [[], 'メルカリ'],
  [['ebay'], 'ebay'],
  [['etsy'], 'etsy'],
  [['walmart'], 'walmart'],
  [['aliexpress', '1688'], 'aliexpress alibaba'],
  [[], 'temu'],
];

export function otherPlatform(platform: string, allowed: ReadonlySet<string>): Check {
  const entries = PLATFORM_NAMES.flatMap(([houses, names]) => (houses.includes(platform) ? [] : names.split(' ')));
  const matcher = phraseMatcher([...entries.map((name) => [name, name] as const), ['快手柄', null], ['快手册', null]]);
  return ({ text, folded }) => {
    const places = matcher.find(folded).filter(({ start, end }) => !allowed.has(folded.slice(start, end)));
    return phraseHit(
      text,
      places.map(({ start, end }) => [start, end] as const),
      'names another platform',
    );
  };
}
