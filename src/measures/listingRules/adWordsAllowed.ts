/**
 * Phrases in which a word of the list is no claim: order in time and space, facts that can be measured, names, one's own range.
 * Found by the longest match, so that they hide the word inside them.
 */
const COUNTED = '次 步 代 人称 季 章 册 卷 辑 部 弹 期 阶段 页 时间 财经 夫人 学期 单元 课 层 排 届 天 周 年 批 眼 口'
  .split(' ')
  .map((unit) => `第一${unit}`);

const MATERIALS =
  '棉 纯棉 全棉 羊毛 纯羊毛 山羊绒 羊绒 桑蚕丝 蚕丝 真丝 亚麻 麻 天然乳胶 乳胶 聚酯 聚酯纤维 涤纶 腈纶 果汁 纯果汁 可可脂 牛皮 真皮 头层牛皮 竹纤维 粘纤 莱赛尔 纯 天然 植物 原装进口 进口 鸭绒 鹅绒 银 纯银 糖 黑巧 苦荞 椰子水 鲜 全麦 竹 实木 铜'
    .split(' ')
    .map((material) => `100%${material}`);

export const AD_ALLOWED: readonly string[] = [
  ...COUNTED,
  ...MATERIALS,
  // 最 as time, order or a measure
  ...'最近 最后 最终 最初 最新款 最小起订量 最小起订 最低起订 最低起订量 最大号 最大码 最小号 最大承重 最长续航 最高温 最低温 最佳食用时间 最佳赏味期 最爱 本店最大号'.split(
    ' ',
  ),
  // 唯一, 首, 第一 as parts of other words
  ...'唯一性 唯一码 唯一识别码 首饰 首页 首选项 首个交易日 第一性'.split(' '),
  // facts and standards
  ...'国家级高新技术企业 国家级非遗 国家级非物质文化遗产 国家级实验室 顶级域名 一级域名 绝对值 绝对零度 绝对湿度'.split(' '),
  // names of goods and brands
  ...'绝对伏特加 永久自行车 永久牌 半永久 永久花 永久单车 完美日记 金牌橱柜 冠军瓷砖 王牌电视 皇家加勒比 皇家猫粮 皇家狗粮 皇家美素佳儿 贵族猫'.split(
    ' ',
  ),
  ...'万能胶 万能表 万能遥控 万能遥控器 万能充 万能充电器 万能扳手 万能工具 万能转换插头 万能插座 万能转换器 万能插头 万能轮 万能钥匙 万能支架 万能滤网 万能盖'.split(
    ' ',
  ),
  // goods whose purpose the word is
  ...'消毒柜 消毒液 消毒湿巾 消毒水 消毒片 消毒锅 消毒器 消毒灯 酒精消毒 消毒酒精 消毒棉片 除菌湿巾 除菌洗衣液 除菌液 杀菌灯 减肥餐 旺财狗 瘦身裤 高效过滤 高效滤网 高效节能 高效率 瘦脸仪 瘦脸机'.split(
    ' ',
  ),
  ...'特供版 国旗杆 国旗架 红旗国旗 超强力胶 超强劲 无毒无味 无毒环保 激活码 激活卡'.split(' '),
];
