/**
 * The headers of WooCommerce's product export in the languages of its sites. English, German, French, Spanish, Italian, Dutch,
 * Portuguese (Brazil), Russian, Japanese and Polish were seen in headers of exports that public code quotes; those that stand as
 * `fromMemory` (Swedish, Danish, Norwegian, Czech, Turkish, Chinese and rarer variants) were not.
 */

const names = (text: string) => text.split('|');
const fromMemory = names;

export const TYPE = [...names('Type|Typ|Tipo|Тип|タイプ'), ...fromMemory('Rodzaj|Tür|Tyyppi|类型|類型')];

export const SKU = [
  ...names('SKU|UGS|Artikelnummer|COD|Артикул'),
  ...fromMemory('Art.-Nr.|REF|Varenummer|Varenummer (SKU)|Katalogové číslo|Stok kodu (SKU)|商品コード|商品コード (SKU)'),
];

export const GTIN = [
  ...names(
    'GTIN, UPC, EAN, or ISBN|GTIN, UPC, EAN oder ISBN|GTIN, UPC, EAN o ISBN|GTIN, UPC, EAN, o ISBN|' +
      'GTIN, UPC, EAN of ISBN|GTIN, UPC, EAN или ISBN|GTIN, UPC, EAN, ou ISBN|GTIN13 / EAN|GTIN12 / UPC|' +
      'GTIN14 / ITF-14|GTIN8|ISBN|EAN',
  ),
  ...fromMemory('GTIN, UPC, EAN ou ISBN|GTIN, UPC, EAN lub ISBN|GTIN, UPC, EAN eller ISBN|GTIN, UPC, EAN nebo ISBN|GTIN'),
];

export const NAME = [...names('Name|Nom|Nombre|Nome|Naam|Имя|名前|Nazwa'), ...fromMemory('Navn|Namn|Název|İsim|名称|名稱')];

export const PUBLISHED = [
  ...names('Published|Veröffentlicht|Publié|Publicado|Pubblicato|Gepubliceerd|Опубликован|公開済み|Opublikowano'),
  ...fromMemory('Publicerad|Udgivet|Publisert|Publikováno|Yayımlanmış|已发布|已發佈'),
];

export const STOCK = [
  ...names('Stock|Bestand|Lager|Inventario|Magazzino|Voorraad|Запасы|在庫|Estoque|Stan magazynowy'),
  ...fromMemory('Lagerbeholdning|Sklad|Stok|库存|庫存'),
];

export const SALE_PRICE = [
  ...names(
    'Sale price|Angebotspreis|Tarif promo|Precio rebajado|Prezzo in offerta|Actieprijs|Акционная цена|' +
      'Цена распродажи|セール価格|Preço promocional|Cena promocyjna',
  ),
  ...fromMemory('Reapris|Tilbudspris|Salgspris|Zvýhodněná cena|İndirimli fiyat|促销价|促銷價'),
];

/** Prices whose header only WooCommerce has. */
const REGULAR_PRICE = [
  ...names('Regular price|Regulärer Preis|Tarif régulier|Precio normal|Prezzo di listino|Reguliere prijs|Базовая цена|標準価格'),
  ...fromMemory('Cena regularna|Ordinarie pris|Normalpris|Ordinær pris|Běžná cena|Normal fiyat|通常価格|常规价格|原價'),
];

export const PRICE = [...REGULAR_PRICE, 'Preço', 'Cena'];

export const CATEGORIES = [
  ...names('Categories|Kategorien|Catégories|Categorías|Categorias|Categorie|Categorieën|Категории|カテゴリー|Kategorie'),
  ...fromMemory('Kategorier|Kategoriler|分类|分類'),
];

export const PARENT = [
  ...names('Parent|Übergeordnetes Produkt|Superior|Genitore|Hoofd|Родительский|親|Ascendente|Element nadrzędny'),
  ...fromMemory('Överordnad|Forælder|Forelder|Nadřazené|Ebeveyn|父级|上層'),
];

export const BRANDS = [...names('Brands|Marken|Marcas|Marchi|Merken'), ...fromMemory('Marques|Бренды|ブランド|Marki|Varumärken')];

export const COST = [...names('Cost of goods|Cost of Goods'), ...fromMemory('Warenkosten|Coste de los bienes|Coût des marchandises')];

/** Headers that no other file of an `ID` has: what tells the export when columns were left out. */
export const TELLING = [
  ...REGULAR_PRICE,
  ...names(
    'Is featured?|Ist hervorgehoben?|Mis en avant ?|¿Está destacado?|In primo piano?|Uitgelicht?|Рекомендуемый?|' +
      'オススメですか ?|Em destaque?|Wyróżniony produkt?|Visibility in catalog|Sichtbarkeit im Katalog|' +
      'Visibilité dans le catalogue|Visibilidad en el catálogo|Visibilità nel catalogo|Zichtbaarheid in catalogus|' +
      'Видимость в каталоге|カタログでの表示|Visibilidade no catálogo|Widoczność w katalogu|In stock?|Vorrätig?|En stock ?|' +
      '¿Existencias?|¿En inventario?|Op voorraad?|В наличии?|Наличие|在庫の有無|Em estoque?|W magazynie?|Sale price|' +
      'Angebotspreis|Tarif promo|Precio rebajado|Prezzo in offerta|Actieprijs|Акционная цена|Цена распродажи|セール価格|' +
      'Preço promocional|Cena promocyjna',
  ),
];

/** Long texts, lists of pictures, and what page builders store: no attribute of a product. */
export const LONG = [
  /^(short )?description$/i,
  /^(kurz)?beschreibung$/i,
  /^description( courte)?$/i,
  /^descripción( corta)?$/i,
  /^(breve )?descrizione$/i,
  /^(korte )?(beschrijving|omschrijving)$/i,
  /^(краткое |короткое )?описание$/i,
  /^(簡単な)?説明$/,
  /^descrição( curta)?$/i,
  /^(krótki )?opis$/i,
  /^(images?|bilder|imágenes|immagin[ei]|afbeeldingen|изображения|画像|imagens|obrazki)$/i,
  /: _?(elementor|oembed|g_feedback|wp_page_template|wp_old_date|edit_last|ma_data)/i,
];

/** "Attribute 1 value(s)" in any of these languages: a word for attribute, a word for value, a number. */
export const ATTRIBUTE_VALUE =
  /^(?=.*\d)(?=.*(at+ribut|atrybut|eigenschap|ат+рибут|属性|egenskap))(?=.*(value|wert|valeur|valor|valuta|waarde|знач|値|值|warto|värde|værdi|verdi|hodnot))/i;
