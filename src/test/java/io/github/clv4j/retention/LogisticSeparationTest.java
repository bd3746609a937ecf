package io.github.clv4j.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import io.github.clv4j.retention.FitException.Reason;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where leavers and stayers can be told apart without error the likelihood has no maximum. */
class LogisticSeparationTest {

    private static final double CLOSED_FORM = 1e-9;

    /** How many customers, and how many of them have the service under which all did the same. */
    @ParameterizedTest
    @CsvSource({
        "60, 20",
        "60, 3",
        "2000, 600",
        "2000, 100",
        "2000, 10",
        "20000, 5000",
        "20000, 200",
        "20000, 40",
        "20000, 5"
    })
    void aServiceUnderWhichNobodyOrEverybodyLeftIsNamed(int customers, int holders) {
        for (double same : new double[] {0, 1}) {
            ChurnBase made = ChurnBase.madeUp(customers, customers + holders);
            double[] service = holders(customers, holders);
            double[] outcome = IntStream.range(0, customers)
                    .mapToDouble(i -> service[i] == 1 ? same : made.outcome()[i])
                    .toArray();
            assertSeparatedBy("service", made.withOutcome(outcome).with("service", service));
        }
    }

    @Test
    void aServiceUnderWhichNobodyLeftIsNamedAlsoWithoutOtherColumns() {
        assertSeparatedBy("service", ChurnBase.ofOutcome(0, 1, 0, 1, 0, 0).with("service", 0, 0, 0, 0, 1, 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 30, 5000})
    void aThresholdThatSplitsLeaversFromStayersIsNamed(int customers) {
        double[] usage = IntStream.range(0, customers).mapToDouble(i -> i).toArray();
        double[] outcome =
                Arrays.stream(usage).map(x -> x < customers / 2.0 ? 1 : 0).toArray();
        assertSeparatedBy("usage", ChurnBase.ofOutcome(outcome).with("usage", usage));
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 5000})
    void aThresholdIsNamedFirstAmongOrdinaryColumns(int customers) {
        ChurnBase made = ChurnBase.madeUp(customers, customers);
        double[] usage = new Random(9).doubles(customers, 0, 100).toArray();
        double[] outcome = Arrays.stream(usage).map(x -> x < 30 ? 1 : 0).toArray();
        assertSeparatedBy("usage", made.withOutcome(outcome).with("usage", usage));
    }

    @Test
    void columnsThatSeparateOnlyTogetherAreAllNamed() {
        Random random = new Random(21);
        double[] calls = random.doubles(400, 0, 10).toArray();
        double[] visits = random.doubles(400, 0, 10).toArray();
        double[] outcome = IntStream.range(0, 400)
                .mapToDouble(i -> calls[i] + visits[i] > 9 ? 1 : 0)
                .toArray();
        FitException refusal =
                refusal(ChurnBase.ofOutcome(outcome).with("calls", calls).with("visits", visits));
        assertThat(refusal.reason()).isSameAs(Reason.SEPARATION);
        assertThat(refusal.columns()).containsExactlyInAnyOrder("calls", "visits");
    }

    /** The first and the last customer are alike but for the outcome; all others lie on the right side of a plane. */
    @Test
    void aFewCustomersAroundOneThatIsUndecidedAreSeparated() {
        FitException refusal = refusal(ChurnBase.ofOutcome(1, 0, 0, 1, 0, 0)
                .with("calls", 4, 1, 4, 2, 0, 4)
                .with("visits", 3, 4, 0, 4, 3, 3)
                .with("bills", 3, 3, 2, 3, 4, 3));
        assertThat(refusal.reason()).as(refusal.getMessage()).isSameAs(Reason.SEPARATION);
    }

    @Test
    void theUnitsOfOtherColumnsDoNotHideASeparation() {
        ChurnBase made = ChurnBase.madeUp(2000, 8);
        double[] service = holders(2000, 300);
        double[] outcome = IntStream.range(0, 2000)
                .mapToDouble(i -> service[i] == 1 ? 0 : made.outcome()[i])
                .toArray();
        double[] revenue =
                Arrays.stream(made.column("charges")).map(x -> 1e6 + 1e6 * x).toArray();
        assertSeparatedBy(
                "service", ChurnBase.ofOutcome(outcome).with("revenue", revenue).with("service", service));
    }

    @ParameterizedTest
    @CsvSource({"100, 50", "5000, 2500", "5000, 20", "20000, 10"})
    void oneLeaverAmongTheHoldersIsEnoughForAnEstimate(int customers, int holders) {
        double[] service = new double[customers];
        double[] outcome = new double[customers];
        Arrays.fill(service, 0, holders, 1);
        outcome[0] = 1;
        int others = customers - holders;
        Arrays.fill(outcome, holders, holders + others / 4, 1);
        ChurnModel model =
                ChurnBase.ofOutcome(outcome).with("service", service).fit().model();
        double oddsWithout = (others / 4) / (double) (others - others / 4);
        assertThat(model.intercept()).isCloseTo(Math.log(oddsWithout), within(CLOSED_FORM));
        assertThat(model.coefficients()[0]).isCloseTo(Math.log(1.0 / (holders - 1) / oddsWithout), within(CLOSED_FORM));
    }

    /** Leavers below the middle, stayers above, but the two in the middle exchanged. */
    @ParameterizedTest
    @ValueSource(ints = {20, 200, 1000})
    void oneCustomerOnEachWrongSideOfAThresholdIsEnoughForAnEstimate(int customers) {
        double[] usage = IntStream.range(0, customers).mapToDouble(i -> i).toArray();
        int middle = customers / 2;
        double[] outcome = IntStream.range(0, customers)
                .mapToDouble(i -> i < middle - 1 || i == middle ? 1 : 0)
                .toArray();
        ChurnBase base = ChurnBase.ofOutcome(outcome).with("usage", usage);
        ChurnModel model = base.fit().model();
        double[] ones = new double[customers];
        Arrays.fill(ones, 1);
        assertThat(base.score(model, ones)).isCloseTo(0, within(CLOSED_FORM));
        assertThat(base.score(model, usage)).isCloseTo(0, within(customers * CLOSED_FORM));
        assertThat(model.coefficients()[0]).isNegative();
    }

    /** Among ordinary customers who overlap, one whose revenue is this many times theirs. */
    @ParameterizedTest
    @ValueSource(doubles = {1e2, 1e4, 1e5})
    void oneEnormousCustomerDoesNotStandInTheWayOfAnEstimate(double revenue) {
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            double[] revenues = random.doubles(30, -2, 2).toArray();
            double[] outcome = random.ints(30, 0, 2).asDoubleStream().toArray();
            revenues[0] = revenue;
            ChurnBase base = ChurnBase.ofOutcome(outcome).with("revenue", revenues);
            assertThat(base.score(base.fit().model(), revenues)).isCloseTo(0, within(revenue * CLOSED_FORM));
        }
    }

    private static void assertSeparatedBy(String column, ChurnBase base) {
        FitException refusal = refusal(base);
        assertThat(refusal).as("%d customers", base.customers()).isNotNull();
        assertThat(refusal.reason()).as(refusal.getMessage()).isSameAs(Reason.SEPARATION);
        assertThat(refusal.columns()).first().as(refusal.getMessage()).isEqualTo(column);
        assertThat(refusal).hasMessageStartingWith("column " + column).hasMessageContaining("no finite estimate");
    }

    private static FitException refusal(ChurnBase base) {
        return catchThrowableOfType(FitException.class, base::fit);
    }

    /** Holders of a service scattered among the customers. */
    private static double[] holders(int customers, int holders) {
        double[] service = new double[customers];
        new Random(customers).ints(0, customers).distinct().limit(holders).forEach(i -> service[i] = 1);
        return service;
    }
}
