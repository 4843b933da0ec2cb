import { readdirSync } from 'node:fs';
import { it } from 'vitest';
import { readExport } from './zzwRead.js';

for (const d of [
  'shopify',
  'woocommerce',
  'etsy',
  'taobao',
  'amazon',
  'sycm',
  'rakuten',
  'ga4',
  'google_ads',
  'keyword_tools',
  'zh-ad-words',
])
  it(d, async () => {
    const dir = `../shared/exports/${d}/`;
    for (const f of readdirSync(dir)) {
      try {
        const r = await readExport(dir + f, { currency: d === 'taobao' ? 'CNY' : 'EUR', timeZone: 'Europe/Berlin' });
        const why: Record<string, number> = {};
        for (const x of r.rejected) {
          const k = `${x.column}: ${x.reason}`;
          why[k] = (why[k] ?? 0) + 1;
        }
        console.log(
          f,
          r.binding.format.id,
          'read',
          r.read,
          'stored',
          r.rows.length,
          'ignored',
          r.ignored,
          'rejected',
          r.rejected.length,
          why,
          'dropped',
          r.binding.dropped,
        );
        if (process.env.SHOW) for (const x of r.rows.slice(0, 4)) console.log(JSON.stringify(x).slice(0, 1800));
        console.log(r.rejected.slice(0, 3));
      } catch (e) {
        console.log(f, (e as Error).message.slice(0, 300));
      }
    }
  }, 120000);
