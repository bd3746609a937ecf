package io.github.clv4j.growth;

import io.github.clv4j.base.Language;

/**
 * What moves a customer along a dimension. The two levers, and what each is made of, are of the source of the 8-2-4-1 model.
 * Immutable and thread-safe.
 */
public enum GrowthLever {
    /** Basic service and service innovation satisfy, and the satisfied stay (提升满意度). */
    SATISFACTION(GrowthDimension.TENURE, "Satisfaction", "提升满意度", "basic service and service innovation", "基础服务与服务创新"),
    /** Active service and active marketing sell more to those who are there (交叉销售). */
    CROSS_SELLING(GrowthDimension.ARPU, "Cross-selling", "交叉销售", "active service and active marketing", "主动服务与主动营销");

    private final GrowthDimension dimension;
    private final String english;
    private final String chinese;
    private final String englishMeans;
    private final String chineseMeans;

    GrowthLever(GrowthDimension dimension, String english, String chinese, String englishMeans, String chineseMeans) {
        this.dimension = dimension;
        this.english = english;
        this.chinese = chinese;
        this.englishMeans = englishMeans;
        this.chineseMeans = chineseMeans;
    }

    /**
     * The lever of a dimension.
     *
     * @param dimension the dimension
     * @return satisfaction for tenure, cross-selling for ARPU
     */
    public static GrowthLever of(GrowthDimension dimension) {
        return dimension == GrowthDimension.TENURE ? SATISFACTION : CROSS_SELLING;
    }

    /**
     * The dimension it acts on.
     *
     * @return the dimension
     */
    public GrowthDimension dimension() {
        return dimension;
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
     * What the lever is made of, in a line.
     *
     * @param language the language of the text
     * @return the means
     */
    public String means(Language language) {
        return language.pick(englishMeans, chineseMeans);
    }
}
