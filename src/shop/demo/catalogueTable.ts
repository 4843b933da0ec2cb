/** The families for table, pantry and home, and the teas. The columns of a variant are described in catalogue.ts. */
import type { Family } from './catalogue.js';

const HOME = 'Home & Garden';
const TEA = 'Food, Beverages & Tobacco > Beverages > Tea & Infusions';
const MUGS = `${HOME} > Kitchen & Dining > Tableware > Drinkware > Mugs`;
const LINENS = `${HOME} > Linens & Bedding > Kitchen Linens`;

// biome-ignore format: a variant a line reads as a table
export const TABLE: readonly Family[] = [
  {
    code: 'MUG-4', title: 'Stoneware Mugs, Set of 4', type: 'Mugs', category: MUGS, optionNames: ['Color'],
    season: 'gift', supplier: 'ceramics', returnRate: 0.035, grams: 1650,
    zhTitle: '复古陶瓷马克杯四件套家用咖啡杯情侣水杯礼盒装生日礼物乔迁送',
    variants: [
      ['BLUE', 'Blue', 32, 10.4, 2.66, 0.33, 0.35, '蓝色四只装'],
      ['SAND', 'Sand', 32, 10.4, 1.33, 0.24, 0.21, '沙色四只装'],
      ['MOSS', 'Moss', 32, 10.4, 0.59, 0.15, 0.14, '苔绿四只装'],
      ['GREY', 'Grey', 32, 10.4, 0.3, 0.1, 0],
    ],
  },
  {
    code: 'MUG-1', title: 'Café Mug 350 ml', type: 'Mugs', category: MUGS, optionNames: ['Color'],
    season: 'gift', supplier: 'ceramics', returnRate: 0.03, grams: 390, bulk: true,
    zhTitle: '手工粗陶咖啡杯马克杯女生办公室水杯350毫升',
    variants: [
      ['BLUE', 'Blue', 12.5, 3.4, 0.89, 0.38, 0.42, '蓝色'],
      ['SAND', 'Sand', 12.5, 3.4, 0.52, 0.28, 0.28, '沙色'],
      ['MOSS', 'Moss', 12.5, 3.4, 0, 0.24, 0.21, '苔绿'],
      ['WHITE', 'White', 11.9, 3.2, 0, 0.24, 0.21, '白色'],
      ['ROSE', 'Rosé', 12.5, 3.4, 0, 0.15, 0.14, '玫瑰色'],
    ],
  },
  {
    code: 'MUG-DW', title: 'Double Wall Glasses, Set of 2', type: 'Mugs', category: MUGS, optionNames: ['Size'],
    season: 'gift', supplier: 'glass', returnRate: 0.045, grams: 420,
    zhTitle: '双层玻璃杯隔热咖啡杯耐高温家用茶杯两只装',
    variants: [
      ['250', '250 ml', 19.9, 6.2, 0, 0.24, 0.35, '250毫升'],
      ['350', '350 ml', 22.9, 7.1, 0.89, 0.24, 0.28, '350毫升'],
    ],
  },
  {
    code: 'TRAVEL', title: 'Travel Mug 400 ml', type: 'Mugs', category: MUGS, optionNames: ['Color'],
    season: 'winter', supplier: 'electric', returnRate: 0.035, grams: 310,
    zhTitle: '随行杯不锈钢保温杯便携咖啡杯车载水杯男女',
    variants: [
      ['BLACK', 'Black', 23.5, 7.8, 0.96, 0.24, 0.35, '黑色'],
      ['SAGE', 'Sage', 23.5, 7.8, 0, 0.19, 0.28, '鼠尾草绿'],
      ['COPPER', 'Copper', 25.5, 8.4, 0, 0.1, 0],
    ],
  },
  {
    code: 'ESP-6', title: 'Espresso Cups, Set of 6', type: 'Mugs', category: MUGS, optionNames: ['Color'],
    season: 'gift', supplier: 'ceramics', returnRate: 0.035, grams: 900,
    variants: [
      ['WHITE', 'White', 29.9, 9.8, 0.37, 0.15, 0],
      ['MIX', 'Mixed', 31.9, 10.2, 0, 0.1, 0],
    ],
  },
  {
    code: 'TEA-EARL', title: 'Earl Grey Loose Leaf Tea', type: 'Tea', category: TEA, optionNames: ['Weight'],
    season: 'winter', supplier: 'tea', returnRate: 0.01, grams: 140, bulk: true,
    zhTitle: '伯爵红茶散装茶叶佛手柑风味英式下午茶',
    variants: [
      ['100', '100 g', 14.9, 3.6, 1.78, 0.66, 0.49, '100克'],
      ['250', '250 g', 27.9, 7.4, 0.74, 0.38, 0.21, '250克'],
      ['500', '500 g', 44.9, 13, 0, 0.15, 0],
    ],
  },
  {
    code: 'TEA-ENGL', title: 'English Breakfast Loose Leaf Tea', type: 'Tea', category: TEA, optionNames: ['Weight'],
    season: 'winter', supplier: 'tea', returnRate: 0.01, grams: 140, bulk: true,
    variants: [
      ['100', '100 g', 12.9, 3, 1.18, 0.57, 0],
      ['250', '250 g', 23.9, 6.3, 0, 0.33, 0],
      ['500', '500 g', 39.9, 11.4, 0, 0.12, 0],
    ],
  },
  {
    code: 'TEA-SENCHA', title: 'Sencha Green Tea', type: 'Tea', category: TEA, optionNames: ['Weight'],
    season: 'flat', supplier: 'tea', returnRate: 0.01, grams: 140, bulk: true,
    zhTitle: '日式煎茶绿茶散装蒸青茶叶冷泡茶',
    variants: [
      ['100', '100 g', 17.9, 4.9, 0.67, 0.43, 0.35, '100克'],
      ['250', '250 g', 34.9, 10.6, 0, 0.19, 0.14, '250克'],
      ['500', '500 g', 59.9, 19.5, 0, 0.08, 0],
    ],
  },
  {
    code: 'TEA-CHAM', title: 'Chamomile Tea Bags', type: 'Tea', category: TEA, optionNames: ['Count'],
    season: 'winter', supplier: 'tea', returnRate: 0.01, grams: 80, bulk: true,
    variants: [
      ['20', '20 bags', 8.9, 2, 0, 0.33, 0],
      ['60', '60 bags', 19.9, 5.1, 0, 0.19, 0],
    ],
  },
  {
    code: 'TEA-OOLONG', title: 'Milk Oolong Tea 100 g', type: 'Tea', category: TEA, optionNames: ['Title'],
    season: 'flat', supplier: 'tea', returnRate: 0.01, grams: 140, bulk: true,
    variants: [['', 'Default Title', 18.9, 5.4, 0, 0.28, 0]],
  },
  {
    code: 'TEA-CHAI', title: 'Masala Chai Loose Leaf Tea', type: 'Tea', category: TEA, optionNames: ['Weight'],
    season: 'dark', supplier: 'tea', returnRate: 0.01, grams: 140, bulk: true,
    variants: [
      ['100', '100 g', 13.9, 3.2, 0, 0.38, 0],
      ['250', '250 g', 25.9, 6.9, 0, 0.19, 0],
    ],
  },
  {
    code: 'TEA-GIFT-6', title: 'Tea Gift Box, 6 Teas', type: 'Gifts', category: TEA, optionNames: ['Title'],
    season: 'gift', supplier: 'tea', returnRate: 0.015, grams: 480,
    zhTitle: '茶叶礼盒装六味红茶花果茶组合送长辈中秋送礼高档礼品装年货节伴手',
    variants: [['', 'Default Title', 29.9, 9.1, 0.89, 0.43, 0.7]],
  },
  {
    code: 'ADVENT-24', title: 'Tea Advent Calendar, 24 Teas', type: 'Gifts', category: TEA, optionNames: ['Title'],
    season: 'advent', supplier: 'tea', returnRate: 0.015, grams: 650,
    variants: [['', 'Default Title', 34.9, 11.5, 0.67, 0.33, 0]],
  },
  {
    code: 'MATCHA', title: 'Matcha', type: 'Tea', category: TEA, optionNames: ['Kind'],
    season: 'flat', supplier: 'tea', returnRate: 0.02, grams: 260,
    zhTitle: '抹茶套装茶筅茶碗茶勺日式点茶工具',
    variants: [
      ['SET', 'Whisk Set', 42, 15.5, 1.92, 0.33, 0.42, '点茶套装'],
      ['30', '30 g', 19.9, 6.5, 0.37, 0.24, 0.28, '30克'],
      ['100', '100 g', 49.9, 18.9, 0.08, 0.08, 0],
    ],
  },
  {
    code: 'HONEY', title: 'Honey Jar with Dipper', type: 'Pantry', category: `${HOME} > Kitchen & Dining > Food Storage`,
    optionNames: ['Title'], season: 'gift', supplier: 'ceramics', returnRate: 0.03, grams: 520,
    variants: [['', 'Default Title', 18.5, 5.6, 0.2, 0.12, 0]],
  },
  {
    code: 'TRAY', title: 'Bamboo Serving Tray', type: 'Serving', category: `${HOME} > Kitchen & Dining > Serveware`,
    optionNames: ['Size'], season: 'flat', supplier: 'paper', returnRate: 0.03, grams: 800,
    zhTitle: '竹制茶盘托盘长方形家用茶具水杯收纳盘',
    variants: [
      ['S', 'Small', 17.9, 5.2, 0, 0.1, 0.21, '小号'],
      ['M', 'Medium', 22.9, 6.8, 0.37, 0.15, 0.28, '中号'],
      ['L', 'Large', 28.9, 8.9, 0, 0.1, 0],
    ],
  },
  {
    code: 'CADDY', title: 'Tea Caddy 150 g', type: 'Pantry', category: `${HOME} > Kitchen & Dining > Food Storage`,
    optionNames: ['Color'], season: 'gift', supplier: 'paper', returnRate: 0.02, grams: 180,
    zhTitle: '茶叶罐密封罐马口铁便携茶罐家用储茶罐',
    variants: [
      ['BLUE', 'Blue', 11.5, 2.9, 0, 0.15, 0.35, '蓝色'],
      ['GREEN', 'Green', 11.5, 2.9, 0, 0.1, 0.28, '绿色'],
      ['BLACK', 'Black', 11.5, 2.9, 0.1, 0.1, 0.28, '黑色'],
    ],
  },
  {
    code: 'CHEST', title: 'Wooden Tea Chest', type: 'Pantry', category: `${HOME} > Kitchen & Dining > Food Storage`,
    optionNames: ['Compartments'], season: 'gift', supplier: 'paper', returnRate: 0.03, grams: 1100,
    variants: [
      ['6', '6', 24.9, 8, 0, 0.1, 0],
      ['9', '9', 29.9, 9.9, 0, 0.1, 0],
      ['12', '12', 36.9, 12.8, 0.06, 0.06, 0],
    ],
  },
  {
    code: 'TOWEL', title: 'Linen Tea Towels, Set of 3', type: 'Linen', category: LINENS, optionNames: ['Color'],
    season: 'gift', supplier: 'paper', returnRate: 0.04, grams: 330,
    zhTitle: '亚麻茶巾加厚吸水茶布抹布厨房洗碗布三条装',
    variants: [
      ['NAVY', 'Navy', 24, 7.2, 0, 0.15, 0.21, '藏青'],
      ['SAGE', 'Sage', 24, 7.2, 0, 0.12, 0.17, '鼠尾草绿'],
      ['RUST', 'Rust', 24, 7.2, 0, 0.1, 0],
      ['SAND', 'Sand', 24, 7.2, 0, 0.08, 0],
    ],
  },
  {
    code: 'APRON', title: 'Linen Apron', type: 'Linen', category: LINENS, optionNames: ['Color', 'Size'],
    season: 'gift', supplier: 'paper', returnRate: 0.07, grams: 280,
    zhTitle: '亚麻围裙家用厨房女日系咖啡店烘焙工作服防污',
    variants: [
      ['NAVY', 'Navy / Regular', 38, 12.5, 0, 0.12, 0.17, '藏青均码'],
      ['SAGE', 'Sage / Regular', 38, 12.5, 0, 0.1, 0.17, '鼠尾草绿均码'],
      ['SAND', 'Sand / Regular', 38, 12.5, 0, 0.1, 0],
      ['RUST', 'Rust / Long', 42, 13.8, 0, 0.06, 0],
    ],
  },
  {
    code: 'COASTER', title: 'Cork Coasters', type: 'Serving', category: `${HOME} > Kitchen & Dining > Serveware`,
    optionNames: ['Count'], season: 'flat', supplier: 'paper', returnRate: 0.015, grams: 120,
    variants: [
      ['4', '4 pcs', 9.5, 2.1, 0, 0.15, 0],
      ['8', '8 pcs', 15.5, 3.8, 0, 0.12, 0],
      ['12', '12 pcs', 20.5, 5.2, 0, 0.05, 0],
    ],
  },
  {
    code: 'LAMP', title: 'Kitchen Counter Lamp', type: 'Lamps', category: `${HOME} > Lighting > Lamps`, optionNames: ['Model'],
    season: 'dark', supplier: 'electric', returnRate: 0.05, grams: 1300,
    zhTitle: '厨房台灯复古氛围灯餐桌装饰灯可调光暖光小夜灯卧室床头触摸',
    variants: [
      ['3', 'Model 3, Brass', 39, 14.5, 0.89, 0.19, 0.21, '黄铜款'],
      ['4', 'Model 4, Smoke', 46, 17.8, 0.67, 0.05, 0],
      ['5', 'Model 5, White', 42, 15.9, 0, 0.15, 0.14, '白色款'],
    ],
  },
  {
    code: 'CANDLE', title: 'Scented Candle', type: 'Home', category: `${HOME} > Decor > Home Fragrances`, optionNames: ['Scent'],
    season: 'dark', supplier: 'glass', returnRate: 0.02, grams: 420,
    variants: [
      ['CEDAR', 'Cedar', 21, 6, 0, 0.19, 0],
      ['FIG', 'Fig', 21, 6, 0, 0.18, 0],
      ['TEA', 'White Tea', 21, 6, 0, 0.12, 0],
    ],
  },
  {
    code: 'JAR', title: 'Glass Storage Jars', type: 'Pantry', category: `${HOME} > Kitchen & Dining > Food Storage`,
    optionNames: ['Set'], season: 'flat', supplier: 'glass', returnRate: 0.05, grams: 1900,
    zhTitle: '玻璃密封罐五谷杂粮储物罐竹盖厨房收纳茶叶罐套装奶粉罐干货糖果',
    variants: [
      ['1', 'Single', 9.9, 2.8, 0, 0.15, 0.28, '单只'],
      ['3', 'Set of 3', 24.9, 7.9, 0.67, 0.19, 0.21, '三件套'],
      ['5', 'Set of 5', 36.9, 12.1, 0.67, 0.15, 0],
    ],
  },
  {
    code: 'SPOON', title: 'Brass Tea Measuring Spoon', type: 'Tea Accessories', category: `${HOME} > Kitchen & Dining > Kitchen Tools`,
    optionNames: ['Title'], season: 'gift', supplier: 'electric', returnRate: 0.02, grams: 40, bulk: true,
    variants: [['', 'Default Title', 9.5, 2.2, 0, 0.19, 0]],
  },
  {
    code: 'WARMER', title: 'Teapot Warmer', type: 'Tea Accessories', category: `${HOME} > Kitchen & Dining > Tableware`,
    optionNames: ['Material'], season: 'winter', supplier: 'electric', returnRate: 0.03, grams: 350,
    zhTitle: '茶壶加热底座蜡烛保温炉日式温茶炉煮茶暖茶器',
    variants: [
      ['STEEL', 'Steel', 16.9, 4.9, 0.37, 0.12, 0.21, '不锈钢'],
      ['GLASS', 'Glass', 18.9, 5.5, 0.1, 0.08, 0.14, '玻璃'],
    ],
  },
  {
    code: 'TIMER', title: 'Hourglass Tea Timer', type: 'Tea Accessories', category: `${HOME} > Kitchen & Dining > Kitchen Tools`,
    optionNames: ['Minutes'], season: 'flat', supplier: 'glass', returnRate: 0.025, grams: 110,
    variants: [
      ['3', '3 min', 12.9, 3.5, 0, 0.12, 0],
      ['4', '4 min', 12.9, 3.5, 0, 0.1, 0],
      ['5', '5 min', 12.9, 3.5, 0, 0.1, 0],
    ],
  },
];
