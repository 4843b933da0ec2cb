/**
 * Orders report of Seller Hub: one row an item of an order. An order of several items starts with a row that names no item and
 * holds what belongs to the order; its `Sold For` and quantity are sums of the rows below and belong to no line.
 *
 * `Sold For` is the price of one unit (3 × AU $260.00 + AU $9.00 postage = a total of AU $789.00). Of taxes only what the seller
 * collects is kept: what eBay collects and remits never was the seller's. Refunds and cancellations are in no column. Days only.
 * Purchases that were never paid for have no order number and are left out by name. German files are separated by semicolons.
 *
 * The columns come from headers that public code states to be real (US, UK, Australia, Germany); the French, Spanish and Italian
 * names and the German footer are from memory. Real files hold buyers and were not opened.
 */
import { column, defineReport, required } from '../define.js';

export const ebayOrders = defineReport({
  id: 'ebay.orders',
  platform: 'ebay',
  report: 'Orders report',
  fills: ['orders'],
  certainty: 'A-',
  source: 'header in several public readers of the file',
  download: 'Seller Hub > Orders > Download report',
  notes: [
    'the amount of a line is `Sold For` × quantity: VAT included in Europe, sales tax not included in America',
    'refunds and cancellations are in no column: orders that were cancelled later still count',
  ],
  columns: [
    required('orderId', 'Order Number', 'Bestellnummer', 'Numéro de commande', 'Número de pedido', "Numero d'ordine", 'Numero ordine'),
    required('productId', 'Item Number', 'Artikelnummer', "Numéro de l'objet", 'Número de artículo', 'Numero oggetto'),
    required(
      'title',
      'Item Title',
      'Angebotstitel',
      'Artikelbezeichnung',
      "Titre de l'objet",
      'Título del artículo',
      "Titolo dell'oggetto",
    ),
    required('quantity', 'Quantity', 'Anzahl', 'Stückzahl', 'Menge', 'Quantité', 'Cantidad', 'Quantità'),
    required('unitPrice', 'Sold For', 'Sale Price', 'Verkauft für', 'Verkaufspreis', 'Vendu pour', 'Vendido por', 'Venduto a'),
    column(
      'sku',
      'Custom Label',
      'Custom label (SKU)',
      'Bestandseinheit',
      'Bestandseinheit (SKU)',
      'Étiquette personnalisée',
      'Etiqueta personalizada',
      'Etichetta personalizzata',
    ),
    column(
      'variation',
      'Variation Details',
      'Variantendetails',
      'Détails de la variante',
      'Detalles de la variación',
      'Dettagli della variante',
    ),
    column(
      'orderShipping',
      'Shipping And Handling',
      'Postage And Handling',
      'Postage And Packaging',
      'Verpackung und Versand',
      'Expédition et manutention',
      'Gastos de envío y manipulación',
      'Spedizione e imballaggio',
    ),
    column('orderTax', 'Seller Collected Tax', 'Vom Verkäufer eingezogene Steuer'),
    column('orderTotal', 'Total Price', 'Gesamtbetrag', 'Gesamtpreis', 'Prix total', 'Precio total', 'Prezzo totale'),
    column('orderedAt', 'Sale Date', 'Verkauft am', 'Verkaufsdatum', 'Date de vente', 'Fecha de venta', 'Data di vendita'),
    column('paidAt', 'Paid On Date', 'Zahlungsdatum', 'Bezahldatum', 'Date de paiement', 'Fecha de pago', 'Data del pagamento'),
  ],
  people: { buyer: ['Buyer Username', 'Nutzername des Käufers', 'Mitgliedsname', 'User Id', 'Buyer Name', 'Name des Käufers'] },
  ignore: [
    { rule: 'footer', anyCell: /^\s*\d*\s*(record\(s\) downloaded|datens[aä]tze? heruntergeladen)/i },
    // Beyond English only the verb is certain. Nothing of a sale stands beside it: a title may end in the same word.
    {
      rule: 'footer',
      anyCell: /^[\d\s]*[\p{L}()/ ]*(heruntergeladen|téléchargée?s?|descargad[oa]s?|scaricat[oiae])\s*$/iu,
      blank: ['productId', 'title', 'quantity', 'unitPrice'],
    },
    { rule: 'footer', firstCell: /^\s*(seller id|verkäufer(-id|name)?|identifiant du vendeur|id del vendedor|id venditore)\s*:/i },
    { rule: 'empty rows', blank: ['orderId', 'productId', 'title', 'quantity', 'unitPrice'] },
    { rule: 'purchases without an order number (never paid)', blank: ['orderId'] },
  ],
  unit: ['orderId'],
});
