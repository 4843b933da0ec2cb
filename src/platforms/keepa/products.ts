/**
 * Keepa: Product Finder and Product Viewer. Some hundred columns to choose from, with pictures in their names ("Buy Box 🚚: Current"), which
 * change from version to version, in the user's language. The first price that is there counts: of the buy box, new, or Amazon's own.
 * Ranks and prices of the past stay with the offer as free columns.
 *
 * English names from a header that is stated to be real and public readers; Spanish ones from readers of real exports; German, French
 * and Italian ones from memory.
 */
import { column, defineReport, required } from '../define.js';

/** Keepa names the site by its domain. */
const SITES = { com: 'US', 'co.uk': 'UK', 'com.mx': 'MX', 'com.br': 'BR', 'co.jp': 'JP', 'com.au': 'AU' };

export const keepaProducts = defineReport({
  id: 'keepa.products',
  platform: 'keepa',
  report: 'Keepa: Product Finder, Product Viewer',
  fills: ['offers'],
  certainty: 'B',
  source: 'a header stated to be real, and public readers (English, Spanish); other languages from memory',
  download: 'Keepa > Data > Product Finder (or Product Viewer) > Export > CSV or Excel',
  notes: ['"bought in past month" is what Amazon shows on its page, in steps; it is no count'],
  columns: [
    required('offerId', 'ASIN'),
    { ...column('site', 'Locale', 'Configuración regional', 'Land'), words: SITES },
    column('title', 'Title', 'Título', 'Titel', 'Titre', 'Titolo'),
    column('parentAsin', 'Parent ASIN', 'ASIN Padre', 'Übergeordnete ASIN', 'ASIN parent'),
    column('brand', 'Brand', 'Marca', 'Marke', 'Marque'),
    column('category', 'Categories: Root', 'Categorías: Principal', 'Kategorien: Root', 'Catégories: Racine', 'Categorie: Radice'),
    {
      ...column(
        'price',
        ...['Buy Box: Current', 'Caja de Compra: Actual', 'Buy Box: Aktuell', 'Buy Box: Actuel', 'New: Current', 'Nuevo: Actual'],
        ...['Neu: Aktuell', 'Neuf: Actuel', 'Amazon: Current', 'Amazon: Actual', 'Amazon: Aktuell', 'Amazon: Actuel'],
      ),
      firstFilled: true,
    },
    column('compareAtPrice', 'List Price: Current', 'Precio de lista: Actual', 'UVP: Aktuell'),
    { ...column('salesRank', 'Sales Rank: Current', 'Clasificación de Ventas: Actual', 'Verkaufsrang: Aktuell'), strip: /^# ?/ },
    column('rating', 'Reviews: Rating', 'Opiniones: Valoraciones', 'Bewertungen: Bewertung'),
    column(
      'reviewCount',
      ...['Reviews: Rating Count', 'Reviews: Review Count', 'Opiniones: Cantidad de valoraciones', 'Bewertungen: Anzahl'],
    ),
    column(
      'estimatedUnits',
      ...['Bought in past month', 'Monthly Sales Trends: Bought in past month', 'Tendencias de ventas mensuales: Comprados el mes pasado'],
    ),
    column('sellers', 'Total Offer Count', 'New Offer Count: Current', 'Recuento ofertas nuevas: Actual', 'Anzahl neuer Angebote: Aktuell'),
    column('seller', 'Buy Box: Buy Box Seller', 'Buy Box Seller', 'Caja de Compra: Vendedor de la Caja de Compra'),
    // Several are separated by commas, the newest first.
    {
      ...column('gtin', 'Product Codes: EAN', 'Product Codes: UPC', 'Códigos de producto: EAN', 'Produktcodes: EAN', 'Codes produit: EAN'),
      strip: /,.*$/,
    },
    column('url', 'URL: Amazon'),
    column('imageUrl', 'Image', 'Imagen', 'Bild'),
    { ...column('listedOn', 'Listed since', 'Listado desde', 'Gelistet seit'), only: /^\d{4}\D\d{1,2}\D\d{1,2}/ },
  ],
  hasOneOf: [
    ...['Sales Rank: Current', 'Buy Box: Current', 'Categories: Root', 'Product Codes: EAN', 'Amazon: Current', 'New: Current'],
    ...['Sales Rank: 90 days avg.', 'Clasificación de Ventas: Actual', 'Caja de Compra: Actual', 'Categorías: Principal'],
    ...['Códigos de producto: EAN', 'Verkaufsrang: Aktuell', 'Buy Box: Aktuell', 'Kategorien: Root', 'Buy Box: Actuel', 'Amazon: Actuel'],
  ],
  serves: ['amazon'],
  storeBy: 'site',
  unit: ['offerId'],
  period: 'snapshot',
  grain: 'offer',
});
