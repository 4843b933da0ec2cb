/**
 * FBA Inventory (and Inventory Age): stock at Amazon with its age on the day of the snapshot. Quoted CSV from Seller Central, the
 * same columns tab-separated from the Selling Partner API. 0.0 as a price means that there is none. Units reserved for customers'
 * orders are told apart from those under way between warehouses where the report splits the total. Age buckets overlap (0 to
 * 90 days and its thirds): only the wide ones are read. The other measures (days of supply, fees) are Amazon's own reckoning
 * and are left out. Chinese names from public readers; the newest Chinese exports keep `sku`, `asin`, `available` in English.
 */
import { column, defineReport, required } from '../define.js';

export const amazonFbaInventory = defineReport({
  id: 'amazon.fba-inventory',
  platform: 'amazon',
  report: 'FBA Inventory (Inventory Age)',
  fills: ['listings', 'stock'],
  certainty: 'A-',
  source: 'header and rows stated to be real (US, July 2026) in public code; Chinese names from public readers',
  download: 'Seller Central > Reports > Fulfilment by Amazon > Inventory > FBA Inventory',
  notes: ['a price of 0.0 means that there is none', 'ages overlap (0 to 90 days and its thirds): only the wide ones are read'],
  columns: [
    required('snapshotOn', 'snapshot-date', '快照日期'),
    required('sku', 'sku'),
    column('asin', 'asin'),
    column('title', 'product-name', '商品名称', '产品名称'),
    required('available', 'available', 'avaliable-quantity(sellable)', '可用库存', '可售库存', '可售'),
    column('price', 'your-price', '你的售价', '您的价格'),
    column('salePrice', 'sales-price', 'sales price', '销售价'),
    column('currency', 'currency', '货币'),
    column('site', 'marketplace', '站点', '商城'),
    column('reserved', 'Total Reserved Quantity', '预留总数量', '预留库存总计'),
    column('reservedOrders', 'Reserved Customer Order', '客户订单预留'),
    column('reservedTransfers', 'Reserved FC Transfer', 'fc-transfer', '转运预留', '亚马逊运营中心转运'),
    column('reservedProcessing', 'Reserved FC Processing', '处理预留'),
    column('unsellable', 'unfulfillable-quantity', '不可售数量', '不可售库存'),
    column('inbound', 'inbound-quantity', '入库数量', '入库中'),
    column('age0to90', 'inv-age-0-to-90-days', '库龄 0-90 天', '库存龄 0-90 天'),
    column('age91to180', 'inv-age-91-to-180-days', '库龄 91-180 天', '库存龄 91-180 天'),
    column('age181to270', 'inv-age-181-to-270-days', '库龄 181-270 天', '库存龄 181-270 天'),
    column('age271to365', 'inv-age-271-to-365-days', '库龄 271-365 天', '库存龄 271-365 天'),
    column('age366to455', 'inv-age-366-to-455-days', '库龄 366-455 天'),
    column('age456plus', 'inv-age-456-plus-days', '库龄 456 天以上'),
    column('age366plus', 'inv-age-365-plus-days', 'inv-age-366-plus-days', '库存龄 365 天以上'),
  ],
  quoting: 'none',
  unit: ['sku'],
  listingKey: ['sku'],
  noAttributes: [/./],
  zeroIsNone: ['price', 'salePrice'],
  stamp: 'snapshotOn',
  storeBy: 'site',
  stock: [
    {
      location: { name: 'FBA' },
      available: ['available'],
      committed: ['reservedOrders'],
      reserved: ['reservedTransfers', 'reservedProcessing'],
      reservedWithOrders: ['reserved'],
      unsellable: ['unsellable'],
      inbound: ['inbound'],
      ages: [
        { from: 0, to: 90, fields: ['age0to90'] },
        { from: 91, to: 180, fields: ['age91to180'] },
        { from: 181, to: 270, fields: ['age181to270'] },
        { from: 271, to: 365, fields: ['age271to365'] },
        { from: 366, to: 455, fields: ['age366to455'] },
        { from: 456, to: null, fields: ['age456plus'] },
        { from: 366, to: null, fields: ['age366plus'] },
      ],
    },
  ],
});
