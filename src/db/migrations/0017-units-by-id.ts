import type { Migration } from '../migrate.js';

/** Reports about ads, and others whose units were too fine, by the fields of which earlier versions of eco made the units that they left out. */
const EARLIER: readonly (readonly [fields: readonly string[], formats: readonly string[]])[] = [
  [
    ['campaign', 'day'],
    [
      ...['amazon.sp-advertised-products', 'amazon.sp-campaigns', 'amazon.sp-placements', 'amazon.sp-purchased-products'],
      ...['amazon.sp-search-terms', 'amazon.sp-targeting', 'google.ads-ad-groups', 'google.ads-ads', 'google.ads-audiences'],
      ...['google.ads-campaigns', 'google.ads-keywords', 'google.ads-placements', 'google.ads-products', 'google.ads-search-terms'],
      ...['meta.ad-sets', 'meta.ads', 'meta.campaigns', 'microsoft.ad-groups', 'microsoft.campaigns', 'microsoft.keywords'],
      ...['microsoft.search-terms', 'pinterest.ad-groups', 'pinterest.ads', 'pinterest.campaigns', 'tiktok.ad-groups', 'tiktok.ads'],
      'tiktok.campaigns',
    ],
  ],
  [['campaign'], ['amazon.ads-console-campaigns', 'google.ads-editor', 'shopee.ads', 'shopee.ads-keywords']],
  [
    ['campaign', 'campaignId', 'day'],
    [
      ...['amazon.ads-ad-groups-unified', 'amazon.ads-campaigns-unified', 'amazon.ads-placements-unified', 'amazon.ads-products-unified'],
      ...['amazon.ads-search-terms-unified', 'amazon.ads-targets-unified'],
    ],
  ],
  [['campaign', 'campaignId'], ['amazon.bulksheet-search-terms']],
  [['campaignId', 'campaign'], ['amazon.bulksheet-legacy']],
  [['campaignId'], ['amazon.bulksheet']],
  [['campaignId', 'changeType', 'day'], ['amazon.ads-history']],
  [['day'], ['tiktokshop.ads-days']],
  [
    ['sku', 'location'],
    ['erp.lingxing-stock', 'erp.mabang-stock', 'erp.wangdiantong-stock'],
  ],
  [['productId', 'option1', 'option2', 'option3', 'location'], ['shopify.inventory']],
  [['productId'], ['rakuten.item-analysis', 'shopee.products']],
  [
    ['fromDay', 'toDay'],
    [
      'rakuten.coupon-advance',
      'rakuten.rpp-account',
      'rakuten.rpp-campaigns',
      'rakuten.rpp-items',
      'rakuten.rpp-keywords',
      'rakuten.tda-campaigns',
    ],
  ],
  [
    ['day', 'fromDay', 'toDay'],
    [
      'baidu.%',
      'douyin.sitewide-%',
      'douyin.standard-%',
      'jd.ads-%',
      'kuaishou.ads-%',
      'oceanengine.%',
      'pinduoduo.ads-%',
      'qihoo.%',
      'sogou.%',
      'taobao.ads-%',
      'taobao.brand-%',
      'taobao.display-%',
      'taobao.ud-%',
      'taobao.wanxiangtai-%',
      'taobao.sycm-promoted-items',
      'tencent.%',
      'uc.%',
    ],
  ],
];

const branches = EARLIER.map(
  ([fields, formats]) => `WHEN ${formats.map((format) => `report_format LIKE '${format}'`).join(' OR ')} THEN '${JSON.stringify(fields)}'`,
);

/** The subjects of these reports. */
const FOLDED = [
  'ads',
  'adEntities',
  'adChanges',
  'traffic',
  'stock',
  'costs',
  'shop',
  'transactions',
  'movements',
  'offers',
  'reviews',
  'purchases',
];

/** JSON: the fields of an import's units; null where they are what they were. */
const FIELDS_OF_IMPORT = `CASE ${branches.join('\n    ')}
    ELSE (SELECT json_extract(format, '$.unit') FROM report_profiles WHERE name = report_format AND format IS NOT NULL ORDER BY version DESC LIMIT 1)
  END`;

/**
 * Campaigns go by their id where rows have one, and are left out by it. What was left out by name so far says so from now on, with the
 * fields that its key was made of: the fold that is due then finds the whole campaign (importing/unitsLeftOut.ts).
 */
export const unitsById: Migration = {
  version: 17,
  name: 'units-by-id',
  sql: `
UPDATE imports SET rejected_units = (
  SELECT json_group_array(json_object('of', json(${FIELDS_OF_IMPORT}), 'key', value)) FROM json_each(rejected_units)
) WHERE rejected_units <> '[]' AND ${FIELDS_OF_IMPORT} IS NOT NULL;
INSERT INTO folds_due (account_id, subject)
SELECT DISTINCT i.account_id, s.value FROM imports i, json_each('${JSON.stringify(FOLDED)}') s WHERE i.status = 'partial' AND i.rejected_units LIKE '[{%'
ON CONFLICT DO NOTHING;
`,
};
