package io.github.clv4j.timevalue;

import io.github.clv4j.base.Language;

/** When in its period a payment falls due. Immutable and thread-safe. */
public enum CashFlowTiming {
    /** At the end: the first payment is one period away (an ordinary annuity). The default everywhere in clv4j. */
    END_OF_PERIOD(0, "end of period", "期末"),
    /** In the middle: the first payment is half a period away. */
    MID_PERIOD(0.5, "mid-period", "期中"),
    /** At the start: the first payment is due now (an annuity due). */
    START_OF_PERIOD(1, "start of period", "期初");

    private final double lead;
    private final String english;
    private final String chinese;

    CashFlowTiming(double lead, String english, String chinese) {
        this.lead = lead;
        this.english = english;
        this.chinese = chinese;
    }

    /**
     * How long before the end of its period a payment falls due.
     *
     * @return the lead in periods: 0, 0.5 or 1
     */
    public double lead() {
        return lead;
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

    /** What one payment gains over one at the end of its period, {@code (1 + d)^lead}, exact where it can be. */
    double accumulation(double rate) {
        return switch (this) {
            case END_OF_PERIOD -> 1;
            case MID_PERIOD -> StrictMath.sqrt(1 + rate);
            case START_OF_PERIOD -> 1 + rate;
        };
    }
}
