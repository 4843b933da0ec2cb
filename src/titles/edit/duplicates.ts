/**
 * Titles that an edit would make equal: two products of one shop that had different titles and would have the same. The platforms' rules
 * look at one text at a time, so this is looked for among all texts of the field, changed or not, as they would stand afterwards.
 */
import { platformName } from '../../measures/listingRules/rule.js';
import { wordKey } from '../../measures/words/words.js';
import type { OwnedText } from '../textListing.js';
import type { Edited, EditOrder, Prevented } from './engine.js';
import { isAllowed } from './violations.js';

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
  const edits = new Map(changes.map((change) => [change.owned, change]));
  const keys = new Map(texts.map((owned) => [owned, keyOf(owned, owned.text)]));
  for (let isStable = false; !isStable; ) {
    isStable = true;
    const first = new Map<string, OwnedText>();
    const groups = new Map<string, OwnedText[]>();
    for (const owned of texts) {
      const edit = edits.get(owned);
      const key = edit && !out.has(edit) ? keyOf(owned, edit.after) : (keys.get(owned) ?? null);
      if (key === null) continue;
      const other = first.get(key);
      if (other === undefined) first.set(key, owned);
      else {
        const group = groups.get(key) ?? [other];
        group.push(owned);
        groups.set(key, group);
      }
    }
    for (const group of groups.values()) {
      if (group.length < 2 || new Set(group.map((owned) => keys.get(owned))).size === 1) continue;
      for (const owned of group) {
        const edit = edits.get(owned);
        if (!edit || out.has(edit) || !group.some((other) => isNewTwin(owned, other, keys))) continue;
        out.add(edit);
        isStable = false;
      }
    }
  }
  return out;
}

/** Another product, whose text was another before. */
function isNewTwin(owned: OwnedText, other: OwnedText, keys: ReadonlyMap<OwnedText, string | null>): boolean {
  return owned.listings[0].productId !== other.listings[0].productId && keys.get(owned) !== keys.get(other);
}

function keyOf(owned: OwnedText, text: string | null): string | null {
  return text === null ? null : `${owned.listings[0].storeId}\u001f${wordKey(text.trim().replace(/\s+/gu, ' '))}`;
}
