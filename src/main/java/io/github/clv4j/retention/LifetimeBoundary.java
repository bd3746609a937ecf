package io.github.clv4j.retention;

import io.github.clv4j.base.Language;

/**
 * Why a lifetime has no best parameters: the likelihood grows all the way to a limit, at which the distribution is another,
 * simpler one. The parameters given then lie far out on that way, and their size means nothing. Immutable and thread-safe.
 */
public enum LifetimeBoundary {
    /** alpha and beta to infinity, their ratio fixed: the customers show no difference from each other. */
    HOMOGENEOUS(
            "customers alike",
            "客户同质",
            "nothing shows that customers differ from each other; use the geometric lifetime in place of the shifted beta"
                    + " geometric, the discrete Weibull in place of the beta discrete Weibull",
            "数据未显示客户之间存在差异;请以几何寿命代替移位贝塔几何寿命,以离散威布尔寿命代替贝塔离散威布尔寿命"),
    /** alpha and beta to 0, or the exponent to 0: after the first period nobody was lost. */
    FIRST_PERIOD_ONLY(
            "losses in the first period only",
            "仅首期有流失",
            "nobody was lost after the first period, so those who pass it seem to stay for ever; use the share kept in the"
                    + " first period, and wait for more periods",
            "首期之后无人流失,似乎通过首期的客户永不离开;请直接使用首期保留率,并等待更多期的数据"),
    /** The exponent to infinity: nobody was lost before the last period, or everybody watched in it was. */
    LAST_PERIOD(
            "all in the last period",
            "集中于末期",
            "nobody was lost before the last period, or everybody watched in it was, as where a contract ends, which no finite"
                    + " exponent gives; use the shares kept as they are",
            "末期之前无人流失,或末期观察到的客户全部流失,如同合同到期,没有有限的指数可以表达;请直接使用各期的保留率"),
    /** alpha to 0 and the exponent to infinity: S falls as a power of time, however early. */
    POWER_TAIL(
            "power of time",
            "幂律尾部",
            "S falls as a power of time as soon as it falls, which no finite parameters give; use the shifted beta geometric"
                    + " lifetime, or this one as far as the table goes and not beyond",
            "生存率一开始下降即按时间的幂下降,没有有限的参数可以表达;请使用移位贝塔几何寿命,或仅在数据范围内使用本结果");

    private final String english;
    private final String chinese;
    private final String englishAdvice;
    private final String chineseAdvice;

    LifetimeBoundary(String english, String chinese, String englishAdvice, String chineseAdvice) {
        this.english = english;
        this.chinese = chinese;
        this.englishAdvice = englishAdvice;
        this.chineseAdvice = chineseAdvice;
    }

    /**
     * The name for people.
     *
     * @param language the language of the name
     * @return the name
     */
    public String displayName(Language language) {
        return language.pick(english, chinese);
    }

    /**
     * What it means, and what to do.
     *
     * @param language the language of the text
     * @return a sentence
     */
    public String advice(Language language) {
        return language.pick(englishAdvice, chineseAdvice);
    }
}
