package io.github.clv4j.loyalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.clv4j.indicator.Indicator;
import io.github.clv4j.indicator.MissingPolicy;
import io.github.clv4j.indicator.Scale;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;

/** What the validation finds, against counts of pairs, a second library and plain loops. */
class LoyaltyValidationPropertyTest {

    private static final LoyaltyIndex INDEX = LoyaltyIndex.builder()
            .add(LoyaltyIndex.BEHAVIOURAL, Indicator.of("x", "", Scale.linear(0, 4)))
            .add(LoyaltyIndex.EMOTIONAL, Indicator.of("y", "", Scale.likert(5)))
            .weigh(LoyaltyIndex.WHOLE, 0.75, 0.25)
            .missing(MissingPolicy.renormalise(0.5))
            .build();

    /** Customers with many ties, some without an index, some whose outcome is not known, some whose answer is none. */
    private record Base(double[][] columns, double[] outcome) {

        static Base of(long seed, int customers) {
            Random random = new Random(seed);
            double[][] columns = new double[2][customers];
            double[] outcome = new double[customers];
            int values = 1 + random.nextInt(20);
            for (int i = 0; i < customers; i++) {
                columns[0][i] = random.nextInt(8) == 0 ? Double.NaN : 4.0 * random.nextInt(values) / values;
                columns[1][i] =
                        random.nextInt(4) == 0 ? Double.NaN : random.nextInt(30) == 0 ? 9 : 1 + random.nextInt(5);
                outcome[i] = random.nextInt(6) == 0 ? Double.NaN : random.nextInt(2);
            }
            return new Base(columns, outcome);
        }

        LoyaltyValidation validate() {
            return INDEX.validate(columns, outcome);
        }

        /** Index and outcome of the customers who have both. */
        List<double[]> known() {
            List<double[]> known = new ArrayList<>();
            for (int i = 0; i < outcome.length; i++) {
                double index = index(columns[0][i], columns[1][i]);
                if (!Double.isNaN(outcome[i]) && !Double.isNaN(index)) {
                    known.add(new double[] {level(index), outcome[i]});
                }
            }
            return known;
        }

        /** Sums in another order may differ in the last bits, which is no difference between customers. */
        private static double level(double index) {
            return Math.rint(index * 1e12) / 1e12;
        }

        private static double index(double x, double y) {
            try {
                return INDEX.score(x, y).index();
            } catch (IllegalArgumentException noAnswer) {
                return Double.NaN;
            }
        }

        Base flipped() {
            return new Base(
                    columns, Arrays.stream(outcome).map(left -> 1 - left).toArray());
        }
    }

    @Property(tries = 300)
    void theAucIsTheShareOfPairsInWhichWhoStayedIsAhead(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 120) int customers) {
        Base base = Base.of(seed, customers);
        Assume.that(!base.known().isEmpty());
        double ahead = 0;
        double pairs = 0;
        for (double[] stayed : base.known()) {
            for (double[] left : base.known()) {
                if (stayed[1] == 0 && left[1] == 1) {
                    ahead += stayed[0] > left[0] ? 1 : stayed[0] == left[0] ? 0.5 : 0;
                    pairs++;
                }
            }
        }

        LoyaltyValidation validation = base.validate();

        if (pairs == 0) {
            assertThat(validation.auc()).isNaN();
        } else {
            assertThat(validation.auc()).isCloseTo(ahead / pairs, within(1e-12));
        }
    }

    @Property(tries = 300)
    void theRankCorrelationIsSpearmans(@ForAll long seed, @ForAll @IntRange(min = 3, max = 120) int customers) {
        Base base = Base.of(seed, customers);
        List<double[]> known = base.known();
        Assume.that(known.size() >= 2);
        double expected = new SpearmansCorrelation()
                .correlation(
                        known.stream().mapToDouble(pair -> pair[0]).toArray(),
                        known.stream().mapToDouble(pair -> pair[1]).toArray());

        double correlation = base.validate().rankCorrelation();

        if (Double.isNaN(expected)) {
            assertThat(correlation).isNaN();
        } else {
            assertThat(correlation).isCloseTo(expected, within(1e-12));
        }
    }

    @Property(tries = 300)
    void customersAndLeaversAreCountedAsPlainLoopsCountThem(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 120) int customers) {
        Base base = Base.of(seed, customers);
        List<double[]> known = base.known();
        Assume.that(!known.isEmpty());
        long asked =
                Arrays.stream(base.outcome).filter(left -> !Double.isNaN(left)).count();

        LoyaltyValidation validation = base.validate();

        assertThat(validation.customers()).isEqualTo(known.size());
        assertThat(validation.churned())
                .isEqualTo((int) known.stream().filter(pair -> pair[1] == 1).count());
        assertThat(validation.withoutIndex() + validation.refused()).isEqualTo((int) asked - known.size());
    }

    @Property(tries = 300)
    void fifthsPartTheCustomersAndKeepTiesTogether(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 120) int customers) {
        Base base = Base.of(seed, customers);
        List<double[]> known = base.known();
        Assume.that(!known.isEmpty());
        TreeMap<Double, int[]> tied = new TreeMap<>(); // customers and leavers of the same index
        for (double[] pair : known) {
            int[] counts = tied.computeIfAbsent(pair[0], index -> new int[2]);
            counts[0]++;
            counts[1] += (int) pair[1];
        }

        List<IndexFifth> fifths = base.validate().fifths();

        assertThat(fifths).extracting(IndexFifth::fifth).containsExactly(1, 2, 3, 4, 5);
        int counted = 0;
        for (IndexFifth fifth : fifths) {
            int[] inRange = new int[2];
            tied.forEach((index, counts) -> {
                if (index >= fifth.lowest() - 1e-11 && index <= fifth.highest() + 1e-11) {
                    inRange[0] += counts[0];
                    inRange[1] += counts[1];
                }
            });
            assertThat(fifth.customers()).isEqualTo(inRange[0]);
            assertThat(fifth.churned()).isEqualTo(inRange[1]);
            counted += fifth.customers();
        }
        assertThat(counted).isEqualTo(known.size());
        assertThat(fifths.stream()
                        .filter(fifth -> fifth.customers() > 0)
                        .map(IndexFifth::lowest)
                        .toList())
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Property(tries = 200)
    void withoutTiesFifthsAreAsEvenAsTheyCanBe(@ForAll long seed, @ForAll @IntRange(min = 5, max = 150) int customers) {
        Random random = new Random(seed);
        double[] x = random.doubles(customers, 0, 4).distinct().toArray();
        double[] y = new double[x.length];
        Arrays.fill(y, 3);
        double[] outcome = random.ints(x.length, 0, 2).asDoubleStream().toArray();

        List<IndexFifth> fifths = INDEX.validate(new double[][] {x, y}, outcome).fifths();

        assertThat(fifths)
                .allSatisfy(fifth -> assertThat(fifth.customers()).isBetween(x.length / 5, (x.length + 4) / 5));
    }

    @Property(tries = 200)
    void theOutcomeTurnedRoundTurnsTheFindingsRound(
            @ForAll long seed, @ForAll @IntRange(min = 20, max = 120) int customers) {
        Base base = Base.of(seed, customers);
        LoyaltyValidation validation = base.validate();
        Assume.that(!Double.isNaN(validation.rankCorrelation()));

        LoyaltyValidation flipped = base.flipped().validate();

        assertThat(flipped.auc()).isCloseTo(1 - validation.auc(), within(1e-12));
        assertThat(flipped.rankCorrelation()).isCloseTo(-validation.rankCorrelation(), within(1e-12));
        assertThat(flipped.churned()).isEqualTo(validation.customers() - validation.churned());
    }

    @Property(tries = 100)
    void theOrderOfTheCustomersDoesNotMatter(@ForAll long seed, @ForAll @IntRange(min = 20, max = 120) int customers) {
        Base base = Base.of(seed, customers);
        int[] order =
                new Random(seed).ints(0, customers).distinct().limit(customers).toArray();
        Base shuffled = new Base(
                new double[][] {pick(base.columns[0], order), pick(base.columns[1], order)}, pick(base.outcome, order));
        LoyaltyValidation validation = base.validate();

        LoyaltyValidation again = shuffled.validate();

        assertThat(again.fifths()).isEqualTo(validation.fifths());
        assertThat(again.customers()).isEqualTo(validation.customers());
        assertThat(again.fittedCustomers()).isEqualTo(validation.fittedCustomers());
        assertThat(again.noFit().isPresent()).isEqualTo(validation.noFit().isPresent());
        for (int k = 0; k < validation.weights().size(); k++) {
            assertThat(again.weights().get(k).coefficient())
                    .isCloseTo(validation.weights().get(k).coefficient(), within(1e-6));
        }
    }

    private static double[] pick(double[] values, int[] order) {
        return Arrays.stream(order).mapToDouble(i -> values[i]).toArray();
    }

    @Property(tries = 200)
    void fittedWeightsAreSharesOfThoseWhoHoldCustomers(
            @ForAll long seed, @ForAll @IntRange(min = 60, max = 200) int customers) {
        LoyaltyValidation validation = Base.of(seed, customers).validate();
        Assume.that(validation.noFit().isEmpty());

        List<FittedWeight> weights = validation.weights();

        assertThat(weights).extracting(FittedWeight::indicator).containsExactly("x", "y");
        assertThat(weights).extracting(FittedWeight::judged).containsExactly(0.75, 0.25);
        double holding = weights.stream()
                .mapToDouble(weight -> Math.max(0, -weight.coefficient()))
                .sum();
        for (FittedWeight weight : weights) {
            assertThat(weight.isContrary()).isEqualTo(weight.coefficient() > 0);
            if (holding == 0) {
                assertThat(weight.fitted()).isNaN();
            } else {
                assertThat(weight.fitted()).isCloseTo(Math.max(0, -weight.coefficient()) / holding, within(1e-12));
            }
        }
    }
}
