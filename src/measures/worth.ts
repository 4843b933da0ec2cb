/** What steps of the morning list are worth: units that are not sold, in money, of one thing or of several together. */
import { decimalFromMinor } from '../core/money.js';
import type { Worth } from '../core/todo.js';
import type { UnitValue } from './unitValue.js';

export interface LostUnits {
  /** Units a day, or in all. */
  readonly units: number;
  /** Null where nobody knows what a unit brings. */
  readonly value: UnitValue | null;
  /** How the units were reckoned: "2.5 a day". */
  readonly told: string;
}

/**
 * Together in one currency: margin where the cost of all is known, else sales of all. Those whose price is unknown are left out and
 * counted; null where no price is known, or prices are in several currencies.
 */
export function worthOf(lost: readonly LostUnits[], per: Worth['per']): Worth | null {
  const known = lost.flatMap(({ units, value, told }) => (value === null ? [] : [{ units, value, told }]));
  const [first] = known;
  if (first === undefined || known.some(({ value }) => value.currency !== first.value.currency)) return null;
  const { currency } = first.value;
  const isMargin = known.every(({ value }) => value.cost !== null);
  const bring = ({ price, cost }: UnitValue) => (isMargin ? price - (cost as number) : price);
  const amountMinor = Math.round(known.reduce((sum, { units, value }) => sum + units * bring(value), 0));
  const money = (minor: number) => decimalFromMinor(Math.round(minor), currency);
  const each = isMargin ? `(${money(first.value.price)} − ${money(first.value.cost as number)})` : money(first.value.price);
  const how =
    known.length === 1
      ? `${first.told} × ${each} ${currency}${isMargin ? ', price − unit cost' : ', price; the unit cost is not known'}`
      : `units not sold × ${isMargin ? 'price − unit cost' : 'price (not every unit cost is known)'}, ${known.length} of ${lost.length} whose price is known`;
  return { amountMinor, currency, per, of: isMargin ? 'margin' : 'sales', how };
}
