package io.github.clv4j.segment;

import java.util.Optional;

/** How the values of a reading stand to a cut that is known. Not thread-safe. */
final class TieCount {

    private final Axis axis;
    private final double cut;
    private int count;
    private int above;
    private int equal;

    TieCount(Axis axis, double cut) {
        this.axis = axis;
        this.cut = cut;
    }

    void add(double value) {
        count++;
        above += value > cut ? 1 : 0;
        equal += value == cut ? 1 : 0;
    }

    /** The cut, if it is ties that make it lopsided. */
    Optional<TiedCut> warning() {
        return TiedCut.of(axis, cut, count, above, equal);
    }
}
