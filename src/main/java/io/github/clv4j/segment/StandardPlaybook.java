package io.github.clv4j.segment;

import com.google.common.collect.ImmutableList;
import io.github.clv4j.base.BilingualText;
import io.github.clv4j.base.Language;
import java.util.List;

/** The entries of {@link Playbook#standard()}. The stance of a segment is said by the segment. */
final class StandardPlaybook {

    static final Playbook PLAYBOOK =
            new Playbook(Segment.all().stream().map(StandardPlaybook::entry).collect(ImmutableList.toImmutableList()));

    private StandardPlaybook() {}

    private static PlaybookEntry entry(Segment segment) {
        return switch (segment) {
            case PLATINUM -> platinum();
            case GOLD -> gold();
            case LOYAL -> loyal();
            case POTENTIAL -> potential();
            case CHURN_PRONE -> churnProne();
            case SHORT_TERM -> shortTerm();
            case LEAST_VALUABLE -> leastValuable();
            case DEVELOPABLE -> developable();
        };
    }

    private static PlaybookEntry platinum() {
        return entry(
                Segment.PLATINUM,
                ResourcePriority.FIRST_CALL,
                List.of(
                        text("keep for good the customers on whom the profit rests", "长期留住这批支撑利润的核心客户"),
                        text("build a relationship that does not hang on the price", "让客户关系建立在信任而非价格之上"),
                        text("let their spending grow with services they can use", "适时推荐合用的业务,让价值继续增长")),
                List.of(
                        text(
                                "give each of them an account manager, who calls before they have to",
                                "配备专属客户经理,主动联系,不等客户找上门"),
                        text(
                                "let them go first: on the hotline, in the shops, and on the network in busy hours",
                                "热线、营业厅优先接待,网络忙时优先保障"),
                        text(
                                "VIP service: a handset on loan during repairs, faults followed up until they are gone",
                                "提供贵宾服务:维修期间借用备机,故障专人跟进到底"),
                        text(
                                "care in person: a word on anniversaries, and new services to try before others",
                                "个性化关怀:纪念日问候,新业务优先体验")));
    }

    private static PlaybookEntry gold() {
        return entry(
                Segment.GOLD,
                ResourcePriority.ENOUGH,
                List.of(
                        text("keep what they pay today", "稳住现有消费"),
                        text("spend nothing on growth that will not come", "不为难以实现的增长花钱")),
                List.of(
                        text("offer to renew the tariff they have, well before the contract ends", "合约到期前提早联系,按现有套餐续约"),
                        text(
                                "make the basic products faultless: coverage, bills, quick repairs",
                                "把基本产品做扎实:信号好、账单准、故障修得快"),
                        text(
                                "thank them for the years with points and gifts rather than price cuts",
                                "以积分和网龄礼遇回馈,少用降价"),
                        text("spare them sales campaigns, and advise when they ask", "少打推销电话,客户有需要再推荐")));
    }

    private static PlaybookEntry loyal() {
        return entry(
                Segment.LOYAL,
                ResourcePriority.BASIC,
                List.of(
                        text("serve them well at low cost", "以较低成本做好服务"),
                        text("keep their good opinion, which others listen to", "维护好口碑,带动身边的人")),
                List.of(
                        text("make app, website and text messages enough for all they need", "完善掌厅、网厅和短信自助渠道,日常业务一站办妥"),
                        text(
                                "give points for the years by the general rules, no offers of their own",
                                "网龄积分按统一规则发放,不做专门挽留"),
                        text("reward them for bringing friends and family", "邀请推荐亲友入网,推荐有礼")));
    }

    private static PlaybookEntry potential() {
        return entry(
                Segment.POTENTIAL,
                ResourcePriority.INVEST,
                List.of(
                        text("turn what they could spend into what they do spend", "把消费潜力转化为实际消费"),
                        text("grow with them, as with the young whose income will rise", "伴随客户成长,例如收入将逐步提高的年轻人")),
                List.of(
                        text(
                                "offer each the one service most likely to be taken, free to try at first",
                                "为每位客户推荐最可能接受的一项业务,先试用后付费"),
                        text(
                                "make tariffs and sub-brands for their kind, such as much data for the young",
                                "按客群设计套餐与子品牌,例如面向年轻人的大流量套餐"),
                        text(
                                "bundle mobile, broadband and content, so that each service more costs less",
                                "手机、宽带、内容融合打包,加装越多越优惠"),
                        text(
                                "leave a control group without the offer, and keep only offers that pay",
                                "留出对照组,只保留确有成效的推荐")));
    }

    private static PlaybookEntry churnProne() {
        return entry(
                Segment.CHURN_PRONE,
                ResourcePriority.INVEST,
                List.of(
                        text("know why they would leave", "弄清客户想走的原因"),
                        text("win back their trust before a rival has them", "抢在竞争对手之前挽回信任"),
                        text("keep both what they pay and what they could pay", "既保住现有消费,也保住增长空间")),
                List.of(
                        text(
                                "have an experienced agent call, ask for the reason and write it down",
                                "由资深客服回访,问清原因并记录在案"),
                        text(
                                "settle the cause: one person sees each open complaint through and reports back",
                                "对症解决:未结投诉由专人负责到底,并向客户反馈结果"),
                        text(
                                "make a loyalty offer that fits the reason, against a longer contract",
                                "按原因给予忠诚优惠,并与续约挂钩"),
                        text("connect them to a person at once, past the menus of the hotline", "热线直达人工,不必层层按键")));
    }

    private static PlaybookEntry shortTerm() {
        return entry(
                Segment.SHORT_TERM,
                ResourcePriority.BASIC,
                List.of(
                        text("take what they pay for as long as they stay", "在网期间保住现有收入"),
                        text("spend nothing on keeping those a small discount lures away", "不花钱挽留容易被小优惠吸引走的客户")),
                List.of(
                        text(
                                "leave tariff and service as they are: no subsidies, no discounts to stay",
                                "资费与服务维持现状,不补贴终端,不给挽留折扣"),
                        text(
                                "prefer prepaid and short contracts, so that leaving costs you little",
                                "优先采用预付费或短期合约,减少离网损失"),
                        text(
                                "look again at each scoring: once loyal, they are treated as gold",
                                "每期重新评分,忠诚度达标后按黄金客户对待")));
    }

    private static PlaybookEntry leastValuable() {
        return entry(
                Segment.LEAST_VALUABLE,
                ResourcePriority.NONE,
                List.of(
                        text("make no loss on them", "不在这类客户身上亏损"),
                        text("part without bad blood if they go", "客户要走,好聚好散")),
                List.of(
                        text(
                                "keep arrears small: prepaid tariffs, low credit limits, early reminders",
                                "控制欠费:推荐预付费,降低信用额度,及早提醒缴费"),
                        text("serve them by self-service and on standard tariffs", "引导自助服务,只提供标准资费"),
                        text(
                                "let them go: settle the last bill quickly and run no campaign to win them back",
                                "任其去留:离网时尽快结清账目,不做赢回活动")));
    }

    private static PlaybookEntry developable() {
        return entry(
                Segment.DEVELOPABLE,
                ResourcePriority.SOME,
                List.of(
                        text("make loyal customers of those who just came", "把新入网客户培养成忠诚客户"),
                        text("learn what they need before selling to them", "先了解需求,再谈销售")),
                List.of(
                        text(
                                "welcome them in the first month: explain tariff, bill and self-service",
                                "入网首月主动问候,讲清套餐、账单和自助渠道"),
                        text(
                                "call after the first bill, and put right what was not as expected",
                                "首张账单出账后回访,不符预期之处及时解决"),
                        text("give small rewards that grow with the time they stay", "给予随在网时间递增的小额回馈"),
                        text("once they are loyal, offer services as to potential customers", "忠诚度提升后,按潜力客户推荐业务")));
    }

    private static PlaybookEntry entry(
            Segment segment, ResourcePriority priority, List<BilingualText> aims, List<BilingualText> measures) {
        BilingualText stance = text(segment.stance(Language.ENGLISH), segment.stance(Language.CHINESE));
        return new PlaybookEntry(segment, priority, stance, aims, measures);
    }

    private static BilingualText text(String english, String chinese) {
        return BilingualText.of(english, chinese);
    }
}
