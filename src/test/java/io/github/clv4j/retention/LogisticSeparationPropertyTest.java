package io.github.clv4j.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import io.github.clv4j.retention.FitException.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.apache.commons.math3.optim.MaxIter;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.PivotSelectionRule;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;

/**
 * Whether an estimate exists is decided a second time by linear programming: the classes can be separated if and only
 * if some direction puts nobody on the wrong side and somebody on the right one (Albert and Anderson 1984; Konis 2007).
 */
class LogisticSeparationPropertyTest {

    private static final double ZERO_SCORE = 1e-7;
    private static final double LINEAR_PROGRAM = 1e-6;

    @Property
    void thereIsAFitExactlyWhereALinearProgramFindsNoSeparation(@ForAll("bases") ChurnBase base) {
        FitException refusal = catchThrowableOfType(FitException.class, base::fit);
        if (!hasTwoClasses(base) || !hasFullRank(base)) {
            assertThat(refusal.reason()).isIn(Reason.ONE_CLASS, Reason.CONSTANT_COLUMN, Reason.COLLINEAR_COLUMNS);
        } else if (isSeparable(base)) {
            assertThat(refusal).isNotNull();
            assertThat(refusal.reason()).isIn(Reason.SEPARATION, Reason.NO_CONVERGENCE);
            assertThat(refusal.columns()).isNotEmpty();
        } else {
            assertThat(refusal).isNull();
            assertScoresAreZero(base);
        }
    }

    /** Few customers, and features of few values: about as many bases are separable as not. */
    @Provide
    Arbitrary<ChurnBase> bases() {
        return Combinators.combine(
                        Arbitraries.integers().between(4, 24),
                        Arbitraries.integers().between(1, 3))
                .flatAs((customers, features) -> {
                    Arbitrary<double[]> column = Arbitraries.integers()
                            .between(0, 4)
                            .map(Integer::doubleValue)
                            .array(double[].class)
                            .ofSize(customers);
                    Arbitrary<double[]> outcome =
                            Arbitraries.of(0.0, 1.0).array(double[].class).ofSize(customers);
                    return Combinators.combine(outcome, column.list().ofSize(features))
                            .as(LogisticSeparationPropertyTest::base);
                });
    }

    private static ChurnBase base(double[] outcome, List<double[]> columns) {
        ChurnBase base = ChurnBase.ofOutcome(outcome);
        for (double[] column : columns) {
            base = base.with("x" + base.names().size(), column);
        }
        return base;
    }

    private static boolean hasTwoClasses(ChurnBase base) {
        return Arrays.stream(base.outcome()).distinct().count() == 2;
    }

    private static boolean hasFullRank(ChurnBase base) {
        double[][] design = new double[base.customers()][];
        for (int i = 0; i < design.length; i++) {
            design[i] = withOne(base, i, 1);
        }
        int rank = new SingularValueDecomposition(new Array2DRowRealMatrix(design, false)).getRank();
        return rank == base.names().size() + 1;
    }

    private static boolean isSeparable(ChurnBase base) {
        int size = base.names().size() + 1;
        double[] total = new double[size];
        List<LinearConstraint> constraints = new ArrayList<>();
        for (int i = 0; i < base.customers(); i++) {
            double[] side = withOne(base, i, base.outcome()[i] == 1 ? 1 : -1);
            constraints.add(new LinearConstraint(side, Relationship.GEQ, 0));
            Arrays.setAll(total, j -> total[j] + side[j]);
        }
        for (int j = 0; j < size; j++) {
            double[] unit = new double[size];
            unit[j] = 1;
            constraints.add(new LinearConstraint(unit, Relationship.LEQ, 1));
            constraints.add(new LinearConstraint(unit, Relationship.GEQ, -1));
        }
        return new SimplexSolver()
                        .optimize(
                                new LinearObjectiveFunction(total, 0),
                                new LinearConstraintSet(constraints),
                                GoalType.MAXIMIZE,
                                PivotSelectionRule.BLAND,
                                new MaxIter(1000),
                                new NonNegativeConstraint(false))
                        .getValue()
                > LINEAR_PROGRAM;
    }

    private static double[] withOne(ChurnBase base, int customer, double sign) {
        double[] row = base.row(customer);
        double[] result = new double[row.length + 1];
        result[0] = sign;
        for (int j = 0; j < row.length; j++) {
            result[j + 1] = sign * row[j];
        }
        return result;
    }

    private static void assertScoresAreZero(ChurnBase base) {
        ChurnModel model = base.fit().model();
        double[] ones = new double[base.customers()];
        Arrays.fill(ones, 1);
        assertThat(base.score(model, ones)).isCloseTo(0, within(ZERO_SCORE));
        for (double[] column : base.columns()) {
            assertThat(base.score(model, column)).isCloseTo(0, within(ZERO_SCORE));
        }
    }
}
