/**
 * The marketplaces that a file can name: by its sales channel ("Amazon.co.uk"), a country ("UK", "United Kingdom") or a listing
 * site ("Germany"). Currency, and the time zone in which the platform cuts its days.
 *
 * Amazon: marketplaces as in the Selling Partner API; time zones as its Ads API gives profiles (Canada and Mexico run on Pacific
 * time, continental Europe on Central European time). eBay: the SiteCodeType list of its Trading API, with the sites' own zones
 * (from memory; eBay's files write the zone beside each time, so only days of date-only columns depend on it). The others name no site in their files;
 * Taobao, Rakuten, Yahoo! Shopping and Qoo10 (eco reads its Japanese site) are of one country.
 */
import type { Platform } from './define.js';

export interface Marketplace {
  /** As the platform writes it. */
  readonly name: string;
  /** What its store is called until people rename it. */
  readonly storeName: string;
  /** ISO 3166. */
  readonly country: string;
  readonly currency: string;
  /** IANA. */
  readonly timeZone: string;
  /** Orders from elsewhere that this marketplace's warehouses deliver: stock leaves, nothing is sold here. */
  readonly delivery: boolean;
}

type Row = readonly [name: string, storeName: string, country: string, currency: string, timeZone: string, aliases: string];

/** Aliases, separated by "|", besides the name, the store's name and the country's code. */
const AMAZON: readonly Row[] = [
  [
    'Amazon.com',
    'us',
    'US',
    'USD',
    'America/Los_Angeles',
    'united states|usa|united states of america|estados unidos|états-unis|stati uniti|vereinigte staaten|美国|アメリカ',
  ],
  ['Amazon.ca', 'ca', 'CA', 'CAD', 'America/Los_Angeles', 'canada|kanada|加拿大|カナダ'],
  ['Amazon.com.mx', 'mx', 'MX', 'MXN', 'America/Los_Angeles', 'mexico|méxico|mexiko|墨西哥|メキシコ'],
  ['Amazon.com.br', 'br', 'BR', 'BRL', 'America/Sao_Paulo', 'brazil|brasil|brasilien|巴西'],
  [
    'Amazon.co.uk',
    'uk',
    'GB',
    'GBP',
    'Europe/London',
    'united kingdom|great britain|vereinigtes königreich|royaume-uni|regno unito|reino unido|英国|イギリス',
  ],
  ['Amazon.de', 'de', 'DE', 'EUR', 'Europe/Berlin', 'germany|deutschland|allemagne|germania|alemania|德国|ドイツ'],
  ['Amazon.fr', 'fr', 'FR', 'EUR', 'Europe/Paris', 'france|frankreich|francia|法国|フランス'],
  ['Amazon.it', 'it', 'IT', 'EUR', 'Europe/Rome', 'italy|italia|italien|italie|意大利|イタリア'],
  ['Amazon.es', 'es', 'ES', 'EUR', 'Europe/Madrid', 'spain|españa|spanien|espagne|spagna|西班牙|スペイン'],
  [
    'Amazon.nl',
    'nl',
    'NL',
    'EUR',
    'Europe/Amsterdam',
    'netherlands|the netherlands|nederland|niederlande|pays-bas|paesi bassi|países bajos|荷兰|オランダ',
  ],
  ['Amazon.com.be', 'be', 'BE', 'EUR', 'Europe/Brussels', 'belgium|belgien|belgique|belgië|belgio|bélgica|amazon.be|比利时'],
  ['Amazon.se', 'se', 'SE', 'SEK', 'Europe/Stockholm', 'sweden|sverige|schweden|suède|svezia|suecia|瑞典'],
  ['Amazon.pl', 'pl', 'PL', 'PLN', 'Europe/Warsaw', 'poland|polska|polen|pologne|polonia|波兰'],
  ['Amazon.ie', 'ie', 'IE', 'EUR', 'Europe/Dublin', 'ireland|irland|irlande|irlanda|爱尔兰'],
  ['Amazon.com.tr', 'tr', 'TR', 'TRY', 'Europe/Istanbul', 'turkey|türkiye|türkei|turquie|turchia|turquía|土耳其'],
  ['Amazon.ae', 'ae', 'AE', 'AED', 'Asia/Dubai', 'united arab emirates|uae|阿联酋'],
  ['Amazon.sa', 'sa', 'SA', 'SAR', 'Asia/Riyadh', 'saudi arabia|ksa|沙特阿拉伯|沙特'],
  ['Amazon.eg', 'eg', 'EG', 'EGP', 'Africa/Cairo', 'egypt|埃及'],
  ['Amazon.co.za', 'za', 'ZA', 'ZAR', 'Africa/Johannesburg', 'south africa|南非'],
  ['Amazon.in', 'in', 'IN', 'INR', 'Asia/Kolkata', 'india|印度|インド'],
  ['Amazon.sg', 'sg', 'SG', 'SGD', 'Asia/Singapore', 'singapore|amazon.com.sg|新加坡'],
  ['Amazon.com.au', 'au', 'AU', 'AUD', 'Australia/Sydney', 'australia|amazon.au|澳大利亚|オーストラリア'],
  ['Amazon.co.jp', 'jp', 'JP', 'JPY', 'Asia/Tokyo', 'japan|日本|amazon.jp'],
];

const EBAY: readonly Row[] = [
  ['US', 'ebay-us', 'US', 'USD', 'America/Los_Angeles', 'ebay.com|united states|usa|ebaymotors|ebay motors|motors'],
  ['UK', 'ebay-uk', 'GB', 'GBP', 'Europe/London', 'ebay.co.uk|united kingdom|great britain'],
  ['Germany', 'ebay-de', 'DE', 'EUR', 'Europe/Berlin', 'ebay.de|deutschland'],
  ['Australia', 'ebay-au', 'AU', 'AUD', 'Australia/Sydney', 'ebay.com.au'],
  ['Canada', 'ebay-ca', 'CA', 'CAD', 'America/Toronto', 'ebay.ca|canadafrench|canada (french)|cafr|canada french'],
  ['France', 'ebay-fr', 'FR', 'EUR', 'Europe/Paris', 'ebay.fr'],
  ['Italy', 'ebay-it', 'IT', 'EUR', 'Europe/Rome', 'ebay.it|italia'],
  ['Spain', 'ebay-es', 'ES', 'EUR', 'Europe/Madrid', 'ebay.es|españa'],
  ['Austria', 'ebay-at', 'AT', 'EUR', 'Europe/Vienna', 'ebay.at|österreich'],
  ['Switzerland', 'ebay-ch', 'CH', 'CHF', 'Europe/Zurich', 'ebay.ch|schweiz'],
  ['Ireland', 'ebay-ie', 'IE', 'EUR', 'Europe/Dublin', 'ebay.ie'],
  ['Netherlands', 'ebay-nl', 'NL', 'EUR', 'Europe/Amsterdam', 'ebay.nl|nederland'],
  ['Belgium_French', 'ebay-befr', 'BE', 'EUR', 'Europe/Brussels', 'ebay.be|befr|belgium (french)|belgium french|belgium'],
  ['Belgium_Dutch', 'ebay-benl', 'BE', 'EUR', 'Europe/Brussels', 'benl|belgium (dutch)|belgium dutch'],
  ['Poland', 'ebay-pl', 'PL', 'PLN', 'Europe/Warsaw', 'ebay.pl|polska'],
  ['HongKong', 'ebay-hk', 'HK', 'HKD', 'Asia/Hong_Kong', 'ebay.com.hk|hong kong'],
  ['Singapore', 'ebay-sg', 'SG', 'SGD', 'Asia/Singapore', 'ebay.com.sg'],
  ['Malaysia', 'ebay-my', 'MY', 'MYR', 'Asia/Kuala_Lumpur', 'ebay.com.my'],
  ['Philippines', 'ebay-ph', 'PH', 'PHP', 'Asia/Manila', 'ebay.ph'],
];

const ROWS: Readonly<Partial<Record<Platform, readonly Row[]>>> = { amazon: AMAZON, ebay: EBAY };

/** Put together for the first text that is not a marketplace's own name, as those are that a store is known by. */
const NAMES = new Map<readonly Row[], ReadonlyMap<string, Marketplace>>();

/** "Non-Amazon US": an order from another shop that Amazon delivers (multi-channel fulfilment). */
const DELIVERY = /^non[- ]?amazon[ .]+/;

/** What platforms call themselves. */
export const PLATFORM_NAMES: Readonly<Record<Platform, string>> = {
  amazon: 'Amazon',
  shopify: 'Shopify',
  woocommerce: 'WooCommerce',
  ebay: 'eBay',
  etsy: 'Etsy',
  taobao: 'Taobao',
  rakuten: 'Rakuten Ichiba',
  yahoojp: 'Yahoo! Shopping',
  qoo10: 'Qoo10',
  google: 'Google',
  shopee: 'Shopee',
  lazada: 'Lazada',
  tiktokshop: 'TikTok Shop',
  walmart: 'Walmart',
  square: 'Square',
  jd: 'JD 京东',
  pinduoduo: 'Pinduoduo 拼多多',
  douyin: 'Douyin 抖音',
  alibaba: '1688',
  aliexpress: 'AliExpress',
  temu: 'Temu',
  wish: 'Wish',
  starday: 'Starday',
  erp: 'ERP',
  meta: 'Meta Ads',
  tiktok: 'TikTok Ads',
  pinterest: 'Pinterest Ads',
  microsoft: 'Microsoft Advertising',
  oceanengine: 'Ocean Engine 巨量引擎',
  tencent: 'Tencent Ads 腾讯广告',
  kuaishou: 'Kuaishou 快手',
  baidu: 'Baidu 百度',
  qihoo: '360',
  sogou: 'Sogou 搜狗',
  uc: 'UC 神马',
  helium10: 'Helium 10',
  keepa: 'Keepa',
  junglescout: 'Jungle Scout',
  semrush: 'Semrush',
  ahrefs: 'Ahrefs',
  erank: 'eRank',
  sellersprite: '卖家精灵 (SellerSprite)',
  dianchacha: 'Dianchacha 店查查',
  other: 'a shop or system of your own',
};

/** Platforms of one country. */
const ZONES: Readonly<Record<string, string>> = {
  taobao: 'Asia/Shanghai',
  jd: 'Asia/Shanghai',
  pinduoduo: 'Asia/Shanghai',
  douyin: 'Asia/Shanghai',
  alibaba: 'Asia/Shanghai',
  oceanengine: 'Asia/Shanghai',
  tencent: 'Asia/Shanghai',
  kuaishou: 'Asia/Shanghai',
  baidu: 'Asia/Shanghai',
  qihoo: 'Asia/Shanghai',
  sogou: 'Asia/Shanghai',
  uc: 'Asia/Shanghai',
  dianchacha: 'Asia/Shanghai',
  starday: 'Asia/Tokyo',
  rakuten: 'Asia/Tokyo',
  yahoojp: 'Asia/Tokyo',
  qoo10: 'Asia/Tokyo',
};

/** The time zone in which a platform of one country cuts its days; null where the shop chooses. */
export function platformZone(platform: Platform | string): string | null {
  return ZONES[platform] ?? null;
}

/** The marketplace that a sales channel, country or site names; null for a text that names none. */
export function marketplaceOf(platform: Platform | string, text: string): Marketplace | null {
  const rows = ROWS[platform as Platform];
  if (!rows) return null;
  const own = rows.find(([name]) => name === text);
  if (own) return marketplace(own);
  const names = NAMES.get(rows) ?? namesOf(rows);
  NAMES.set(rows, names);
  const folded = fold(text);
  const known = names.get(folded);
  if (known) return known;
  const elsewhere = DELIVERY.test(folded) ? names.get(folded.replace(DELIVERY, '')) : undefined;
  return elsewhere ? { ...elsewhere, delivery: true } : null;
}

function namesOf(rows: readonly Row[]): ReadonlyMap<string, Marketplace> {
  const names = new Map<string, Marketplace>();
  for (const row of rows) {
    const [name, storeName, country, , , aliases] = row;
    for (const alias of [name, storeName, country, ...aliases.split('|')]) {
      if (!names.has(fold(alias))) names.set(fold(alias), marketplace(row));
    }
  }
  return names;
}

function marketplace([name, storeName, country, currency, timeZone]: Row): Marketplace {
  return { name, storeName, country, currency, timeZone, delivery: false };
}

function fold(text: string): string {
  return (
    text
      .normalize('NFKC')
      .trim()
      .toLowerCase()
      .replace(/^(?:https?:\/\/)?www\./, '')
      // Custom reports of Amazon's advertising console: "AMAZON_SA", and, by mistake, "UAMAZON_FR".
      .replace(/^u?amazon_/, '')
      .replace(/[/]+$/, '')
  );
}
