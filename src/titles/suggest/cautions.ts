/**
 * Words that a title may not take from what shoppers type, unless a text of the listing says them: they state a property of the
 * product, and a search is no proof of it. Somebody who typed "organic" and bought says nothing about the tea.
 *
 * By language: material, colour, size, feature, origin, certification, quality, style, contents. Compared by stems. Names of others'
 * brands and shops may not be taken at all. Both lists are short and of the trade's commonest words; what is not in them (a material
 * that nobody thought of) is named in the proposal as new, for the reviewer.
 */
import { stemOf } from '../../measures/words/stems.js';
import { wordKey } from '../../measures/words/words.js';

const PROPERTIES: Readonly<Record<string, string>> = {
  en: `
    aluminum aluminium acrylic bamboo bone borosilicate brass bronze canvas cashmere cast iron ceramic chrome clay copper cork cotton crystal
    denim earthenware enamel enameled fabric fleece glass gold granite iron jade latex leather linen marble mesh metal nylon oak paper
    pewter pine plastic platinum polyester porcelain pottery pvc rattan resin rubber satin silicone silk silver slate stainless steel sterling
    stone stoneware suede teak terracotta titanium tin velvet vinyl walnut wicker wood wooden wool zinc
    beige black blue bronze brown burgundy charcoal colorful coral cream cyan fuchsia green grey gray indigo ivory khaki lavender lilac
    magenta maroon mint mustard navy olive orange peach pink purple red rose sage tan taupe teal turquoise violet white yellow clear
    transparent multicolor rainbow matte matt glossy shiny
    big compact extra giant huge jumbo large little long medium mini narrow oversized short slim small tall thick thin tiny wide xl xxl xs
    adjustable airtight auto automatic battery bluetooth collapsible cordless digital dimmable dishwasher disposable double durable electric
    ergonomic fireproof foldable handheld heated heavy duty induction insulated leakproof lightweight led magnetic manual microwave
    nonstick oven portable programmable proof quick rechargeable refillable remote removable resistant reusable safe safety smart solar
    indoor outdoor speckled stackable stovetop temperature thermal timer unbreakable usb variable washable waterproof warm wifi wireless fast quiet silent
    american australian austrian belgian british canadian chinese danish dutch english european french german irish italian japan japanese
    korean mexican scandinavian scottish spanish swedish swiss turkish usa
    bio biodegradable bpa certified chemical compostable cruelty eco eu fair fda fluoride free friendly gluten gmo halal hypoallergenic
    keto kosher lead natural nontoxic oeko organic paraben pfas phthalate recyclable recycled sugar sulfate sustainable toxic trade unbleached
    usda vegan vegetarian decaf caffeine
    authentic best ceremonial certified cheap deluxe designer exclusive fine finest genuine grade guaranteed handcrafted handmade handpainted
    high luxury new official original patented personalized custom premium professional quality real strong super top ultimate
    antique boho classic farmhouse industrial minimalist modern nordic retro rustic traditional vintage
    drawstring empty fillable filled whistle whistling zipper zippered buckle hooded lined padded quilted sleeveless strapless
    bulk bundle double kit lid pack pair single triple replacement set spare refill warmer handle
  `,
  de: `
    edelstahl stahl glas holz kunststoff plastik keramik porzellan steinzeug kupfer messing leder baumwolle leinen wolle bambus silikon
    emaille gusseisen aluminium titan schwarz weiß weiss rot blau grün gelb grau braun rosa beige gold silber türkis matt klein groß gross
    mini lang kurz breit kabellos elektrisch automatisch spülmaschinenfest mikrowellengeeignet wasserdicht faltbar isoliert luftdicht
    bpa frei vegan bio biologisch nachhaltig original echt handgemacht handgefertigt premium deutsch deutschland italienisch japanisch set
  `,
  fr: 'inox acier verre bois plastique céramique porcelaine cuivre cuir coton lin laine bambou silicone fonte noir blanc rouge bleu vert jaune gris rose beige doré argenté petit grand mini sans fil électrique automatique bio vegan artisanal français japonais lot coffret',
  es: 'acero inoxidable vidrio cristal madera plástico cerámica porcelana cobre cuero algodón lino lana bambú silicona negro blanco rojo azul verde amarillo gris rosa beige dorado plateado pequeño grande mini inalámbrico eléctrico automático ecológico orgánico vegano artesanal español japonés juego set pack',
  it: 'acciaio inox vetro legno plastica ceramica porcellana rame pelle cotone lino lana bambù silicone nero bianco rosso blu verde giallo grigio rosa beige oro argento piccolo grande mini elettrico automatico biologico vegano artigianale italiano giapponese set',
};

/** Of languages without spaces, looked for inside the word. */
const UNSPACED_PROPERTIES: Readonly<Record<string, string>> = {
  zh: '不锈钢 陶瓷 玻璃 塑料 纯棉 真皮 实木 竹 硅胶 铸铁 钛 纯银 黄铜 黑色 白色 红色 蓝色 绿色 黄色 粉色 灰色 紫色 金色 银色 大号 小号 中号 迷你 大容量 加厚 加大 便携 折叠 防水 防漏 无线 充电 电动 智能 自动 恒温 保温 隔热 耐高温 耐热 静音 进口 日本 日式 德国 法国 意大利 美国 韩国 手工 有机 天然 纯天然 无糖 食品级 抗菌 环保 正品 原装 高端 高档 奢华 套装 两件套 三件套 四件套 礼盒',
  ja: 'ステンレス 陶器 磁器 ガラス 木製 竹 シリコン 鋳鉄 銅 真鍮 革 綿 麻 黒 白 赤 青 緑 黄 ピンク グレー ブラック ホワイト レッド ブルー ミニ 大容量 大きい 小さい 軽量 折りたたみ 防水 電気 コードレス 自動 保温 保冷 真空断熱 食洗機対応 電子レンジ対応 耐熱 静音 日本製 北欧 イタリア ドイツ オーガニック 無農薬 手作り 本革 純正 高級 セット',
};

/** Brands and shops that shoppers type beside what they look for. */
const OTHERS_NAMES =
  'adidas aldi alessi amazon anker apple argos asda aukey bialetti black+decker bodum bosch braun brita breville chemex cuisinart costco crayola delonghi disney dyson ebay etsy fellow fiskars fitbit garmin google gucci hamilton hario hasbro homedics hp huawei hydroflask ikea instant-pot jbl joann keurig kitchenaid kohls lego lenovo lenox levis lidl lipton logitech lululemon makita mattel melitta microsoft miele minc moccamaster nespresso nestle nike nintendo ninja oneplus oxo panasonic philips pinterest playmobil pokemon puma pyrex rolex rubbermaid russell-hobbs samsung saran sharpie shein siemens silhouette simplemodern smeg sodastream sony stanley starbucks target tefal temu tetley thermos tiktok tupperware twinings vitamix waitrose walmart wayfair weber wilko xbox xiaomi yeti zara zojirushi';

const stems = new Map<string, ReadonlySet<string>>();

/** Whether a word states a property of the product, so that only the listing's own texts may vouch for it. Figures do, too. */
export function statesProperty(key: string, language: string): boolean {
  if (/\p{N}/u.test(key)) return true;
  const inside = UNSPACED_PROPERTIES[language];
  if (inside?.split(' ').some((word) => key.includes(word))) return true;
  let known = stems.get(language);
  if (known === undefined) {
    const words = (PROPERTIES[language] ?? '').split(/\s+/).filter((word) => word !== '');
    known = new Set(words.map((word) => stemOf(wordKey(word), language)));
    stems.set(language, known);
  }
  return known.has(stemOf(key, language));
}

/** Whether the words for properties are known of a language; in others any word may be one. */
export function knowsProperties(language: string): boolean {
  return language in PROPERTIES || language in UNSPACED_PROPERTIES;
}

/** Whether titles of a language are rows of keywords without spaces, into which any word fits. */
export function isHeapOfWords(language: string): boolean {
  return language in UNSPACED_PROPERTIES;
}

const AUDIENCES: ReadonlySet<string> = new Set(
  'adult adults babies baby boy boys child children girl girls infant kid kids ladies lady man men mens teen teens toddler toddlers unisex woman women womens'.split(
    ' ',
  ),
);

/** Whether words name several audiences ("for women and men"): a title with one of them would shut out the others. */
export function namesSeveralAudiences(stems: ReadonlySet<string>, language: string): boolean {
  if (language !== 'en') return false;
  const groups = ['women woman womens lady ladies', 'men man mens', 'girl girls', 'boy boys', 'kid kids child children', 'adult adults'];
  return groups.filter((group) => group.split(' ').some((word) => stems.has(stemOf(word, 'en')))).length > 1;
}

/** Whether a word says for whom a thing is made: the wrong one promises a size and a cut that it has not. */
export function isAudience(key: string, language: string): boolean {
  return language === 'en' && AUDIENCES.has(key.replace(/['’]s$/, 's'));
}

const names = new Set(OTHERS_NAMES.split(' '));

/** Whether a word is the name of another brand or shop. */
export function isOthersName(key: string): boolean {
  return names.has(key);
}

const CONTENTS: ReadonlySet<string> = new Set('bulk bundle kit lid handle pack pair replacement refill set spare warmer'.split(' '));

/** Whether a word names what is in the box, rather than says how the product is. */
export function isContents(key: string): boolean {
  return CONTENTS.has(key);
}

/** Words that mean that several things come together: who sells a "set" may say "kit". */
const TOGETHER = ['set', 'kit', 'bundle'];

export function isTogether(key: string): boolean {
  return TOGETHER.includes(key);
}

/** What a thing is used for or whom it is for, which shoppers type without a preposition: "gooseneck kettle camping". */
const PURPOSES =
  'apartment backpacking baking bathroom bedroom beginner boys camping car coffee cooking decorating desk dorm girls hiking home kids kitchen men moving office packing painting party picnic rv school shelf shipping tea toddlers travel wedding women work yoga';

const purposes = new Set(PURPOSES.split(' '));

/** Whether a word says what or whom a thing is for; of English only. */
export function isPurpose(key: string, language: string): boolean {
  return language === 'en' && purposes.has(key);
}
