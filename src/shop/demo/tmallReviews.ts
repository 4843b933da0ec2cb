/** Reviews of the Tmall shop as a browser plugin saves them (CSV, UTF-8 with byte order mark): one buyer in eight writes one; who, is left out. */
import type { Day } from '../../core/day.js';
import { addDays } from '../../core/day.js';
import { instantOf, localTime } from './days.js';
import { type DemoFile, demoFile } from './demoFile.js';
import { csv, utf8 } from './encode.js';
import { at, createRng } from './rng.js';
import type { World } from './world.js';

const REVIEW_HEADER = '评论ID,评价时间,商品ID,SKU,评分,初评内容,有图片'.split(',');
const WRITES = 0.125;
const GOOD = ['质量很好，包装仔细', '颜色和图片一样，很喜欢', '送人很合适，物流快', '用了几天，满意', '第二次买了，一如既往'];
const FAIR = ['还可以，比想象的小一点', '物流慢了些', '一般，对得起价格'];
const BAD = ['收到就有裂纹', '盖子盖不紧，漏水', '和描述不符，已退货'];

export interface Review {
  readonly id: string;
  readonly at: number;
  readonly day: Day;
  readonly itemId: string;
  readonly option: string;
  readonly stars: number;
  readonly text: string;
}

/** Up to the last day, in the order of time. */
export function tmallReviews(world: World): Review[] {
  const rng = createRng(world.truth.seed, 'tmall/reviews');
  const reviews = world.truth.orders
    .filter(({ store, shippedAt }) => store === 'tmall' && shippedAt !== null)
    .flatMap((order) => {
      const [line] = order.lines;
      const [writes, mood, text, wait] = [rng.chance(WRITES), rng.next(), rng.int(60), rng.int(12)];
      if (!writes || line === undefined) return [];
      const day = addDays(localTime(order.shippedAt as number, 'shanghai').day, 4 + wait);
      const stars = line.returned ? 1 + (text % 2) : mood < 0.84 ? 5 : mood < 0.93 ? 4 : mood < 0.97 ? 3 : 2;
      const texts = stars >= 4 ? GOOD : stars === 3 ? FAIR : BAD;
      const listing = at(world.listings, line.listing);
      return [
        {
          ...{ id: '', at: instantOf(day, (9 + (text % 13)) * 3600 + (order.buyer % 3600), 'shanghai'), day, stars },
          ...{ itemId: listing.itemId, option: listing.variant[7] ?? '', text: at(texts, text % texts.length) },
        },
      ];
    })
    .filter(({ day }) => day <= world.axis.last);
  return reviews.sort((a, b) => a.at - b.at).map((review, i) => ({ ...review, id: String(1_200_000_000_001 + i * 37) }));
}

export function tmallReviewFiles(world: World): DemoFile[] {
  const on = addDays(world.axis.last, 1);
  const rows = tmallReviews(world).reverse();
  const cells = rows.map(({ id, at: instant, itemId, option, stars, text }) => {
    const { day, time } = localTime(instant, 'shanghai');
    return [id, `${day} ${time}`, itemId, option === '' ? '' : `颜色分类:${option}`, String(stars), text, stars === 5 ? '是' : '否'];
  });
  return [demoFile(`tmall/评价 ${on}.csv`, utf8(csv([REVIEW_HEADER, ...cells]), { bom: true }), 'tmall', on)];
}
