package io.github.clv4j.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CutPassesPropertyTest {

    private static final List<CutRule> RULES = List.of(
            CutRule.median(),
            CutRule.mean(),
            CutRule.quantile(0.8),
            CutRule.quantile(0),
            CutRule.quantile(1),
            CutRule.quantile(1 / 3.0),
            CutRule.paretoShare(0.8),
            CutRule.paretoShare(1),
            CutRule.paretoShare(1e-9),
            CutRule.naturalBreak(),
            CutRule.fixed(2));

    /** Values that are hard to cut apart. */
    enum Kind {
        ANY_BITS {
            @Override
            DoubleSupplier of(Random random) {
                return () -> {
                    double value = Double.longBitsToDouble(random.nextLong());
                    return Double.isFinite(value) ? value : 0;
                };
            }
        },
        ALL_EQUAL {
            @Override
            DoubleSupplier of(Random random) {
                return () -> 9.99;
            }
        },
        TWO_VALUES {
            @Override
            DoubleSupplier of(Random random) {
                return () -> random.nextBoolean() ? 1e-300 : 1e300;
            }
        },
        ZEROS {
            @Override
            DoubleSupplier of(Random random) {
                double[] values = {-0.0, 0.0, Double.MIN_VALUE, -Double.MIN_VALUE};
                return () -> values[random.nextInt(values.length)];
            }
        },
        NEGATIVE {
            @Override
            DoubleSupplier of(Random random) {
                return () -> -random.nextInt(40) / 4.0;
            }
        },
        SUBNORMAL {
            @Override
            DoubleSupplier of(Random random) {
                return () -> Double.MIN_VALUE * random.nextInt(1000);
            }
        },
        NEIGHBOURS {
            @Override
            DoubleSupplier of(Random random) {
                return () -> 1 + Math.ulp(1.0) * random.nextInt(1 << 24);
            }
        },
        HUGE {
            @Override
            DoubleSupplier of(Random random) {
                return () -> random.nextBoolean() ? Double.MAX_VALUE : -1.7e308 * random.nextDouble();
            }
        },
        RISING {
            @Override
            DoubleSupplier of(Random random) {
                double[] last = {-1e5};
                return () -> last[0] += random.nextDouble();
            }
        },
        FALLING_FROM_ONE_OUTLIER {
            @Override
            DoubleSupplier of(Random random) {
                double[] last = {1e18};
                return () -> last[0] = last[0] > 1e9 ? 1e6 : last[0] - random.nextDouble();
            }
        },
        TENTHS {
            @Override
            DoubleSupplier of(Random random) {
                return () -> random.nextInt(100) / 10.0;
            }
        };

        abstract DoubleSupplier of(Random random);

        double[] values(int count, Random random) {
            return DoubleStream.generate(of(random)).limit(count).toArray();
        }
    }

    @Property(tries = 1000)
    void cutsOfChunksAreThoseOfAllAtOnce(
            @ForAll("rules") CutRules rules,
            @ForAll Kind kind,
            @ForAll @IntRange(min = 1, max = 400) int customers,
            @ForAll @IntRange(max = 100) int few,
            @ForAll Random random) {
        double[][] axes = axes(kind, customers, random);
        FittedCuts expected = rules.fit(axes[0], axes[1], axes[2]);

        FittedCutTable cuts = cuts(new CutPasses(rules, List.of(), few), axes, random);

        assertThat(cuts).isEqualTo(FittedCutTable.of(expected));
    }

    @Property(tries = 300)
    void cutsOfGroupsInChunksAreThoseOfAllAtOnce(
            @ForAll("rules") CutRules rules,
            @ForAll Kind kind,
            @ForAll @IntRange(min = 3, max = 400) int customers,
            @ForAll @IntRange(max = 100) int few,
            @ForAll Random random) {
        List<String> groups = List.of("a", "b", "c");
        double[][] axes = axes(kind, customers, random);
        double[] codes = IntStream.range(0, customers)
                .mapToDouble(i -> i < 3 ? i : random.nextInt(3))
                .toArray();
        FittedCutTable expected = rules.fitByGroup(groups, codes, axes[0], axes[1], axes[2]);

        FittedCutTable cuts =
                cuts(new CutPasses(rules, groups, few), new double[][] {codes, axes[0], axes[1], axes[2]}, random);

        assertThat(cuts).isEqualTo(expected);
    }

    /** More than are kept in any window, so that windows are narrowed several times. */
    @ParameterizedTest
    @EnumSource(Kind.class)
    void manyValuesAreCutLikeFew(Kind kind) {
        Random random = new Random(20260901);
        double[] values = kind.values(300_000, random);
        for (CutRule rule : RULES) {
            FittedCuts expected = CutRules.of(rule, rule, rule).fit(values, values, values);
            double[][] axes = {values, values, values};

            assertThat(cuts(CutPasses.of(CutRules.of(rule, rule, rule)), axes, random))
                    .as("%s of %s", rule, kind)
                    .isEqualTo(FittedCutTable.of(expected));
        }
    }

    @Test
    void manyCustomersTakeFewReadingsAndLittleMemory() {
        CutPasses passes = CutPasses.of(CutRules.of(CutRule.median(), CutRule.paretoShare(0.8), CutRule.quantile(0.9)));
        int readings = 0;
        boolean done = false;
        while (!done) {
            Random random = new Random(7);
            for (int chunk = 0; chunk < 300; chunk++) { // three million customers, ten thousand at a time
                passes.add(
                        random.doubles(10_000).map(u -> 100 * u * u).toArray(),
                        random.doubles(10_000).map(u -> 3 / (u + 0.01)).toArray(),
                        random.doubles(10_000).toArray());
            }
            done = passes.endPass();
            readings++;
        }
        assertThat(readings).isEqualTo(3);
        // the middle of 100 u^2 is 25, nine tenths of u are below 0.9
        assertThat(passes.cuts().cuts().of("").currentValue()).isBetween(24.9, 25.1);
        assertThat(passes.cuts().cuts().of("").loyalty()).isBetween(0.899, 0.901);
    }

    @Test
    void otherValuesAtTheSecondReadingAreNoticed() {
        for (CutRule rule : List.of(CutRule.median(), CutRule.paretoShare(0.5))) {
            CutPasses passes = new CutPasses(CutRules.of(rule, rule, rule), List.of(), 2);
            double[] values = IntStream.rangeClosed(1, 1000).asDoubleStream().toArray();
            passes.add(values, values, values);
            assertThat(passes.endPass()).isFalse();
            double[] others = Arrays.stream(values).map(value -> value * 1e6).toArray();

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> {
                        passes.add(others, others, others);
                        passes.endPass();
                    })
                    .withMessage("values must be the same at every reading, but there were others than at the reading"
                            + " before");
        }
    }

    @Test
    void aGroupWithoutCustomersIsRefused() {
        CutPasses passes = CutPasses.byGroup(CutRules.medians(), List.of("a", "b"));
        passes.add(new double[] {0}, new double[] {1}, new double[] {1}, new double[] {1});
        assertThatIllegalArgumentException()
                .isThrownBy(passes::endPass)
                .withMessage("group b: cut must be taken from at least one customer, but there were 0");
    }

    @Test
    void whatCannotBeCutIsRefused() {
        CutPasses all = CutPasses.of(CutRules.medians());
        double[] one = {1};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> all.add(one, new double[] {Double.NaN}, one))
                .withMessage("value to cut must be finite, but was NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> all.add(one, one, new double[2]))
                .withMessageContaining("retained");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        CutPasses.byGroup(CutRules.medians(), List.of("a")).add(one, one, one))
                .withMessage("customers must come with their groups, but came without");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CutPasses.byGroup(CutRules.medians(), List.of()))
                .withMessage("groups must be at least one, but were none");
        assertThatIllegalStateException().isThrownBy(all::cuts);
    }

    private static double[][] axes(Kind kind, int customers, Random random) {
        return new double[][] {
            kind.values(customers, random), kind.values(customers, random), kind.values(customers, random)
        };
    }

    private static FittedCutTable cuts(CutPasses passes, double[][] columns, Random random) {
        int customers = columns[0].length;
        do {
            for (int from = 0; from < customers; ) {
                int to = Math.min(customers, from + random.nextInt(2 + customers / 2));
                int start = from;
                double[][] chunk = Arrays.stream(columns)
                        .map(column -> Arrays.copyOfRange(column, start, to))
                        .toArray(double[][]::new);
                if (chunk.length == 4) {
                    passes.add(chunk[0], chunk[1], chunk[2], chunk[3]);
                } else {
                    passes.add(chunk[0], chunk[1], chunk[2]);
                }
                from = to;
            }
        } while (!passes.endPass());
        return passes.cuts();
    }

    @Provide
    Arbitrary<CutRules> rules() {
        Arbitrary<CutRule> rule = Arbitraries.oneOf(
                Arbitraries.of(RULES),
                Arbitraries.doubles().between(0, 1).map(CutRule::quantile),
                Arbitraries.doubles().between(0.01, 1).map(CutRule::paretoShare));
        return rule.list().ofSize(3).map(rules -> CutRules.of(rules.get(0), rules.get(1), rules.get(2)));
    }
}
