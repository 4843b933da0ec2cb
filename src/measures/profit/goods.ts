/** What the goods cost: of units sold, and of those that came back sellable, by listing, channel and day. */

import { counted } from '../../core/count.js';
import type { Day } from '../../core/day.js';
import { currencyDigits } from '../../core/money.js';
import type { LossRow, ReturnRow } from '../../core/profitFacts.js';
import { groupBy } from '../grouping.js';
import { type Costed, type CostMethod, costUnits, type Flow, soldUnitCost } from './costing.js';
import type { Entry, Gaps, ListingCost, ProfitFacts, ProfitOptions, Things, UnitCount } from './entries.js';
import { type RateOn, roundHalfAway } from './rates.js';
import { type CostOn, costOn, deliveriesOf } from './unitCosts.js';

/** Units of one listing, day and channel that goods are taken out of stock for. */
export interface SoldUnits {
  readonly storeId: number;
  readonly itemPk: number;
  readonly thing: string;
  readonly day: Day;
  readonly channel: string | null;
  readonly currency: string | null;
  readonly units: number;
  readonly salesMinor: number;
}

export interface Goods {
  readonly entries: Entry[];
  readonly units: UnitCount[];
}

export function goodsOf(
  sold: readonly SoldUnits[],
  facts: ProfitFacts,
  options: ProfitOptions,
  { things, costs }: { readonly things: Things; readonly costs: Costs },
  rateOn: RateOn,
  gapsOf: (storeId: number) => Gaps,
): Goods {
  const currencies = new Map(facts.stores.map((store) => [store.storeId, store.currency]));
  const stockOf = ({ itemPk }: { readonly itemPk: number }) => costs.stockOf(itemPk);
  const soldOf = groupBy(sold, stockOf);
  const backOf = groupBy(facts.returns, stockOf);
  const lostOf = groupBy(facts.losses, stockOf);
  const history = groupBy(facts.history.sales, stockOf);
  const historyBack = groupBy(facts.history.returns, stockOf);
  const goods: Goods = { entries: [], units: [] };
  for (const name of [...new Set([...soldOf.keys(), ...backOf.keys(), ...lostOf.keys()])].sort()) {
    const ofStock = soldOf.get(name) ?? [];
    const back = backOf.get(name) ?? [];
    const lost = lostOf.get(name) ?? [];
    const { storeId, itemPk } = ofStock[0] ?? back[0] ?? (lost[0] as LossRow);
    const thing = things.of(itemPk);
    const currency = currencies.get(storeId) ?? ofStock[0]?.currency ?? null;
    const said = costs.of(storeId, itemPk);
    const stock = new Stock({ said, currency, method: options.method, rateOn, gaps: gapsOf(storeId) });
    stock.flow(ofStock, history.get(name) ?? [], historyBack.get(name) ?? []);
    for (const group of ofStock) stock.sell(group, goods);
    for (const row of back) stock.comeBack(row, thing, options, goods);
    stock.lose(lost, thing, options, goods);
  }
  return goods;
}

/**
 * The costs that speak of an item: of its SKU where no listing has that name (a variation that is sold under the listing of its product),
 * else of its listing, else of the name that its thing goes by. What has a cost of its own has a stock of its own.
 */
export class Costs {
  private readonly things: Things;
  private readonly ofListing: ReadonlyMap<number | null, readonly ListingCost[]>;
  private readonly named: ReadonlyMap<string, readonly ListingCost[]>;
  /** Names that are no listing's, of whatever store. */
  private readonly names: ReadonlySet<string>;

  constructor(costs: readonly ListingCost[], things: Things) {
    this.things = things;
    this.ofListing = groupBy(costs, ({ listingPk }) => listingPk);
    this.named = groupBy(this.ofListing.get(null) ?? [], ({ storeId, sku }) => `${storeId}/${sku}`);
    this.names = new Set((this.ofListing.get(null) ?? []).flatMap(({ sku }) => sku ?? []));
  }

  /** Items whose units lie in one stock have the same name here. */
  stockOf(itemPk: number): string {
    const sku = this.things.reportedSku(itemPk);
    return `${this.things.of(itemPk)}\u001f${sku !== null && this.names.has(sku) ? sku : ''}`;
  }

  of(storeId: number, itemPk: number): readonly ListingCost[] {
    const item = this.things.named(this.things.of(itemPk));
    const ofSku = this.named.get(`${storeId}/${this.things.reportedSku(itemPk)}`);
    const ofListing = item?.listingPk == null ? undefined : this.ofListing.get(item.listingPk);
    return ofSku ?? ofListing ?? this.named.get(`${storeId}/${item?.sku}`) ?? [];
  }
}

interface StockOf {
  readonly said: readonly ListingCost[];
  readonly currency: string | null;
  readonly method: CostMethod;
  readonly rateOn: RateOn;
  readonly gaps: Gaps;
}

/** The stock of one thing: what its units cost day by day. */
class Stock {
  private readonly of: StockOf;
  private readonly cost: CostOn;
  private costed: Costed = { sold: [], returned: [], left: { quantity: 0, micros: 0 } };
  /** What of a day's units and cost was given to the channels before. */
  private readonly given = new Map<Day, { units: number; minor: number }>();

  constructor(of: StockOf) {
    this.of = of;
    this.cost = costOn(of.said, of.currency, of.rateOn);
  }

  private readonly unitMicros = (day: Day): number | null => {
    const found = this.cost(day);
    return found === null || found === 'noRate' ? null : found.unitMicros;
  };

  flow(sold: readonly SoldUnits[], history: readonly Flow[], back: readonly ReturnRow[]): void {
    const days = new Map<Day, number>();
    const inPeriod = new Set(sold.map(({ day }) => day));
    for (const { day, units } of history) if (!inPeriod.has(day)) days.set(day, (days.get(day) ?? 0) + units);
    for (const { day, units } of sold) days.set(day, (days.get(day) ?? 0) + units);
    const returns = back
      .filter(isSellable)
      .flatMap(({ movedDay, orderDay, units }) => (movedDay === null ? [] : [{ day: movedDay, soldOn: orderDay, units }]));
    this.costed = costUnits(
      this.of.method,
      deliveriesOf(this.of.said, this.of.currency, this.of.rateOn),
      [...days].map(([day, units]) => ({ day, units })),
      returns,
      this.unitMicros,
    );
  }

  sell(group: SoldUnits, goods: Goods): void {
    const { storeId, thing, channel, day, units } = group;
    const ofDay = this.costed.sold.find((cost) => cost.day === day);
    const given = this.given.get(day) ?? { units: 0, minor: 0 };
    const knownUnits = ofDay ? ofDay.units - ofDay.unknown : 0;
    const withoutCost = !ofDay || ofDay.micros === null ? units : ofDay.unknown === 0 ? 0 : Math.min(units, ofDay.unknown);
    goods.units.push({
      ...{ storeId, thing, channel, day, currency: group.currency, units, withoutCost },
      // Of a line that does not tell how many nothing is costed.
      salesWithoutCostMinor: units === 0 ? Math.max(0, group.salesMinor) : roundHalfAway((group.salesMinor * withoutCost) / units),
    });
    this.sayGaps(day, units, ofDay?.uncovered ?? 0, withoutCost);
    if (!ofDay || ofDay.micros === null || ofDay.units === 0 || knownUnits === 0) return;
    // Channels share the cost of a day by their units; rounded on the way, so that the shares add up.
    const upTo = this.minor((ofDay.micros * (given.units + units)) / ofDay.units);
    const minor = upTo - given.minor;
    this.given.set(day, { units: given.units + units, minor: upTo });
    if (minor === 0) return;
    goods.entries.push(this.entry(storeId, thing, channel, day, 'goods_sold', -minor, this.words(day, units)));
  }

  comeBack(row: ReturnRow, thing: string, { view, period }: ProfitOptions, goods: Goods): void {
    const day = view === 'by-refund-date' ? row.movedDay : row.orderDay;
    if (day === null || day < period.from || day > period.to) return;
    if (row.disposition === null) this.of.gaps.returnedWithoutCondition += row.units;
    if (!isSellable(row)) return;
    const unit = soldUnitCost(this.costed.sold, row.orderDay ?? day, this.unitMicros);
    if (unit === null) return;
    const minor = this.minor(roundHalfAway(unit * row.units));
    goods.entries.push(
      this.entry(row.storeId, thing, row.channel, day, 'goods_returned', minor, `${counted(row.units, 'unit', 'units')} back, sellable`),
    );
  }

  /**
   * Units that the ledger says were lost or damaged less those found again; where the warehouse paid for more than that, those. Paid for or not,
   * they are gone: what was paid is income of its own. The period tells how many, not when.
   */
  lose(rows: readonly LossRow[], thing: string, { period }: ProfitOptions, goods: Goods): void {
    const gone = -rows.reduce((total, row) => total + (row.ledgerUnits ?? 0), 0);
    const paid = rows.reduce((total, row) => total + row.reimbursedUnits, 0);
    const units = Math.max(gone, paid, 0);
    const unit = this.unitMicros(period.to);
    if (units === 0 || unit === null) return;
    const how = `${counted(units, 'unit', 'units')} lost or damaged (ledger ${Math.max(gone, 0)}, paid for ${Math.max(paid, 0)})`;
    const entry = this.entry((rows[0] as LossRow).storeId, thing, null, period.to, 'goods_lost', -this.minor(unit * units), how);
    goods.entries.push({ ...entry, day: period.from === period.to ? period.to : null });
  }

  private sayGaps(day: Day, units: number, uncovered: number, withoutCost: number): void {
    const found = this.cost(day);
    if (found === 'noRate')
      for (const { currency } of this.of.said)
        if (currency !== null && currency !== this.of.currency) this.of.gaps.costsWithoutRate.add(`${currency} → ${this.of.currency}`);
    if (found !== null && found !== 'noRate' && found.assumed) this.of.gaps.assumedCostUnits += units - withoutCost;
    if (this.of.method !== 'period' && uncovered > 0) this.of.gaps.uncoveredUnits += Math.min(units, uncovered);
  }

  /** The layers or the cost that a day's units were taken from. */
  private words(day: Day, units: number): string {
    const ofDay = this.costed.sold.find((cost) => cost.day === day);
    const layers = (ofDay?.layers ?? [])
      .filter(({ from }) => from !== null)
      .map(({ from, batch, units: part }) => `${part} of ${from}${batch === null ? '' : ` ${batch}`}`);
    if (layers.length > 0) return layers.join(' + ');
    const found = this.cost(day);
    if (found === null || found === 'noRate') return counted(units, 'unit', 'units');
    const { said } = found;
    return `${counted(units, 'unit', 'units')} × cost said by ${said.file ?? said.saidBy}${said.line === null ? '' : `, line ${said.line}`}${said.from === null ? '' : `, from ${said.from}`}`;
  }

  private minor(micros: number): number {
    return roundHalfAway(micros / 10 ** (6 - currencyDigits(this.of.currency)));
  }

  private entry(storeId: number, thing: string, channel: string | null, day: Day, line: string, amountMinor: number, how: string): Entry {
    const found = this.cost(day);
    const estimated = line === 'goods_sold' && found !== null && found !== 'noRate' && found.assumed;
    return {
      storeId,
      thing,
      channel,
      day,
      line,
      currency: this.of.currency,
      amountMinor,
      estimated,
      source: 'costs',
      how,
      rows: 0,
      evidence: null,
    };
  }
}

function isSellable(row: ReturnRow): boolean {
  return row.disposition === 'sellable' && row.units > 0;
}
