package io.github.clv4j.ahp;

/**
 * One judgement and what to change it to. Immutable and thread-safe.
 *
 * @param first the name of the one, which stands before the other in the matrix
 * @param second the name of the other
 * @param from how many times as important as the second the first was judged
 * @param to how many times as important it would have to be: one of the 17 values 1/9, ..., 1/2, 1, 2, ..., 9
 */
public record JudgementChange(String first, String second, double from, double to) {

    /**
     * How large the change is.
     *
     * @return {@code abs(ln(to / from))}, above 0
     */
    public double size() {
        return Math.abs(StrictMath.log(to) - StrictMath.log(from));
    }
}
