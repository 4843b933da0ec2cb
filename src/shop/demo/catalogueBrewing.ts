/** The families that boil, brew and filter. The columns of a variant are described in catalogue.ts. */
import type { Family } from './catalogue.js';

const KITCHEN = 'Home & Garden > Kitchen & Dining';
const TEAWARE = `${KITCHEN} > Tableware > Coffee & Tea Sets`;

// biome-ignore format: a variant a line reads as a table
export const BREWING: readonly Family[] = [
  {
    code: 'KETTLE', title: 'Electric Kettle', type: 'Kettles', category: `${KITCHEN} > Kitchen Appliances > Electric Kettles`,
    optionNames: ['Style'], season: 'winter', supplier: 'electric', returnRate: 0.05, grams: 1150,
    zhTitle: '电热水壶家用304不锈钢自动断电大容量泡茶烧水壶 办公室宿舍',
    variants: [
      ['17', '1.7 L, Black', 27.5, 10.8, 9, 0.33, 0.35, '1.7升黑色'],
      ['17-CRM', '1.7 L, Crème', 29.5, 11.4, 1.18, 0.28, 0.24, '1.7升米白色'],
      ['08', '0.8 L Travel, White', 24.9, 9.2, 1.11, 0.19, 0.21, '0.8升白色'],
    ],
  },
  {
    code: 'GOOSE-09', title: 'Gooseneck Kettle 0.9 L', type: 'Kettles', category: `${KITCHEN} > Kitchen Appliances > Electric Kettles`,
    optionNames: ['Color'], season: 'winter', supplier: 'electric', returnRate: 0.045, grams: 980,
    zhTitle: '手冲咖啡细口壶家用长嘴不锈钢挂耳壶滴滤壶',
    variants: [
      ['BLK', 'Black', 49, 19.5, 1.63, 0.28, 0.24, '黑色'],
      ['SLV', 'Silver', 49, 19.5, 0.67, 0.19, 0.14, '银色'],
    ],
  },
  {
    code: 'STOVE', title: 'Whistling Stovetop Kettle 2 L', type: 'Kettles', category: `${KITCHEN} > Cookware > Stovetop Kettles`,
    optionNames: ['Color'], season: 'winter', supplier: 'electric', returnRate: 0.04, grams: 900,
    variants: [
      ['RED', 'Red', 34, 13, 0.59, 0.15, 0],
      ['GRN', 'Green', 34, 13, 0, 0.1, 0],
      ['STL', 'Steel', 32, 12, 0.37, 0.1, 0],
    ],
  },
  {
    code: 'TEAPOT-GL', title: 'Glass Teapot with Infuser', type: 'Teapots', category: TEAWARE,
    optionNames: ['Size'], season: 'winter', supplier: 'glass', returnRate: 0.04, grams: 520,
    zhTitle: '耐热玻璃茶壶家用泡茶壶不锈钢内胆过滤煮茶器加厚高硼硅花茶',
    variants: [
      ['800', '800 ml', 22.9, 7.4, 1.11, 0.28, 0.42, '800毫升'],
      ['1200', '1200 ml', 26.9, 8.9, 0.81, 0.24, 0.35, '1200毫升'],
    ],
  },
  {
    code: 'TEAPOT-CI', title: 'Cast Iron Teapot 650 ml', type: 'Teapots', category: TEAWARE,
    optionNames: ['Color'], season: 'gift', supplier: 'ceramics', returnRate: 0.03, grams: 1400,
    zhTitle: '铸铁壶日式南部铁茶壶烧水泡茶煮茶老铁壶',
    variants: [
      ['BLACK', 'Black', 38, 14.5, 0.59, 0.15, 0.24, '黑色'],
      ['GREEN', 'Green', 38, 14.5, 0.3, 0.08, 0.14, '绿色'],
      ['RED', 'Red', 38, 14.5, 0.12, 0.05, 0.1, '红色'],
    ],
  },
  {
    code: 'TEAPOT-ST', title: 'Stoneware Teapot 1 L', type: 'Teapots', category: TEAWARE,
    optionNames: ['Color'], season: 'gift', supplier: 'ceramics', returnRate: 0.03, grams: 940,
    zhTitle: '陶瓷茶壶大容量家用单壶粗陶复古功夫茶具泡茶壶酒店餐厅带滤',
    variants: [
      ['BLUE', 'Blue', 36, 12.2, 0.44, 0.19, 0.21, '蓝色'],
      ['SAND', 'Sand', 36, 12.2, 0, 0.15, 0.14, '沙色'],
    ],
  },
  {
    code: 'INFUSER', title: 'Tea Infuser', type: 'Tea Accessories', category: `${KITCHEN} > Kitchen Tools > Tea Strainers`,
    optionNames: ['Shape'], season: 'flat', supplier: 'electric', returnRate: 0.02, grams: 60, bulk: true,
    zhTitle: '304不锈钢茶漏泡茶神器茶叶过滤器茶球',
    variants: [
      ['BALL', 'Ball', 7.9, 1.6, 1.92, 0.19, 0.21, '茶球'],
      ['BASKET', 'Basket', 11.9, 2.6, 1.92, 0.38, 0.35, '茶篮'],
      ['STICK', 'Stick', 9.9, 2.1, 0.12, 0.1, 0],
    ],
  },
  {
    code: 'STRAIN', title: 'Tea Strainer with Stand', type: 'Tea Accessories', category: `${KITCHEN} > Kitchen Tools > Tea Strainers`,
    optionNames: ['Finish'], season: 'flat', supplier: 'electric', returnRate: 0.02, grams: 90,
    zhTitle: '不锈钢茶滤茶漏过滤网带底座功夫茶具泡茶神器',
    variants: [
      ['SLV', 'Silver', 13.5, 3.1, 0, 0.15, 0.2, '银色'],
      ['GLD', 'Gold', 14.5, 3.4, 0, 0.1, 0],
    ],
  },
  {
    code: 'FILTER', title: 'Paper Tea Filters', type: 'Filters', category: `${KITCHEN} > Kitchen Tools > Tea Filters`,
    optionNames: ['Count'], season: 'flat', supplier: 'paper', returnRate: 0.008, grams: 70, bulk: true,
    zhTitle: '一次性茶包袋玉米纤维过滤袋泡茶袋茶叶包装袋',
    variants: [
      ['100', '100 pcs', 6.9, 1.3, 2.37, 0.47, 0.84, '100枚'],
      ['300', '300 pcs', 14.9, 3.1, 1.7, 0.38, 0.49, '300枚'],
    ],
  },
  {
    code: 'CFILTER-02', title: 'Cone Coffee Filters No. 2', type: 'Filters', category: `${KITCHEN} > Kitchen Tools > Coffee Filters`,
    optionNames: ['Count'], season: 'flat', supplier: 'paper', returnRate: 0.008, grams: 180, bulk: true,
    zhTitle: 'V型手冲咖啡滤纸原木浆锥形过滤纸',
    variants: [
      ['100', '100 pcs', 7.9, 1.5, 0.96, 0.28, 0.35, '100张'],
      ['200', '200 pcs', 12.9, 2.7, 0.81, 0.24, 0.21, '200张'],
    ],
  },
  {
    code: 'DRIP-02', title: 'Ceramic Pour Over Dripper', type: 'Coffee', category: `${KITCHEN} > Kitchen Tools > Coffee Drippers`,
    optionNames: ['Color'], season: 'flat', supplier: 'ceramics', returnRate: 0.03, grams: 410,
    zhTitle: '手冲咖啡滤杯陶瓷V60滴滤杯家用咖啡过滤器',
    variants: [
      ['WHITE', 'White', 21, 6.4, 0.52, 0.24, 0.21, '白色'],
      ['BLUE', 'Blue', 22, 6.6, 0, 0.15, 0.14, '蓝色'],
    ],
  },
  {
    code: 'CARAFE', title: 'Pour Over Coffee Carafe', type: 'Coffee', category: `${KITCHEN} > Kitchen Tools > Coffee Carafes`,
    optionNames: ['Size'], season: 'flat', supplier: 'glass', returnRate: 0.04, grams: 480,
    zhTitle: '耐热玻璃咖啡分享壶手冲壶云朵壶带刻度',
    variants: [
      ['600', '600 ml', 26, 8.1, 0.44, 0.19, 0.21, '600毫升'],
      ['900', '900 ml', 31, 9.6, 0.15, 0.1, 0],
    ],
  },
  {
    code: 'COLDBREW', title: 'Cold Brew Maker', type: 'Cold Drinks', category: `${KITCHEN} > Kitchen Tools > Cold Brew Makers`,
    optionNames: ['Size'], season: 'summer', supplier: 'glass', returnRate: 0.03, grams: 760,
    zhTitle: '冷萃咖啡壶冷泡茶壶耐热玻璃冰滴壶大容量凉水壶冰箱果汁凉茶',
    variants: [
      ['1L', '1 L', 25.9, 8.3, 2.22, 0.38, 0.56, '1升'],
      ['15', '1.5 L', 31.9, 10.2, 0.96, 0.24, 0.28, '1.5升'],
    ],
  },
  {
    code: 'PITCHER', title: 'Iced Tea Pitcher 2 L', type: 'Cold Drinks', category: `${KITCHEN} > Tableware > Pitchers`,
    optionNames: ['Color'], season: 'summer', supplier: 'glass', returnRate: 0.035, grams: 1020,
    zhTitle: '冷水壶玻璃凉水壶家用大容量耐高温果茶壶',
    variants: [
      ['CLEAR', 'Clear', 28.5, 9, 0.81, 0.24, 0.35, '透明'],
      ['SAGE', 'Sage', 29.5, 9.4, 0, 0.19, 0.21, '鼠尾草绿'],
    ],
  },
  {
    code: 'GRIND', title: 'Manual Coffee Grinder', type: 'Coffee', category: `${KITCHEN} > Kitchen Tools > Coffee Grinders`,
    optionNames: ['Finish'], season: 'gift', supplier: 'electric', returnRate: 0.05, grams: 620,
    zhTitle: '手摇咖啡磨豆机家用便携手动研磨机陶瓷磨芯',
    variants: [
      ['BLK', 'Black', 44, 17.5, 0.52, 0.15, 0.21, '黑色'],
      ['WAL', 'Walnut', 49, 19, 0.15, 0.1, 0.1, '胡桃木色'],
    ],
  },
  {
    code: 'SCALE', title: 'Coffee Scale with Timer', type: 'Coffee', category: `${KITCHEN} > Kitchen Tools > Kitchen Scales`,
    optionNames: ['Title'], season: 'gift', supplier: 'electric', returnRate: 0.05, grams: 430,
    variants: [['', 'Default Title', 32, 12.4, 0.67, 0.24, 0]],
  },
  {
    code: 'DESCALER', title: 'Kettle Descaler Sachets', type: 'Care', category: 'Home & Garden > Household Supplies > Cleaners',
    optionNames: ['Count'], season: 'flat', supplier: 'tea', returnRate: 0.005, grams: 160, bulk: true,
    variants: [
      ['4', '4 pcs', 8.9, 1.7, 0.96, 0.24, 0],
      ['12', '12 pcs', 19.9, 4.1, 0.52, 0.15, 0],
    ],
  },
  {
    code: 'BOTTLE', title: 'Tea Bottle with Infuser 450 ml', type: 'Tea Accessories', category: `${KITCHEN} > Tableware > Bottles`,
    optionNames: ['Lid'], season: 'flat', supplier: 'glass', returnRate: 0.03, grams: 390,
    zhTitle: '双层玻璃杯便携泡茶杯茶水分离杯男女随手杯',
    variants: [
      ['CLEAR', 'Clear', 23.9, 7.5, 0.67, 0.19, 0.56, '透明盖'],
      ['BAMBOO', 'Bamboo', 25.9, 8.1, 0, 0.15, 0.42, '竹盖'],
    ],
  },
];
