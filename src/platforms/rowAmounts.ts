/**
 * The amounts of a row in minor units of its currency: that which the row states, else the one that an amount names, else what is known
 * of the file, the format, the marketplace and the store; with the sign that a direction says.
 */
import type { FieldValue } from '../core/fields.js';
import { minorFromMicros } from '../core/money.js';
import type { Binding } from './binding.js';
import { CellProblem } from './cells/index.js';
import { roundedMinor } from './columnParser.js';
import type { ReportFormat } from './define.js';
import { marketplaceOf } from './marketplaces.js';
import type { BoundField } from './rowFields.js';
import type { Place, Places } from './rowValues.js';

/** What is wrong with a row, and where. */
export interface RowProblem {
  readonly header: string;
  readonly cell: string;
  readonly problem: CellProblem;
}

export interface AmountsOf {
  readonly binding: Binding;
  readonly fields: readonly BoundField[];
  readonly values: FieldValue[];
  readonly place: Place;
  readonly at: Places;
  /** Of the store. */
  readonly currency: string | null;
}

/** Turns millionths into minor units, in place. `glyph`: the currency that an amount of the row names. */
export function rowAmounts({
  binding,
  fields,
  values,
  place,
  at,
  currency: ofStore,
}: AmountsOf): (cells: readonly string[], glyph: string | null) => RowProblem | null {
  const { format } = binding;
  const tellsCurrency = binding.bound.has('currency');
  const known = binding.currency ?? format.currency ?? null;
  const storeByAt = format.storeBy ? place(format.storeBy) : 0;
  const siteCurrencies = new Map<FieldValue, string | null>();
  const money = fields.filter(({ kind }) => kind === 'money').map((field) => ({ field, minor: minorReader(format.rounded === true) }));
  const zeroIsNone = (format.zeroIsNone ?? []).map(place).filter((zero) => zero > 0);
  const sign = format.signedBy ? signer(format.signedBy, values, place, at) : null;

  /** The currency of the marketplace that the row names: pending orders have none of their own. */
  function siteCurrency(): string | null {
    const site = values[storeByAt] as FieldValue;
    if (site === null) return null;
    let currency = siteCurrencies.get(site);
    if (currency === undefined) {
      currency = marketplaceOf(format.platform, String(site))?.currency ?? null;
      siteCurrencies.set(site, currency);
    }
    return currency;
  }

  return (cells, glyph) => {
    const stated = tellsCurrency ? (values[at.currency] as string | null) : null;
    const currency = stated ?? glyph ?? known ?? siteCurrency() ?? ofStore;
    values[at.currency] = currency;
    for (let each = 0; each < money.length; each++) {
      const { field, minor } = money[each] as (typeof money)[number];
      const micros = values[field.place] as number | null;
      if (micros === null) continue;
      const amount = minor(micros, currency);
      if (amount === null) {
        const problem = new CellProblem(`an amount that ${currency ?? 'the currency'} can write`);
        return { header: field.header, cell: cells[field.slot] as string, problem };
      }
      values[field.place] = amount;
    }
    if (sign !== null && !sign()) {
      const by = format.signedBy?.field;
      const header = fields.find(({ name }) => name === by)?.header ?? 'direction';
      const problem = new CellProblem('a direction', 'whether the amount came in or went out');
      return { header, cell: String(values[place(by ?? '')] ?? ''), problem };
    }
    for (const zero of zeroIsNone) if (values[zero] === 0) values[zero] = null;
    // A sale at the regular price is none.
    if (at.salePrice > 0 && values[at.salePrice] === values[at.price]) values[at.salePrice] = null;
    return null;
  };
}

/** Gives the amount the sign that its direction says; whether there is one. */
function signer(
  { field, came, went }: NonNullable<ReportFormat['signedBy']>,
  values: FieldValue[],
  place: Place,
  at: Places,
): () => boolean {
  return () => {
    const amount = values[at.amount] as number | null;
    if (amount === null || amount === 0) return true;
    const direction = String(values[place(field)] ?? '');
    values[at.amount] = went.test(direction) ? -Math.abs(amount) : Math.abs(amount);
    return went.test(direction) || came.test(direction);
  };
}

/** Minor units of an amount, null where the currency cannot write it. Amounts repeat, and dividing is dearer than comparing. */
function minorReader(rounded: boolean): (micros: number, currency: string | null) => number | null {
  let lastMicros = Number.NaN;
  let lastCurrency: string | null = null;
  let lastMinor: number | null = null;
  return (micros, currency) => {
    if (micros === lastMicros && currency === lastCurrency) return lastMinor;
    lastMicros = micros;
    lastCurrency = currency;
    lastMinor = minorFromMicros(micros, currency) ?? (rounded ? roundedMinor(micros, currency) : null);
    return lastMinor;
  };
}
