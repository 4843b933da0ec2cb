/** Every upload format, one line each. Of several that carry a field of a platform, the first is taken; the checklist is the last resort. */
import type { ListingFieldName } from '../core/listingField.js';
import { amazonListingsUpload } from './amazon/uploadListings.js';
import { amazonPriceQuantityUpload } from './amazon/uploadPriceQuantity.js';
import { ebayReviseUpload } from './ebay/uploadRevise.js';
import { googleSupplementalUpload } from './google/uploadSupplemental.js';
import { qoo10ItemsUpload, qoo10PricesUpload } from './qoo10/uploadItems.js';
import { rakutenItemsUpload } from './rakuten/uploadItems.js';
import { shopifyProductsUpload } from './shopify/uploadProducts.js';
import type { UploadFormat } from './upload.js';
import { checklist } from './uploadChecklist.js';
import { woocommerceProductsUpload } from './woocommerce/uploadProducts.js';
import { yahoojpItemsUpload } from './yahoojp/uploadItems.js';

export const UPLOAD_FORMATS: readonly UploadFormat[] = [
  shopifyProductsUpload,
  woocommerceProductsUpload,
  amazonListingsUpload,
  amazonPriceQuantityUpload,
  ebayReviseUpload,
  googleSupplementalUpload,
  rakutenItemsUpload,
  yahoojpItemsUpload,
  qoo10ItemsUpload,
  qoo10PricesUpload,
  checklist,
];

/** The upload of this id. */
export function uploadFormat(id: string): UploadFormat | undefined {
  return UPLOAD_FORMATS.find((format) => format.id === id);
}

/** The upload that carries a field of a platform; the checklist where none does. */
export function uploadFor(platform: string, field: ListingFieldName): UploadFormat {
  return UPLOAD_FORMATS.find((format) => format.platform === platform && format.carries.includes(field)) ?? checklist;
}
