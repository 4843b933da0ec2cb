/** What is proposed for files of no report, in several languages, worked by hand. */
import { describe, expect, it } from 'vitest';
import type { FieldName } from '../../../src/core/fields.js';
import { familyOf } from '../../../src/platforms/mapping/families.js';
import { type Decisions, type Proposal, propose } from '../../../src/platforms/mapping/propose.js';
import { isGtin } from '../../../src/platforms/mapping/values.js';
import { REPORT_FORMATS } from '../../../src/platforms/registry.js';

function proposed(text: string, delimiter = ',', decisions: Decisions = { columns: new Map() }): Proposal {
  const [header = [], ...rows] = text
    .trim()
    .split('\n')
    .map((line) => line.split(delimiter).map((cell) => cell.trim()));
  return propose({ header, rows, workbook: false }, REPORT_FORMATS, decisions);
}

/** What each column is: its field, `?` with the candidates, `-` for unread, `person`. */
function told({ columns }: Proposal): Record<string, string> {
  return Object.fromEntries(
    columns.map(({ header, verdict, field, candidates }) => [
      header,
      verdict === 'unsure' ? `? ${candidates.join(' ')}` : verdict === 'personal' ? 'person' : (field ?? '-'),
    ]),
  );
}

const STOCK_LISTS: Readonly<Record<string, readonly [text: string, expected: Record<string, string>]>> = {
  German: [
    `Art.-Nr.;Bezeichnung;VK brutto;EK netto;Lagerbestand;Im Zulauf;EAN-Code
     KETTLE-17;Wasserkessel;49,90;21,35;112;0;4006381333931
     MUG-4;Becher blau;1.024,90;8,10;40;12;4006381333948`,
    {
      'Art.-Nr.': 'sku',
      Bezeichnung: 'title',
      'VK brutto': 'price',
      'EK netto': 'unitCost',
      Lagerbestand: 'available',
      'Im Zulauf': 'inbound',
      'EAN-Code': 'gtin',
    },
  ],
  French: [
    `Code article;Désignation;Prix de vente TTC;Stock disponible;Entrepôt
     KETTLE-17;Bouilloire;49,90;112;Lyon
     MUG-4;Tasse bleue;24,90;40;Lyon`,
    { 'Code article': 'sku', Désignation: 'title', 'Prix de vente TTC': 'price', 'Stock disponible': 'available', Entrepôt: 'location' },
  ],
  Spanish: [
    `Código de artículo;Denominación;PVP;Existencias;Precio de compra
     KETTLE-17;Hervidor;49,90;112;21,35
     MUG-4;Taza azul;24,90;40;8,10`,
    { 'Código de artículo': 'sku', Denominación: 'title', PVP: 'price', Existencias: 'available', 'Precio de compra': 'unitCost' },
  ],
  Japanese: [
    `品番,商品名,販売価格(税込),有効在庫数,JANコード
     KETTLE-17,電気ケトル,4980,112,4901234567894
     MUG-4,マグカップ,2480,40,4909876543214`,
    { 品番: 'sku', 商品名: 'title', '販売価格(税込)': 'price', 有効在庫数: 'available', JANコード: 'gtin' },
  ],
  Chinese: [
    `货品编码,货品名称,可用库存,采购在途,成本价,供应商
     KETTLE-17,电热水壶,112,30,21.35,某某工厂
     MUG-4,马克杯,40,0,8.1,某某工厂`,
    // The first name is in no list; it holds the word for a number of goods.
    { 货品编码: '-', 货品名称: 'title', 可用库存: 'available', 采购在途: 'inbound', 成本价: 'unitCost', 供应商: '-' },
  ],
  Polish: [
    `Symbol;Nazwa towaru;Cena brutto;Stan magazynowy
     KETTLE-17;Czajnik;49,90;112
     MUG-4;Kubek;24,90;40`,
    { Symbol: 'sku', 'Nazwa towaru': 'title', 'Cena brutto': 'price', 'Stan magazynowy': 'available' },
  ],
};

describe('lists of stock', () => {
  it.each(Object.entries(STOCK_LISTS))('%s', (_, [text, expected]) => {
    const proposal = proposed(text, text.includes(';') ? ';' : ',', {
      family: familyOf(['listings']) as NonNullable<ReturnType<typeof familyOf>>,
      columns: new Map(),
    });
    expect(told(proposal)).toEqual(expected);
    expect(proposal.fills).toEqual(['listings', 'stock']);
  });

  it.each(Object.entries(STOCK_LISTS).filter(([language]) => language !== 'Chinese'))('%s: it is seen what they are about', (_, [text]) => {
    const proposal = proposed(text, text.includes(';') ? ';' : ',');
    expect([proposal.isSure, proposal.families[0]?.subjects]).toEqual([true, ['listings', 'stock']]);
  });
});

describe('orders', () => {
  const orders = proposed(
    `Numéro de commande;Date de commande;Statut;Nom;E-mail;Référence interne;Quantité;Prix unitaire;Frais de port
     1001;05/11/2026;expédiée;Anne Exemple;a@example.com;KETTLE-17;1;49,90;4,90
     1002;06/11/2026;annulée;Bruno Exemple;b@example.com;MUG-4;2;24,90;4,90`,
    ';',
  );

  it('are told from lists of products', () => {
    expect([orders.isSure, orders.fills]).toEqual([true, ['orders']]);
  });

  it('leave people out: a bare name beside an order is a buyer’s as likely as a product’s', () => {
    expect(told(orders)).toEqual({
      'Numéro de commande': 'orderId',
      'Date de commande': 'orderedAt',
      Statut: 'orderStatus',
      Nom: '-',
      'E-mail': 'person',
      'Référence interne': 'sku',
      Quantité: 'quantity',
      'Prix unitaire': 'unitPrice',
      'Frais de port': 'orderShipping',
    });
  });

  it('need to be told which part of a date is the day, where no date says it', () => {
    expect(orders.dateOrders).toEqual(['dmy', 'mdy']);
  });
});

describe('dates', () => {
  const dated = (...days: string[]) =>
    proposed(`Order number,Order date,Quantity,Unit price\n${days.map((day, at) => `${at + 1},${day},1,9.90`).join('\n')}`).dateOrders;

  it('are in the one order that all of them fit', () => {
    expect(dated('05/11/2026', '13/11/2026')).toEqual(['dmy']);
    expect(dated('11/05/2026', '11/13/2026')).toEqual(['mdy']);
  });

  it('in no order that fits all', () => {
    expect(dated('13/11/2026', '11/13/2026', '05/06/2026')).toEqual([]);
  });

  it('that all say it themselves give the order for those that will not', () => {
    expect(dated('25/11/2026', '26/11/2026')).toEqual(['dmy']);
  });

  it('say it themselves', () => {
    expect(dated('2026-11-05', '2026-11-06')).toBeNull();
    expect(dated('5 Nov 2026', '06.11.2026')).toBeNull();
  });
});

describe('values', () => {
  const gtins = ['4006381333931', '4006381333948', '4006381333955', '4006381333962', '4006381333979', '4006381333986'];

  it.each([
    ['4006381333931', true],
    ['4006381333932', false],
    ['96385074', true],
    ["'036000291452", true],
    ['12345', false],
  ])('the check digit of %s', (cell, expected) => {
    expect(isGtin(cell)).toBe(expected);
  });

  it('prove what a column is whose name says nothing', () => {
    const text = `SKU,Price,Kolumna 3\n${gtins.map((gtin, at) => `S-${at},9.90,${gtin}`).join('\n')}`;
    expect(told(proposed(text))).toMatchObject({ 'Kolumna 3': 'gtin' });
  });

  it('overrule a name that they do not fit', () => {
    const text = `SKU,Title,EAN,Stock\nS-1,Kettle,n.a. yet,5\nS-2,Mug,unknown,6`;
    expect(told(proposed(text)).EAN).toBe('-');
    expect(told(proposed('SKU,Title,Price,Stock\nS-1,Kettle,9.90,yes\nS-2,Mug,8.90,no')).Stock).toBe('-');
  });

  it('are people’s where they are mail addresses, whatever the column is called', () => {
    const text = `SKU,Title,Price,Zuständig\nS-1,Kettle,9.90,a@example.com\nS-2,Mug,8.90,b@example.com`;
    expect(told(proposed(text)).Zuständig).toBe('person');
  });
});

describe('what is not certain', () => {
  it('is asked: a word with several meanings, a word in a longer name, two columns of one meaning', () => {
    const text = `SKU,Title,Price,Price net of tax,Type,Stock,Available\nS-1,Kettle,9.90,8.20,simple,5,5\nS-2,Mug,8.90,7.10,simple,6,6`;
    expect(told(proposed(text))).toMatchObject({
      Price: 'price',
      Type: '? productType role',
      Stock: '? available',
      Available: '? available',
    });
  });

  it('is decided by what the user says, and others yield', () => {
    const columns = new Map<number, FieldName | null>([
      [3, 'available'],
      [4, null],
    ]);
    const text = `SKU,Title,Price,Stock,Available\nS-1,Kettle,9.90,5,5`;
    expect(told(proposed(text, ',', { columns }))).toMatchObject({ Stock: 'available', Available: '-' });
  });

  it('may be the whole file', () => {
    expect(proposed('Alpha,Beta\n1,x\n2,y')).toMatchObject({ families: [], isSure: false, fills: [] });
  });
});
