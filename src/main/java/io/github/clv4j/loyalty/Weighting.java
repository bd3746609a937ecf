package io.github.clv4j.loyalty;

import io.github.clv4j.ahp.AhpSolution;
import io.github.clv4j.ahp.AhpSolver;
import io.github.clv4j.ahp.Consistency;
import io.github.clv4j.ahp.JudgementDeviation;
import io.github.clv4j.ahp.PairwiseMatrix;
import io.github.clv4j.indicator.Weights;
import java.util.List;

/** How the parts of a group get their weights, while an index is being built. */
sealed interface Weighting {

    /** The same with a part under another name. */
    Weighting renamed(String name, String newName);

    /** The same with one more part, which is yet to be weighed. */
    Weighting plus(String name);

    /** The same without a part. */
    Weighting without(String name);

    /** The weights of the parts; {@code group} is what messages call the whole. */
    Weights weights(String group, List<String> parts, AhpSolver solver);

    /** Not said yet: enough where there is one part. */
    record Unsaid() implements Weighting {

        @Override
        public Weighting renamed(String name, String newName) {
            return this;
        }

        @Override
        public Weighting plus(String name) {
            return this;
        }

        @Override
        public Weighting without(String name) {
            return this;
        }

        @Override
        public Weights weights(String group, List<String> parts, AhpSolver solver) {
            if (parts.size() != 1) {
                throw new IllegalArgumentException("weights of " + group + " must be stated or judged for " + parts);
            }
            return Weights.equal(parts);
        }
    }

    /** Stated as numbers. They do not change by themselves: after parts have come or gone they must be stated again. */
    record Given(Weights stated) implements Weighting {

        @Override
        public Weighting renamed(String name, String newName) {
            if (stated.names().contains(newName)) {
                return this; // a part of that name has gone, so they are to be stated again
            }
            List<String> names = replaced(stated.names(), name, newName);
            return new Given(Weights.of(names, stated.origin(), stated.toArray()));
        }

        @Override
        public Weighting plus(String name) {
            return this;
        }

        @Override
        public Weighting without(String name) {
            return this;
        }

        @Override
        public Weights weights(String group, List<String> parts, AhpSolver solver) {
            return stated;
        }
    }

    /** Derived from judgements. */
    record Judged(PairwiseMatrix matrix) implements Weighting {

        @Override
        public Weighting renamed(String name, String newName) {
            return new Judged(matrix.withNames(replaced(matrix.names(), name, newName)));
        }

        @Override
        public Weighting plus(String name) {
            return new Judged(matrix.plus(name));
        }

        @Override
        public Weighting without(String name) {
            List<String> rest =
                    matrix.names().stream().filter(other -> !other.equals(name)).toList();
            return rest.isEmpty() ? new Unsaid() : new Judged(matrix.only(rest));
        }

        @Override
        public Weights weights(String group, List<String> parts, AhpSolver solver) {
            AhpSolution solution = solver.solve(matrix);
            Consistency consistency = solution.consistency();
            if (consistency.ratio() >= consistency.limit()) {
                JudgementDeviation worst = solution.deviations().get(0);
                throw new IllegalArgumentException("consistency ratio of the judgements on " + group + " must be below "
                        + consistency.limit() + ", but was " + consistency.ratio() + "; look first at " + worst.first()
                        + " against " + worst.second() + ", judged " + worst.judged() + ", implied "
                        + worst.implied());
            }
            return solution.weights();
        }
    }

    private static List<String> replaced(List<String> names, String name, String newName) {
        return names.stream().map(other -> other.equals(name) ? newName : other).toList();
    }
}
