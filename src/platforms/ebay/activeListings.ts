/**
 * All active listings report of Seller Hub, and the older one of File Exchange. A listing with variations is one row for all of
 * them, with the sum of their quantities, followed by one row each that repeats the item number.
 *
 * The current price counts (a fixed price, or the standing bid); dates stay as text, since each site writes its own. Product
 * codes that say that there is none ("Does not apply") are empty. Condition columns of card sellers (`CD:…`) are attributes.
 *
 * The columns come from headers that public code states to be real. German, French, Spanish and Italian names are from memory.
 */
import { column, defineReport, required } from '../define.js';

export const ebayActiveListings = defineReport({
  id: 'ebay.active-listings',
  platform: 'ebay',
  report: 'All active listings report',
  fills: ['listings', 'stock'],
  certainty: 'A-',
  source: 'header in several public readers of the file',
  download: 'Seller Hub > Reports > Downloads > Listings: All active listings',
  notes: ['the first row of a listing with variations holds their sum: its stock is not counted'],
  columns: [
    required('productId', 'Item number', 'ItemID', 'Artikelnummer', "Numéro de l'objet", 'Número de artículo', 'Numero oggetto'),
    required('title', 'Title', 'ItemTitle', 'Titel', 'Angebotstitel', 'Titre', 'Título', 'Titolo'),
    column(
      'variation',
      'Variation details',
      'VariationDetails',
      'Variantendetails',
      'Détails de la variante',
      'Detalles de la variación',
      'Dettagli della variante',
    ),
    column(
      'sku',
      'Custom label (SKU)',
      'Custom label',
      'CustomLabel',
      'Bestandseinheit (SKU)',
      'Bestandseinheit',
      'Étiquette personnalisée (SKU)',
      'Etiqueta personalizada (SKU)',
      'Etichetta personalizzata (SKU)',
    ),
    required(
      'available',
      'Available quantity',
      'QuantityAvailable',
      'Verfügbare Stückzahl',
      'Verfügbare Menge',
      'Quantité disponible',
      'Cantidad disponible',
      'Quantità disponibile',
    ),
    column('currency', 'Currency', 'Währung', 'Devise', 'Moneda', 'Valuta'),
    column(
      'price',
      'Current price',
      'Price',
      'Start price',
      'Aktueller Preis',
      'Startpreis',
      'Prix actuel',
      'Precio actual',
      'Prezzo attuale',
    ),
    column(
      'category',
      'eBay category 1 name',
      'CategoryLeafName',
      'eBay-Kategorie 1 Name',
      'Nom de la catégorie eBay 1',
      'Nombre de la categoría 1 de eBay',
      'Nome categoria eBay 1',
    ),
    column('condition', 'Condition', 'Artikelzustand', 'Zustand', 'État', 'Estado', 'Condizioni'),
    column('site', 'Listing site', 'SiteListed', 'Angebotswebsite', 'Site de mise en vente', 'Sitio del anuncio', "Sito dell'inserzione"),
    { ...column('gtin', 'P:EAN', 'P:UPC', 'P:ISBN'), only: /^[\s'"=]*\d/, firstFilled: true },
  ],
  not: ['Sold For', 'Sale Date', 'Order Number', 'Bestellnummer', 'Verkauft für'],
  unit: ['productId'],
  listingKey: ['productId', 'variation'],
  productKey: 'productId',
  firstRowIsParent: true,
  storeBy: 'site',
  stock: [{ location: { name: 'eBay' }, available: ['available'] }],
  noAttributes: [/^PrivateNotes$/i],
});
