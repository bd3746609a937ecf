package io.github.clv4j.value;

/** How the profit of a service is stated. Immutable and thread-safe. */
public enum ProfitBasis {
    /** A profit per period of the discount rate, continued and discounted over the horizon like the current profit. */
    PER_PERIOD,
    /** A present value: counted as it stands, neither discounted nor weighted by survival. */
    PRESENT_VALUE
}
