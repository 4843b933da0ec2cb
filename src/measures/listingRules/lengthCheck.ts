/** A text against the length limits of its field. */
import type { Check } from './checkCharacters.js';
import { countLength, type LengthUnit } from './length.js';
import { isExcepted, type LengthRule } from './rule.js';
import { type Hit, NO_HITS } from './subject.js';

/** The limit that came into force last, of those that speak of the product type. `rules`: newest first. */
export function lengthCheck(rules: readonly LengthRule[]): Check {
  return ({ text }, { productType }) => {
    const limit = rules.find((rule) => !isExcepted(rule, productType));
    if (!limit) return NO_HITS;
    const found = lengthBeyond(text, limit);
    if (found === null) return NO_HITS;
    const since = limit.effectiveFrom === null ? '' : ` since ${limit.effectiveFrom}`;
    return [lengthHit(found, limit, `${found} ${UNITS[limit.unit]}, ${found - limit.limit} over the limit of ${limit.limit}${since}.`)];
  };
}

/** The limit that comes next. `rules`: the nearest first. */
export function upcomingLengthCheck(rules: readonly LengthRule[]): Check {
  return ({ text }, { productType }) => {
    const limit = rules.find((rule) => !isExcepted(rule, productType));
    if (!limit) return NO_HITS;
    const found = lengthBeyond(text, limit);
    if (found === null) return NO_HITS;
    const message = `${found} ${UNITS[limit.unit]}, longer than the limit of ${limit.limit} that comes into force on ${limit.effectiveFrom}.`;
    return [lengthHit(found, limit, message)];
  };
}

/** Null where it is within the limit. No unit counts more than 4 for a UTF-16 unit, so most texts need no counting. */
function lengthBeyond(text: string, { limit, unit }: LengthRule): number | null {
  if (text.length * (unit === 'characters' ? 1 : 4) <= limit) return null;
  const found = countLength(text, unit);
  return found <= limit ? null : found;
}

function lengthHit(found: number, limit: LengthRule, message: string): Hit {
  const doubt = limit.certainty === 'memory' ? ' No source for this limit is at hand: check it.' : '';
  const remark = limit.remark ? ` ${limit.remark}` : '';
  return {
    message: `${message}${remark}${doubt}`,
    found,
    limit: limit.limit,
    span: null,
    fix: null,
    severity: limit.severity,
    basis: limit,
  };
}

const UNITS: Readonly<Record<LengthUnit, string>> = {
  characters: 'characters',
  'utf8-bytes': 'bytes (UTF-8)',
  'gbk-bytes': 'bytes (a Chinese character counts 2)',
  'cp932-bytes': 'bytes (a full-width character counts 2)',
};
