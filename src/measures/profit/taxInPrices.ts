/**
 * Whether the order reports of a platform tell prices with the tax in them and the tax beside: then the tax is taken out, since it is no
 * revenue. Amazon does so wherever shoppers are shown prices with tax; in the United States and Canada tax comes on top. Other platforms leave
 * it to the shop or do not tell: their prices are taken as they are.
 *
 * Source: the All Orders report of Amazon (a real UK export of 2025: item-price holds item-tax), certainty A-.
 */
const ON_TOP = ['USD', 'CAD', 'MXN'];

export function hasTaxInPrices(store: { readonly platform: string } | undefined, currency: string | null): boolean {
  return store?.platform === 'amazon' && currency !== null && !ON_TOP.includes(currency);
}

/** Whether buyers pay tax on top of the prices: there a fee of all that they pay is taken of the tax too. */
export function isTaxOnTop(currency: string | null): boolean {
  return currency !== null && ON_TOP.includes(currency);
}
