package io.github.clv4j.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.clv4j.base.Language;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchemeComparisonTest {

    private static final byte NONE = ThreeDimensionalSegmenter.NO_SEGMENT;
    private static final ValuePyramid PYRAMID = ValuePyramid.of(300, 100);

    /** Two in the high tier, one of them disloyal; three below; one without a segment. */
    private static SchemeComparison six() {
        return SchemeComparison.of(
                new double[] {400, 300, 120, 90, 50, Double.NaN},
                new double[] {40, 60, 0, 30, 10, 5},
                new byte[] {
                    Segment.PLATINUM.index(),
                    Segment.CHURN_PRONE.index(),
                    Segment.GOLD.index(),
                    Segment.DEVELOPABLE.index(),
                    Segment.LOYAL.index(),
                    NONE
                },
                new double[] {0.1, 0.8, Double.NaN, 0.5, 0, 0.9},
                PYRAMID);
    }

    @Test
    void aClassHasItsCustomersItsValueItsRiskAndTheDisloyalOfThem() {
        SchemeClass high = six().highTier();

        assertThat(high.key()).isEqualTo("HIGH");
        assertThat(high.customers()).isEqualTo(2);
        assertThat(high.share()).isEqualTo(2.0 / 5);
        assertThat(high.valueShare()).isEqualTo(800.0 / 1100);
        assertThat(high.meanRisk()).isEqualTo(0.45);
        assertThat(high.valueAtRisk()).isEqualTo(440 * 0.1 + 360 * 0.8);
        assertThat(high.lowLoyalty()).isEqualTo(1);
        assertThat(high.shareLowLoyalty()).isEqualTo(0.5);
        assertThat(high.disloyal()).isEqualTo(new SchemeGroup(1, 1, 360, 0.8, 288));
        assertThat(high.loyal()).isEqualTo(new SchemeGroup(1, 1, 440, 0.1, 44));
    }

    @Test
    void theHighCellHidesTheChurnProneWhomTheCubeShows() {
        SchemeComparison comparison = six();

        assertThat(comparison.highCell().key()).isEqualTo("HIGH_HIGH");
        assertThat(comparison.highCell().disloyal())
                .isEqualTo(comparison.cube().get(Segment.CHURN_PRONE.index()).all());
        assertThat(comparison.highCell().loyal())
                .isEqualTo(comparison.cube().get(Segment.PLATINUM.index()).all());
    }

    @Test
    void aRiskThatIsUnknownIsInNoMeanAndNoValueAtRisk() {
        SchemeClass gold = six().cube().get(Segment.GOLD.index());

        assertThat(gold.customers()).isEqualTo(1);
        assertThat(gold.all()).isEqualTo(new SchemeGroup(1, 0, 120, 0, 0));
        assertThat(gold.meanRisk()).isNaN();
        assertThat(six().pyramid().get(1).meanRisk()).isNaN();
        assertThat(six().matrix().get(1).valueAtRisk()).isZero();
    }

    @Test
    void customersWithoutASegmentAreCountedApart() {
        SchemeComparison comparison = six();

        assertThat(comparison.customers()).isEqualTo(6);
        assertThat(comparison.withoutSegment()).isEqualTo(1);
        for (List<SchemeClass> scheme : schemes(comparison)) {
            assertThat(scheme.stream().mapToInt(SchemeClass::customers).sum()).isEqualTo(5);
        }
    }

    @Test
    void classesAreInTheOrderOfTheirSchemeAndHaveItsNames() {
        SchemeComparison comparison = six();

        assertThat(comparison.pyramid()).extracting(SchemeClass::key).containsExactly("HIGH", "MIDDLE", "LOW");
        assertThat(comparison.matrix())
                .extracting(SchemeClass::key)
                .containsExactly("HIGH_HIGH", "HIGH_LOW", "LOW_HIGH", "LOW_LOW");
        assertThat(comparison.cube())
                .extracting(one -> one.displayName(Language.CHINESE))
                .isEqualTo(Segment.all().stream()
                        .map(segment -> segment.displayName(Language.CHINESE))
                        .toList());
        assertThat(comparison.highTier().displayName(Language.ENGLISH)).isEqualTo("High-end customers");
        assertThat(comparison.highCell().displayName(Language.CHINESE)).isEqualTo("当前价值高、潜在价值高");
    }

    @Test
    void ofNobodyThereAreNoSharesAndNoMeans() {
        double[] none = {};
        SchemeComparison comparison = SchemeComparison.of(none, none, new byte[0], none, PYRAMID);

        assertThat(comparison.customers()).isZero();
        assertThat(comparison.withoutSegment()).isZero();
        for (List<SchemeClass> scheme : schemes(comparison)) {
            assertThat(scheme).allSatisfy(one -> {
                assertThat(one.customers()).isZero();
                assertThat(one.share()).isNaN();
                assertThat(one.valueShare()).isNaN();
                assertThat(one.meanRisk()).isNaN();
                assertThat(one.shareLowLoyalty()).isNaN();
                assertThat(one.valueAtRisk()).isZero();
            });
        }
        assertThat(comparison.text(Language.ENGLISH))
                .contains("the pyramid has nobody in \"High-end customers\"\n")
                .doesNotContain("low loyalty (");
        assertThat(comparison.text(Language.CHINESE)).contains("客户金字塔的“高端客户”中没有客户\n");
    }

    @Test
    void whereNobodyHasASegmentAllAreCountedApart() {
        SchemeComparison comparison = SchemeComparison.of(
                new double[] {Double.NaN}, new double[1], new byte[] {NONE}, new double[] {7}, PYRAMID);

        assertThat(comparison.withoutSegment()).isEqualTo(1);
        assertThat(comparison.highTier().share()).isNaN();
    }

    @Test
    void oneCustomerIsAllOfTheBase() {
        SchemeComparison comparison = SchemeComparison.of(
                new double[] {500},
                new double[] {0},
                new byte[] {Segment.SHORT_TERM.index()},
                new double[] {1},
                PYRAMID);

        assertThat(comparison.highTier().share()).isEqualTo(1);
        assertThat(comparison.highTier().valueShare()).isEqualTo(1);
        assertThat(comparison.highTier().shareLowLoyalty()).isEqualTo(1);
        assertThat(comparison.highTier().loyal().meanRisk()).isNaN();
        assertThat(comparison.highCell().customers()).isZero();
        assertThat(comparison.highCell().shareLowLoyalty()).isNaN();
    }

    @Test
    void customersWhoAreAllTiedAreInOneClassOfEach() {
        double[] same = {5, 5, 5};
        byte[] segments = new byte[3];
        ThreeDimensionalSegmenter.of(CutRules.medians().fit(same, same, same).cuts())
                .segment(same, same, same, 0, 3, segments);

        SchemeComparison comparison =
                SchemeComparison.of(same, same, segments, new double[] {0, 1, 0.5}, ValuePyramid.fit(same));

        assertThat(comparison.highTier().customers()).isEqualTo(3);
        assertThat(comparison.highTier().meanRisk()).isEqualTo(0.5);
        assertThat(comparison.highCell().customers()).isEqualTo(3);
        assertThat(comparison.cube().get(0).customers()).isEqualTo(3);
        assertThat(comparison.pyramid().get(2).share()).isZero();
        assertThat(comparison.pyramid().get(2).meanRisk()).isNaN();
    }

    @Test
    void valueThatAddsUpToNothingHasNoShares() {
        SchemeComparison comparison = SchemeComparison.of(
                new double[] {5, -5}, new double[2], new byte[] {0, 1}, new double[] {0.5, 0.5}, PYRAMID);
        assertThat(comparison.highTier().valueShare()).isNaN();
        assertThat(comparison.highTier().share()).isZero();
    }

    @Test
    void columnsOfDifferentLengthAreRefused() {
        double[] one = {1};
        double[] two = {1, 0};
        byte[] segments = {0, 0};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SchemeComparison.of(one, two, segments, two, PYRAMID))
                .withMessage("current must have length 2, but had 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SchemeComparison.of(two, one, segments, two, PYRAMID))
                .withMessage("potential must have length 2, but had 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SchemeComparison.of(two, two, segments, one, PYRAMID))
                .withMessage("risk must have length 2, but had 1");
    }

    @Test
    void aCustomerWithASegmentNeedsValuesAndARiskThatIsOne() {
        double[] good = {0.5};
        byte[] segment = {0};
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> SchemeComparison.of(new double[] {bad}, good, segment, good, PYRAMID))
                    .withMessage("current[0] must be finite, but was " + bad);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> SchemeComparison.of(good, new double[] {bad}, segment, good, PYRAMID))
                    .withMessage("potential[0] must be finite, but was " + bad);
        }
        for (double bad : new double[] {-0.1, 1.5, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> SchemeComparison.of(good, good, segment, new double[] {bad}, PYRAMID))
                    .withMessage("risk[0] must be in [0, 1] or missing, but was " + bad);
        }
        for (byte bad : new byte[] {-2, 8}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> SchemeComparison.of(good, good, new byte[] {bad}, good, PYRAMID))
                    .withMessage("segment must be in [-1, 8), but was " + bad);
        }
    }

    @Test
    void theTextReadsInBothLanguages() {
        assertThat(six().text(Language.ENGLISH)).isEqualTo("""
                5 customers in three schemes, 1 without a segment left out
                customers, % of customers, % of value, mean risk %, low loyalty %, value at risk
                pyramid
                        2    40.0    72.7    45.0    50.0          332.00  High-end customers
                        1    20.0    10.9       -     0.0               -  Mid-range customers
                        2    40.0    16.4    25.0    50.0           60.00  Low-end customers
                matrix
                        2    40.0    72.7    45.0    50.0          332.00  High current, high potential value
                        1    20.0    10.9       -     0.0               -  High current, low potential value
                        1    20.0    10.9    50.0   100.0           60.00  Low current, high potential value
                        1    20.0     5.5     0.0     0.0            0.00  Low current, low potential value
                cube
                        1    20.0    40.0    10.0     0.0           44.00  Platinum customers
                        1    20.0    10.9       -     0.0               -  Gold customers
                        1    20.0     5.5     0.0     0.0            0.00  Loyal customers
                        0     0.0     0.0       -       -            0.00  Potential customers
                        1    20.0    32.7    80.0   100.0          288.00  Churn-prone customers
                        0     0.0     0.0       -       -            0.00  Short-term customers
                        0     0.0     0.0       -       -            0.00  Least valuable customers
                        1    20.0    10.9    50.0   100.0           60.00  Developable customers
                the pyramid hides in "High-end customers": 1 of 2 has low loyalty (50.0 %), mean risk 80.0 % against 10.0 % of the\
                 rest, value 360.00
                the matrix hides in "High current, high potential value": 1 of 2 has low loyalty (50.0 %), mean risk 80.0 % against 10.0 % of the\
                 rest, value 360.00
                """);
        assertThat(six().text(Language.CHINESE))
                .startsWith("5 个客户在三种划分中,另有 1 个没有细分,未计入\n")
                .contains("客户金字塔\n", "高端客户\n", "易流失客户\n")
                .endsWith("客户价值矩阵的“当前价值高、潜在价值高”中隐含:1/2 个忠诚度低(50.0%),平均风险 80.0%,其余为 10.0%,价值 360.00\n");
    }

    @Test
    void amountsAreGroupedByThousandsAndRisksThatAreUnknownAreCalledSo() {
        String text = SchemeComparison.of(
                        new double[] {1_234_567, 2_000_000},
                        new double[2],
                        new byte[] {Segment.SHORT_TERM.index(), Segment.SHORT_TERM.index()},
                        new double[] {1, 1},
                        PYRAMID)
                .text(Language.ENGLISH);
        assertThat(text)
                .contains("    3,234,567.00  High-end customers\n")
                .contains(": 2 of 2 have low loyalty (100.0 %), mean risk 100.0 %, value 3,234,567.00\n");

        SchemeComparison unknown = SchemeComparison.of(
                new double[] {500, 500},
                new double[2],
                new byte[] {Segment.SHORT_TERM.index(), Segment.GOLD.index()},
                new double[] {Double.NaN, 0.25},
                PYRAMID);
        assertThat(unknown.text(Language.ENGLISH))
                .contains(
                        "1 of 2 has low loyalty (50.0 %), mean risk unknown against 25.0 % of the rest, value 500.00\n")
                .contains("               -  Short-term customers\n");
        assertThat(unknown.text(Language.CHINESE)).contains("平均风险 未知,其余为 25.0%,价值 500.00\n");
    }

    @Test
    void oneIsNoPlural() {
        SchemeComparison one = SchemeComparison.of(
                new double[] {500}, new double[] {0}, new byte[] {Segment.GOLD.index()}, new double[] {1}, PYRAMID);

        assertThat(one.text(Language.ENGLISH))
                .startsWith("1 customer in three schemes, 0 without")
                .contains("the pyramid hides nobody of low loyalty in \"High-end customers\"\n");
        assertThat(one.text(Language.CHINESE)).contains("客户金字塔的“高端客户”中没有忠诚度低的客户\n");
    }

    /** Sums are taken in blocks, so the parts of a base longer than one add up to the whole of it. */
    @Test
    void aBaseOfSeveralBlocksIsCountedInFull() {
        int customers = 5000;
        double[] value = new double[customers];
        byte[] segments = new byte[customers];
        double[] risk = new double[customers];
        Arrays.setAll(value, i -> i % 400);
        for (int i = 0; i < customers; i++) {
            segments[i] = (byte) (i % 9 - 1);
            risk[i] = i % 2;
        }
        SchemeComparison comparison = SchemeComparison.of(value, value, segments, risk, PYRAMID);
        List<SchemeGroup> groups = new ArrayList<>();
        comparison.cube().forEach(one -> groups.add(one.all()));

        assertThat(comparison.withoutSegment()).isEqualTo(556);
        assertThat(groups.stream().mapToInt(SchemeGroup::customers).sum()).isEqualTo(4444);
        assertThat(groups.stream().mapToDouble(SchemeGroup::expectedLosses).sum())
                .isEqualTo(2222);
    }

    private static List<List<SchemeClass>> schemes(SchemeComparison comparison) {
        return List.of(comparison.pyramid(), comparison.matrix(), comparison.cube());
    }
}
