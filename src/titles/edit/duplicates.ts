/**
 * Titles that an edit would make equal: two products of one shop that had different titles and would have the same. The platforms' rules
 * look at one text at a time, so this is looked for among all texts of the field, changed or not, as they would stand afterwards.
 */

import { isAllowed } from '../../measures/listingRules/newViolations.js';
import { platformName } from '../../measures/listingRules/rule.js';
import { wordKey } from '../../measures/words/words.js';
import type { OwnedText } from '../textListing.js';
import type { Edited, EditOrder, Prevented } from './engine.js';

/** Titles only: other fields may repeat. What was offered to another field goes with its title. */
export function withoutTwins(
  texts: readonly OwnedText[],
  changed: readonly Edited[],
  { allow, lint }: Pick<EditOrder, 'allow' | 'lint'>,
): { readonly changed: readonly Edited[]; readonly prevented: readonly Prevented[] } {
  const isJudged = ({ listings: [listing] }: OwnedText) => {
    const words = [...allow, ...(lint?.[listing.store]?.disabled ?? [])];
    return words.length === 0 || !isAllowed(duplicateRule(listing.platform), words);
  };
  const judged = changed.filter(({ owned, field }) => field === 'title' && isJudged(owned));
  if (judged.length === 0) return { changed, prevented: [] };
  const out = duplicating(texts, judged);
  if (out.size === 0) return { changed, prevented: [] };
  const gone = new Set([...out].map(({ owned }) => owned));
  return {
    changed: changed.filter(({ owned }) => !gone.has(owned)),
    prevented: [...out].map((change) => ({
      ...change,
      violations: [
        { rule: duplicateRule(change.owned.listings[0].platform), message: 'Another product of the shop would have the same title.' },
      ],
    })),
  };
}

/** The rule that a duplicate breaks, as the audit names it. */
function duplicateRule(platform: string): string {
  return `${platformName(platform)}/title-duplicate`;
}

/**
 * Those of the changes that make a duplicate. Leaving a change out brings its old text back, which may be the new one of another, so
 * this goes on until nothing more collides.
 */
function duplicating<Edit extends { readonly owned: OwnedText; readonly after: string }>(
  texts: readonly OwnedText[],
  changes: readonly Edit[],
): Set<Edit> {
  const out = new Set<Edit>();
  // Changes stand in the order of their texts.
  let next = 0;
  const { sharing, shared } = textsInUse(texts, (owned) => (changes[next]?.owned === owned ? (changes[next++] as Edit).after : owned.text));
  if (shared.length === 0) return out;
  const edits = new Map(changes.map((change) => [change.owned, change]));
  for (let groups = shared; groups.length > 0; ) {
    const back: OwnedText[][] = [];
    for (const group of groups) {
      if (new Set(group.map((owned) => keyOf(owned.text))).size === 1) continue;
      for (const owned of group) {
        const edit = edits.get(owned);
        if (!edit || out.has(edit) || !group.some((other) => isNewTwin(owned, other))) continue;
        out.add(edit);
        back.push(sharing(owned, owned.text));
      }
    }
    groups = back;
  }
  return out;
}

interface TextsInUse {
  /** All that have a text, with the one that gets it now. */
  sharing(owned: OwnedText, text: string | null): OwnedText[];
  /** Groups of two and more that have one text in one store. */
  readonly shared: readonly OwnedText[][];
}

function textsInUse(texts: readonly OwnedText[], textOf: (owned: OwnedText) => string | null): TextsInUse {
  const stores = new Map<number, Map<string, OwnedText>>();
  const groups = new Map<OwnedText, OwnedText[]>();
  const sharing = (owned: OwnedText, text: string | null): OwnedText[] => {
    const key = keyOf(text);
    if (key === null) return [];
    const { storeId } = owned.listings[0];
    let firsts = stores.get(storeId);
    if (firsts === undefined) {
      firsts = new Map();
      stores.set(storeId, firsts);
    }
    const first = firsts.get(key);
    if (first === undefined) {
      firsts.set(key, owned);
      return [];
    }
    const group = groups.get(first) ?? [first];
    groups.set(first, group);
    group.push(owned);
    return group;
  };
  for (const owned of texts) sharing(owned, textOf(owned));
  return { sharing, shared: [...groups.values()] };
}

/** Another product, whose text was another before. */
function isNewTwin(owned: OwnedText, other: OwnedText): boolean {
  return owned.listings[0].productId !== other.listings[0].productId && keyOf(owned.text) !== keyOf(other.text);
}

function keyOf(text: string | null): string | null {
  return text === null ? null : wordKey(UNUSUAL_SPACE.test(text) ? text.trim().replace(/\s+/gu, ' ') : text);
}

const UNUSUAL_SPACE = /^\s|\s\s|[^\S ]|\s$/u;
