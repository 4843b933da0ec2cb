/**
 * What is said of files that are no export that eco reads. The golden holds one line a file: what the file is, and the message.
 * `UPDATE_GOLDEN=1` writes it anew; read it with the eyes of somebody who sells things.
 */
import { describe, expect, it } from 'vitest';
import { identifyText } from '../../src/importing/identify.js';
import { REPORT_FORMATS, reportFormat } from '../../src/platforms/registry.js';
import { expectGolden } from '../cli/transcript.js';

/** Their first rows, with columns left out where there are many. */
const FILES: Readonly<Record<string, string>> = {
  'Google Analytics': '# ----------------------------------------\n# Report CSV Export\n# Account: A\n#  \nCountry ID,Users\nGB,12',
  'Amazon SP campaign': 'Date,Campaign Name,Bidding strategy,Impressions,Clicks,Spend\n"Nov 20, 2026",A,Fixed,1,1,0.40',
  'Amazon settlement V1':
    'settlement-id\tsettlement-start-date\tdeposit-date\ttotal-amount\tcurrency\tprice-type\tprice-amount\n1\t\t\t\tUSD\t\t',
  'Amazon unified report of what was bought':
    'Date range,Campaign name,Converted product ID,Total cost,Purchases\n"Nov 1, 2026 - Nov 20, 2026",A,B0EXAMPL01,12.00,1',
  'Amazon unshipped orders': 'order-id\torder-item-id\tpurchase-date\tbuyer-email\tsku\tquantity-purchased\n1\t2\t\t\tA\t1',
  'Amazon unshipped orders without buyers': 'order-id\torder-item-id\tpurchase-date\tsku\tquantity-purchased\n1\t2\t\tA\t1',
  'Amazon Payments, transaction view':
    '"Date","Transaction Status","Transaction type","Order ID","Product Details","Total product charges","Total promotional rebates","Amazon fees","Other","Total (USD)"\n"11/20/2026","Released","Order Payment","1","Mug","12.00","0","-3.10","0","8.90"',
  'Amazon Payments, transaction view in German':
    'Datum,Transaktionsstatus,Transaktionstyp,Bestellnummer,Produktdetails,Artikelpreise gesamt,Gesamtsumme der Aktionsrabatte,Amazon-Gebühren,Andere,Summe (EUR)\n20.11.2026,,Bezahlung der Bestellung,1,Tasse,"12,00","0","-3,10","0","8,90"',
  'Amazon VAT transactions':
    'UNIQUE_ACCOUNT_IDENTIFIER\tACTIVITY_PERIOD\tSALES_CHANNEL\tTRANSACTION_TYPE\tTRANSACTION_EVENT_ID\tSELLER_SKU\tQTY\nA\t2026-NOV\tAFN\tSALE\t1\tA\t1',
  'Shopify customers':
    'Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Total Spent,Total Orders,Note,Tax Exempt\n1,,,,no,0,0,,no',
  'Shopify customers until 2022':
    'First Name,Last Name,Email,Accepts Marketing,Total Spent,Total Orders,Tags,Note,Tax Exempt\n,,,no,0,0,,,no',
  'Etsy Payments, sales':
    'Payment ID,Buyer Username,Buyer Name,Order ID,Gross Amount,Fees,Net Amount,Currency,Status,Order Date\n1,,,2,12.00,0.80,11.20,EUR,SETTLED,11/20/2026',
  'Amazon restock':
    'Country,Product Name,FNSKU,Merchant SKU,ASIN,Condition,Currency code,Price,Total Units,Inbound,Available,Alert,Recommended replenishment qty,Recommended ship date\nUS,Teapot,X001,TEA-1,B0EXAMPLE1,New,USD,34.90,25,5,20,,0,none',
  'Amazon stranded':
    'primary-action,date-stranded,status-primary,stranded-reason,asin,sku,fnsku,product-name,condition,fulfilled-by,fulfillable-qty,your-price\nRelist,2026-10-01,Inactive,Listing closed,B0EXAMPLE1,TEA-1,X001,Teapot,New,Amazon,3,34.90',
  'Amazon stock by country':
    'seller-sku,fulfillment-channel-sku,asin,condition-type,country,quantity-for-local-fulfillment\nTEA-1,X001,B0EXAMPLE1,New,DE,5',
  'Amazon removal orders':
    'request-date,order-id,order-type,order-status,sku,fnsku,disposition,requested-quantity,in-process-quantity,removal-fee,currency\n2026-10-01,R1,Return,Completed,TEA-1,X001,Sellable,3,0,3.00,USD',
  'Amazon replacements':
    'shipment-date,sku,asin,fulfillment-center-id,quantity,replacement-reason-code,replacement-amazon-order-id,original-amazon-order-id\n2026-10-01,TEA-1,B0EXAMPLE1,ABE8,1,7,111-1,111-2',
  'Amazon SKU economics':
    'Amazon store,Start date,End date,ASIN,MSKU,Currency code,Units sold,Units returned,Net units sold,Sales,Net sales,Net proceeds total\nAE,09/01/2026,09/30/2026,B01,TEA-1,AED,10,1,9,500,450,300',
  'Square, items sold':
    'Date,Time,Time Zone,Category,Item,Qty,Price Point Name,SKU,Gross Sales,Net Sales,Tax,Transaction ID,Payment ID\n2026-10-05,10:15:00,UTC,Tea,Pot,1,Regular,TEA-1,$34.90,$34.90,$2.79,T1,P1',
  'Walmart buy box':
    'Product Name,SKU,Item ID,Seller Item Price,BuyBox Item Price,BuyBox Ship Price,isSellerBuyBoxWinner\nTeapot,TEA-1,1000,34.90,33.90,0,No',
  'eBay transactions': 'Transaction creation date,Type,Order number,Final Value Fee - fixed\n"Nov 20, 2026",Order,1,-0.30',
  'Etsy statement':
    'Date,Type,Title,Info,Currency,Amount,Fees & Taxes,Net,Tax Details\n"November 20, 2026",Sale,Payment,,USD,$1.00,-$0.10,$0.90,--',
  'Etsy sold orders':
    'Sale Date,Order ID,Buyer User ID,Full Name,Order Value,Card Processing Fees,Order Net\n11/20/26,1,,,12.00,0.50,11.50',
  'Taobao order report without times': '订单编号,买家会员名,总金额,买家实际支付金额,订单状态\n1,,12.00,12.00,交易成功',
  'Alimama creatives by keyword': '日期,创意ID,关键词,展现量,点击量,花费\n2026-11-20,1,锅,1200,14,9.80',
  '生意参谋 by hour': '统计日期,统计小时,访客数,支付件数\n2026-11-20,1,120,3',
  'Rakuten RPP': '実行日時: 2026-11-20,,,\nコントロールカラム,日付,商品管理番号,入札単価\n,2026年11月20日,a,15',
  'somebody’s price list': 'sku,name,price,quantity,currency\nA,Mug,12.00,4,EUR',
  'a data set of products': 'update_time,id,title,price,sale_count\n2016/11/14,A1,Mug,139,26719',
  'people without a header': 'Canary Personname,77 Canary Street\nAnother Personname,78 Canary Street',
  'Amazon orders without some columns':
    'amazon-order-id\tpurchase-date\torder-status\tproduct-name\tsku\tasin\tquantity\tcurrency\n1\t2026-11-20T00:00:00Z\tShipped\tMug\tA\tB0\t1\tUSD',
  'an inventory report with titles': 'sku\tasin\tprice\tquantity\ttitle\tfnsku\nA\tB0EXAMPL01\t1\t1\tMug\tX0',
  'Amazon transactions in French, saved in the wrong encoding':
    'date/heure,numÃ©ro de versement,type,numÃ©ro de la commande,sku,description,quantitÃ©,ventes de produits,frais de vente,total\n1 juil. 2026,1,Commande,2,A,Mug,1,12,-2,10',
  'Shopify products without handles':
    'Title,Vendor,Type,Variant SKU,Variant Price,Variant Inventory Qty,Status\nMug,A,B,MUG,12.00,4,active',
};

function messageFor(text: string, as?: string): string {
  const bytes = new TextEncoder().encode(text);
  const found = identifyText(bytes, null, true, REPORT_FORMATS, as === undefined ? undefined : reportFormat(as));
  return found.kind === 'unknown' ? found.message : `taken for ${found.found.match.format.id}`;
}

describe('a file that is no export that eco reads', () => {
  it('is told what it looks like and what to do', () => {
    const lines = Object.entries(FILES).map(([name, text]) => `${name}\n    ${messageFor(text)}\n`);
    expectGolden('test/importing/golden/unknown-files.txt', lines.join(''));
  });

  it('is never told by the words of an unknown first row', () => {
    expect(messageFor(FILES['people without a header'] as string)).not.toContain('Canary');
  });

  it('is told what is wrong with it where the report was named', () => {
    expect(messageFor(FILES['Amazon settlement V1'] as string, 'amazon.settlement')).toBe(
      'is no amazon.settlement. It looks like an Amazon settlement report of the old form (V1). It lacks the columns "transaction-type", "amount-type", "amount-description", "amount".',
    );
  });
});
