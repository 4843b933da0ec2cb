/** What steps of the morning list are worth: units that are not sold, in money, of one thing or of several together. */
import { decimalFromMinor } from '../core/money.js';
import type { Worth } from '../core/todo.js';
import type { FeeSource } from './profit/fees.js';
import type { UnitValue } from './unitValue.js';

export interface LostUnits {
  /** Units a day, or in all. */
  readonly units: number;
  /** Null where nobody knows what a unit brings. */
  readonly value: UnitValue | null;
  /** How the units were reckoned: "2.5 a day". */
  readonly told: string;
}

const FEES_BY: Readonly<Record<FeeSource, string>> = {
  listing: 'estimated by its settled orders',
  store: "estimated by the store's settled orders",
  table: "estimated by the platform's published fees",
};

/**
 * Together in one currency: margin where the cost of all is known (after fees, where these are told), else sales of all. Those whose price is unknown are left out and
 * counted; null where no price is known, or prices are in several currencies.
 */
export function worthOf(lost: readonly LostUnits[], per: Worth['per']): Worth | null {
  const known = lost.flatMap(({ units, value, told }) => (value === null ? [] : [{ units, value, told }]));
  const [first] = known;
  if (first === undefined || known.some(({ value }) => value.currency !== first.value.currency)) return null;
  const { currency } = first.value;
  const isMargin = known.every(({ value }) => value.cost !== null);
  const bring = ({ price, cost, fees }: UnitValue) => (isMargin ? price - (cost as number) - (fees?.perUnit ?? 0) : price);
  const withFees = isMargin ? known.filter(({ value }) => value.fees !== null) : [];
  const amountMinor = Math.round(known.reduce((sum, { units, value }) => sum + units * bring(value), 0));
  const money = (minor: number) => decimalFromMinor(Math.round(minor), currency);
  const { price, cost, fees } = first.value;
  const less = [cost, fees?.perUnit].flatMap((part) => (typeof part === 'number' ? [` − ${money(part)}`] : [])).join('');
  const each = isMargin ? `(${money(price)}${less})` : money(price);
  const isFee = withFees.length === known.length ? ' − fees' : withFees.length > 0 ? ` − fees of ${withFees.length}` : '';
  const how =
    known.length === 1
      ? `${first.told} × ${each} ${currency}${isMargin ? `, price − unit cost${fees === null ? '' : ` − fees, ${FEES_BY[fees.source]}`}` : ', price; the unit cost is not known'}`
      : `units not sold × ${isMargin ? `${isFee === '' ? 'price − unit cost' : `(price − unit cost${isFee}, estimated)`}` : 'price (not every unit cost is known)'}, ${known.length} of ${lost.length} whose price is known`;
  return { amountMinor, currency, per, of: isMargin ? 'margin' : 'sales', estimated: withFees.length > 0, how };
}
