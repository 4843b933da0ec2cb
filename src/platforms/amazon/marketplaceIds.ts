/** Amazon's ids of its marketplaces, as its templates name them in columns. Source: Selling Partner API, "Marketplace IDs". */
import { marketplaceOf } from '../marketplaces.js';

const IDS: Readonly<Record<string, string>> = {
  'Amazon.com': 'ATVPDKIKX0DER',
  'Amazon.ca': 'A2EUQ1WTGCTBG2',
  'Amazon.com.mx': 'A1AM78C64UM0Y8',
  'Amazon.com.br': 'A2Q3Y263D00KWC',
  'Amazon.co.uk': 'A1F83G8C2ARO7P',
  'Amazon.de': 'A1PA6795UKMFR9',
  'Amazon.fr': 'A13V1IB3VIYZZH',
  'Amazon.it': 'APJ6JRA9NG5V4',
  'Amazon.es': 'A1RKKUPIHCS9HS',
  'Amazon.nl': 'A1805IZSGTT6HS',
  'Amazon.com.be': 'AMEN7PMS3EDWL',
  'Amazon.se': 'A2NODRKZP88ZB9',
  'Amazon.pl': 'A1C3SOZRARQ6R3',
  'Amazon.ie': 'A28R8C7NBKEWEA',
  'Amazon.com.tr': 'A33AVAJ2PDY3EV',
  'Amazon.ae': 'A2VIGQ35RCS4UG',
  'Amazon.sa': 'A17E79C6D8DWNP',
  'Amazon.eg': 'ARBP9OOSHTCHU',
  'Amazon.co.za': 'AE08WJ6YKNBMC',
  'Amazon.in': 'A21TJRUUN4KGV',
  'Amazon.sg': 'A19VAU5U5O7RUS',
  'Amazon.com.au': 'A39IBJ37TRP1C6',
  'Amazon.co.jp': 'A1VC38T7YXB528',
};

/** The id of a store's marketplace; null where it is none of Amazon's, or not known. */
export function marketplaceId(marketplace: string | null): string | null {
  return marketplace === null ? null : (IDS[marketplaceOf('amazon', marketplace)?.name ?? ''] ?? null);
}
