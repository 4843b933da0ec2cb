/**
 * Words that Chinese advertising law forbids or that are risky in advertising (《广告法》 article 9 (3), 《广告绝对化用语执法指南》
 * 2023 no. 6, naming rules for cosmetics), each with its level and with when it is allowed after all. A level is a reason to
 * look, not a verdict: the 2023 guideline exempts words that do not point at the goods.
 *
 * | level | what | severity |
 * |---|---|---|
 * | law | named in article 9 itself: 国家级, 最高级, 最佳 | error |
 * | high | an absolute word or a claim of a cure or of power over the body | warning |
 * | medium, platform, check | risky, a sales cry that platforms mind, or right in many contexts | hint |
 * | low | on published lists, but plain words of trade: judged only where asked for | hint |
 *
 * Matched by the longest phrase; what `adWordsAllowed.ts` lists is no finding. Claims about the body are forbidden for cosmetics
 * and plain goods, so in titles that name no cosmetic they are `check` (a disinfectant may disinfect).
 */
import { AD_ALLOWED } from './adWordsAllowed.js';
import { AD_WORDS } from './adWordsData.js';
import { type PhraseMatcher, phraseMatcher } from './phraseMatcher.js';
import type { Severity } from './rule.js';

export const AD_LEVELS = ['law', 'high', 'medium', 'platform', 'check', 'low'] as const;
export type AdLevel = (typeof AD_LEVELS)[number];

export const AD_LEVEL_SEVERITY: Readonly<Record<AdLevel, Severity>> = {
  law: 'error',
  high: 'warning',
  medium: 'hint',
  platform: 'hint',
  check: 'hint',
  low: 'hint',
};

export interface AdWord {
  readonly word: string;
  readonly category: AdCategory;
  readonly level: AdLevel;
  readonly reason: string;
  /** When it is allowed; a sentence. */
  readonly unless: string;
}

export type AdCategory =
  | 'superlative'
  | 'absolute'
  | 'authority'
  | 'supply'
  | 'inducement'
  | 'urgency'
  | 'medical'
  | 'cosmetic'
  | 'superstition'
  | 'praise';

const MEANING: Readonly<Record<AdCategory, readonly [reason: string, unless: string]>> = {
  superlative: [
    'is an absolute word (Advertising Law, article 9)',
    'Allowed for one’s own range, tips, terms of a standard, names and trade marks, and with proof.',
  ],
  absolute: ['promises without exception', 'Allowed as a fact with proof, such as a share of a material.'],
  authority: ['leans on the state or an authority', 'Allowed where it is the name of the goods or can be proven.'],
  supply: ['may be read as "supplied to the state", which regulators act on', 'Allowed where it says for whom the goods are made.'],
  inducement: ['lures to a click', 'Allowed where the promise is kept as it stands.'],
  urgency: ['is a sales cry that platforms restrict', 'Allowed during a promotion of the platform.'],
  medical: ['claims an effect on the body', 'Allowed for goods with the permit for it (drugs, special cosmetics, disinfectants).'],
  cosmetic: ['claims a power that rules for cosmetics forbid', 'Allowed with a filed test of the effect.'],
  superstition: ['promises luck', 'Allowed as the name of a custom or an ornament.'],
  praise: ['praises beyond proof', 'Allowed as part of a name or with proof.'],
};

/** Words of the lists that the law does not name, and that many uphold. */
const MAY_BE = 'may be taken for an absolute word (Advertising Law, article 9)';

let matcher: PhraseMatcher<AdWord> | null = null;

/** The words, compiled once. */
export function adWordMatcher(): PhraseMatcher<AdWord> {
  matcher ??= phraseMatcher<AdWord>([
    ...AD_WORDS.flatMap(({ category, level, words }) =>
      words.split(' ').map((word) => {
        const [reason, unless] = MEANING[category];
        const doubtful = category === 'superlative' && level !== 'law' && level !== 'high';
        return [word, { word, category, level, reason: doubtful ? MAY_BE : reason, unless }] as const;
      }),
    ),
    ...AD_ALLOWED.map((phrase) => [phrase, null] as const),
  ]);
  return matcher;
}

/** Words by which a title is about cosmetics. */
const COSMETICS =
  /护肤|面膜|面霜|乳液|精华|洁面|洗面|爽肤|化妆水|柔肤|眼霜|眼膜|唇膏|口红|唇彩|粉底|气垫|隔离|防晒|美白|保湿|补水|卸妆|彩妆|腮红|眉笔|眼影|睫毛|香水|身体乳|护手霜|美容|祛痘|祛斑|喷雾|bb霜|洗发|沐浴|护发|染发/;

/** How serious a word is in this text. */
export function levelIn({ category, level }: AdWord, folded: string): AdLevel {
  const ofTheBody = category === 'medical' || category === 'cosmetic';
  return ofTheBody && !COSMETICS.test(folded) ? 'check' : level;
}
