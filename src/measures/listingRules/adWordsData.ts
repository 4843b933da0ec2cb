/**
 * The words, by category and level: a cleaned union of published lists (2015 to 2023) with the words of the law. From lists:
 * only what the law itself names is `law`; words that the lists call forbidden but that name plain goods or facts are `check`.
 */
import type { AdCategory, AdLevel } from './adWords.js';

interface AdWordGroup {
  readonly category: AdCategory;
  readonly level: AdLevel;
  /** Separated by spaces. */
  readonly words: string;
}

export const AD_WORDS: readonly AdWordGroup[] = [
  { category: 'superlative', level: 'law', words: '国家级 最高级 最佳' },
  {
    category: 'superlative',
    level: 'high',
    words:
      '世界级 宇宙级 第一 唯一 首个 首选 顶级 顶尖 极品 终极 国家级产品 填补国内空白 首家 最先进 最先进科学 最新科学 最新技术 最先进加工工艺 第一品牌 ' +
      '全网销量第一 销量第一 排名第一 市场占有率第一 全网第一 全球第一 世界第一 全国第一 全国首家 全网首家 世界领先 全球领先 全国领先 顶级工艺 销量冠军 ' +
      '领袖品牌 领导品牌 独一无二 绝无仅有 史无前例 前所未有 空前绝后 无与伦比 无可比拟 最高 最低 最具 最便宜 最低价 全网最低 全网最低价 历史最低 最底 最大 最好 最优 ' +
      '最强 最时尚 最受欢迎 最先 最火 最热卖 最正宗 最安全 最专业 最有效 最天然 最美 最赚 最超值 最舒适 最实用 最流行 最潮',
  },
  {
    category: 'superlative',
    level: 'medium',
    words: '极致 巅峰 独家 金牌 名牌 全球首发 全网首发 遥遥领先 王牌 冠军 永久 首屈一指 万能 最大程度 最新 首发',
  },
  { category: 'superlative', level: 'check', words: '最 NO.1 NO1 Top1' },
  { category: 'absolute', level: 'high', words: '绝对' },
  { category: 'absolute', level: 'medium', words: '百分百 百分之百 彻底 永不 超赚 领先上市 至尊 国际品质' },
  { category: 'absolute', level: 'check', words: '100%' },
  { category: 'praise', level: 'low', words: '优秀 掌门人 完美 大牌 精确 巨星 著名 奢侈 高档 正品 帝都 皇家 贵族' },
  {
    category: 'authority',
    level: 'high',
    words: '国家领导人推荐 国家机关推荐 国家机关专供 质量免检 免检 无需国家质量检测 免抽检 中国驰名商标 驰名商标 著名商标',
  },
  { category: 'authority', level: 'check', words: '人民币图样 国旗 国徽 国歌 老字号 专家推荐' },
  { category: 'supply', level: 'check', words: '特供 专供' },
  { category: 'inducement', level: 'medium', words: '恭喜获奖 全民免单 点击有惊喜 点击获取 点击试穿 点击领奖 领取奖品' },
  {
    category: 'urgency',
    level: 'platform',
    words: '秒杀 抢爆 再不抢就没了 不会再便宜了 错过就没机会了 万人疯抢 全民疯抢 抢疯了 卖疯了',
  },
  {
    category: 'medical',
    level: 'high',
    words:
      '全面调整人体内分泌平衡 增强免疫力 提高免疫力 助眠 失眠 滋阴补阳 壮阳 消炎 抗炎 活血 解毒 排毒 抗敏 脱敏 减肥 瘦身 清热解毒 祛湿 治疗 治愈 根治 除菌 杀菌 抗菌 灭菌 ' +
      '消毒 修复受损肌肤 促进新陈代谢',
  },
  {
    category: 'cosmetic',
    level: 'high',
    words: '特效 高效 全效 强效 速效 速白 一洗白 无毒 溶脂 吸脂 燃烧脂肪 瘦脸 瘦腿 丰胸 丰乳 祛除皱纹 止脱 延年益寿 药妆',
  },
  { category: 'cosmetic', level: 'medium', words: '超强 激活' },
  { category: 'superstition', level: 'medium', words: '带来好运 增强第六感 化解小人 招财进宝 旺财 逢凶化吉 辟邪' },
];
