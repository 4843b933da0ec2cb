import { describe, expect, it } from 'vitest';
import { isZone } from '../../src/core/zone.js';
import { marketplaceOf } from '../../src/platforms/marketplaces.js';

describe('the marketplace that a text names', () => {
  it.each([
    ['amazon', 'Amazon.com', 'us', 'USD'],
    ['amazon', 'amazon.co.uk', 'uk', 'GBP'],
    ['amazon', 'UK', 'uk', 'GBP'],
    ['amazon', 'GB', 'uk', 'GBP'],
    ['amazon', 'www.amazon.de', 'de', 'EUR'],
    ['amazon', 'España', 'es', 'EUR'],
    ['amazon', '日本', 'jp', 'JPY'],
    ['amazon', 'Amazon.com.mx', 'mx', 'MXN'],
    ['ebay', 'US', 'ebay-us', 'USD'],
    ['ebay', 'Germany', 'ebay-de', 'EUR'],
    ['ebay', 'eBayMotors', 'ebay-us', 'USD'],
  ])('%s: %s', (platform, text, storeName, currency) => {
    expect(marketplaceOf(platform, text)).toMatchObject({ storeName, currency, delivery: false });
  });

  it('of an order that Amazon delivers for another shop is where the stock lies', () => {
    expect(marketplaceOf('amazon', 'Non-Amazon US')).toMatchObject({ name: 'Amazon.com', delivery: true });
    expect(marketplaceOf('amazon', 'Non-Amazon')).toBeNull();
  });

  it('is none for unknown words and for platforms whose files name no site', () => {
    expect(marketplaceOf('amazon', 'Atlantis')).toBeNull();
    expect(marketplaceOf('etsy', 'US')).toBeNull();
  });

  it('has a time zone that exists', () => {
    const countries = [
      'US',
      'CA',
      'MX',
      'BR',
      'GB',
      'DE',
      'FR',
      'IT',
      'ES',
      'NL',
      'BE',
      'SE',
      'PL',
      'IE',
      'TR',
      'AE',
      'SA',
      'EG',
      'ZA',
      'IN',
      'SG',
      'AU',
      'JP',
    ];
    for (const country of countries) expect(isZone(marketplaceOf('amazon', country)?.timeZone ?? ''), country).toBe(true);
  });
});
