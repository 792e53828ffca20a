/** Words that filings use for one another, as far as the subject of a text goes. The first of each line stands for all. */
const GROUPS: readonly string[] = [
  '群众 居民 市民 民众 百姓 公众 村民 民生',
  '学员 参训人员 参训学员 参训对象 培训对象 受训人员 参加培训人员 参加培训学员',
  '服务对象 受益对象 受益人群 受益群体 受益人员 使用者',
  '补贴对象 补助对象 资助对象 扶持对象 受助对象 受助人员',
  '企业 公司 市场主体 经营主体 商户 厂商',
  '职工 员工 工作人员 在职人员 从业人员 干部职工',
  '安保 保安 安全保卫',
  '保洁 清扫 环卫 清洁',
  '学生 在校生 学子',
  '教师 老师 教职工',
  '老人 老年人 高龄 长者',
  '儿童 未成年人 青少年 少年儿童',
  '残疾人 残障人士',
  '困难 贫困 家庭经济困难 低收入 特困 低保',
  '游客 旅客 观光客 旅游者',
  '印制 印刷 打印',
  '采购 购置 购买 购入 添置 配备 配置 采买 新购',
  '聘请 聘用 招聘 选聘 外聘 雇用',
  '维护 维修 运维 运行维护 保养 养护 维保 检修 管护 修复 抢修 修缮 整修',
  '改造 翻新 升级 提升改造 改扩建 更新改造',
  '更新 更换 换新',
  '建设 新建 新增 建成 修建 兴建',
  '运行 运转 运作 稳定运行',
  '绿化 绿地 造林 植树造林 植树',
  '图书 书籍 书刊 藏书',
  '宣传品 宣传册 宣传手册 宣传资料 宣传材料 宣传单 折页 宣传画',
  '宣传 宣讲 普及 推广 推介',
  '普法 法治宣传 法制宣传',
  '培训 轮训 授课 教学 研修',
  '拨付 支付 发放 兑付 拨款 下达 兑现 给付',
  '补贴 补助 津贴 资助 奖补 补偿 救助 帮扶 抚恤',
  '奖励 表彰 奖金',
  '执行 支出进度 执行进度 资金使用进度 使用进度',
  '成本 费用 开支 花费 造价 单价 报酬',
  '经费 资金 款项',
  '验收 检验 检测 抽检 抽样检验',
  '房屋 用房 场地 场所 办公室',
  '场馆 展馆 展厅 馆舍',
  '住房 公租房 公共租赁住房 保障房 保障性住房',
  '比赛 赛事 竞赛 大赛',
  '器材 设施 设备 装备 仪器',
  '系统 平台 信息系统 软件',
  '公路 道路 路面 县乡村道路',
  '堤防 堤坝 防洪堤 护岸',
  '清淤 疏浚',
  '整治 治理 综合治理',
  '牲畜 动物 家畜 畜禽',
  '免疫 强制免疫 疫苗接种 接种',
  '巡查 巡检 巡护 检查 排查 督查 抽查 督导',
  '评审 审核 审查 核查 评估',
  '纠纷 争议 矛盾',
  '事故 伤亡 险情 安全事件',
  '故障 宕机 报修 停机',
  '疏漏 差错 错误 失误 偏差',
  '知晓 了解 知悉 认知',
  '投诉 举报 诉求 信访',
  '就业 上岗 用工',
  '收入 增收 营收',
  '汽车 车辆 公务用车 公车',
  '会议 会务 座谈会 研讨会',
  '展会 展览 博览会 参展',
  '演出 展演 文艺演出 表演',
  '非遗 非物质文化遗产',
  '节能 能耗 节约能源',
  '污水 废水 排水',
  '医护 医务人员 医生 卫生技术人员',
  '孕产妇 孕妇 产妇',
  '档案 卷宗 案卷',
  '热线 工单 来电',
  '合同 协议',
  '租赁 租用 出租 承租',
  '培育 孵化 扶持 在孵',
  '技能 职业技能',
  '引进 吸引 招引 引入',
  '按期 按时 准时 如期 限期 及时',
  '合格 达标 通过 符合标准 符合要求',
  '完工 竣工 交付',
];

const CANONICAL = new Map<string, string>();
for (const group of GROUPS) {
  const [first, ...others] = group.split(' ');
  for (const word of others) if (!CANONICAL.has(word)) CANONICAL.set(word, first);
}

// Longest first, so that 工作人员 is not read as 人员 and 运行维护 not as 运行.
const WORD = new RegExp(
  Array.from(CANONICAL.keys())
    .sort((a, b) => b.length - a.length)
    .join('|'),
  'g',
);

/** The text with each word that has a synonym written as the one that stands for its group; for comparing, not for showing. */
export function withCommonWords(bare: string): string {
  return bare.replace(WORD, (word) => CANONICAL.get(word) as string);
}
