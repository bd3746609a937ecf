package io.github.clv4j.loyalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.clv4j.base.Language;
import io.github.clv4j.indicator.CompositeIndex;
import io.github.clv4j.indicator.IndexExplanation;
import io.github.clv4j.indicator.IndexGroup;
import io.github.clv4j.indicator.IndexNode;
import io.github.clv4j.indicator.Indicator;
import io.github.clv4j.indicator.MissingPolicy;
import io.github.clv4j.indicator.Scale;
import io.github.clv4j.indicator.Weights;
import io.github.clv4j.testing.ColumnarContract;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The whole and its two halves, by hand and by plain loops. */
class LoyaltyIndexTest {

    private static final double NONE = Double.NaN;

    /** Weights in the whole: tenure 3/8, spend 1/8, satisfaction 5/16, price 3/16. */
    private static final LoyaltyIndex INDEX = builder().build();

    private static LoyaltyIndexBuilder builder() {
        return LoyaltyIndex.builder()
                .add(LoyaltyIndex.BEHAVIOURAL, Indicator.of("tenure", "months", Scale.linear(0, 48)))
                .add(LoyaltyIndex.BEHAVIOURAL, Indicator.of("spend", "a month", Scale.linear(10, 50)))
                .add(LoyaltyIndex.EMOTIONAL, Indicator.of("satisfaction", "", Scale.likert(5)))
                .add(LoyaltyIndex.EMOTIONAL, Indicator.of("price", "", Scale.likert(5, 1)))
                .weigh(LoyaltyIndex.BEHAVIOURAL, 0.75, 0.25)
                .weigh(LoyaltyIndex.EMOTIONAL, 0.625, 0.375);
    }

    @Test
    void theWholeAndItsHalvesAreWeightedMeans() {
        LoyaltyScore score = INDEX.score(12, 40, 4, 2);

        // scores 1/4, 3/4, 3/4, 3/4
        assertThat(score.behavioural()).isEqualTo(0.75 * 0.25 + 0.25 * 0.75);
        assertThat(score.emotional()).isEqualTo(0.75);
        assertThat(score.index()).isEqualTo(0.5 * 0.375 + 0.5 * 0.75);
        assertThat(score.coverage()).isEqualTo(1);
        assertThat(score.hasIndex()).isTrue();
    }

    @Test
    void theWholeIsTheMixOfTheHalvesWhereAllIsKnown() {
        Random random = new Random(3);
        LoyaltyIndex index = builder().weigh(LoyaltyIndex.WHOLE, 0.3, 0.7).build();
        for (int i = 0; i < 1000; i++) {
            LoyaltyScore score = index.score(customer(random, 0));

            assertThat(score.index()).isCloseTo(0.3 * score.behavioural() + 0.7 * score.emotional(), within(1e-12));
        }
    }

    @Test
    void whereFeelingIsUnknownBehaviourAloneIsTheIndex() {
        LoyaltyScore score = INDEX.score(12, 40, NONE, NONE);

        assertThat(score.coverage()).isEqualTo(0.5);
        assertThat(score.index()).isEqualTo(score.behavioural()).isEqualTo(0.375);
        assertThat(score.emotional()).isNaN();
    }

    @Test
    void halfOfAnyPresetCoversExactlyOneHalf() {
        for (LoyaltyPreset preset : LoyaltyPreset.values()) {
            LoyaltyIndex index =
                    LoyaltyIndex.of(preset.builder().plan().fit(name -> new double[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9}));
            double[] customer = new double[index.indicators().size()];
            for (int j = 0; j < customer.length; j++) {
                customer[j] = j < index.behavioural().indicators().size() ? 2 : NONE;
            }

            LoyaltyScore score = index.score(customer);

            assertThat(score.coverage()).isEqualTo(0.5);
            assertThat(score.index()).isCloseTo(score.behavioural(), within(1e-15));
        }
    }

    @Test
    void belowTheFloorThereIsNoIndexButTheHalvesRemain() {
        LoyaltyScore score = INDEX.score(NONE, 40, NONE, 2);

        assertThat(score).isEqualTo(new LoyaltyScore(NONE, 0.125 + 0.1875, 0.75, 0.75));
        assertThat(score.hasIndex()).isFalse();
        assertThat(INDEX.score(NONE, NONE, NONE, NONE)).isEqualTo(new LoyaltyScore(NONE, 0, NONE, NONE));
    }

    @Test
    void atTheFloorThereIsAnIndex() {
        LoyaltyIndex index =
                builder().missing(MissingPolicy.renormalise(0.3125)).build();

        assertThat(index.score(NONE, NONE, 4, NONE).index()).isEqualTo(0.75);
        assertThat(index.score(NONE, 40, NONE, NONE).hasIndex()).isFalse();
    }

    @Test
    void aPolicyThatRejectsNamesWhatIsMissing() {
        LoyaltyIndex index = builder().missing(MissingPolicy.reject()).build();

        assertThat(index.score(12, 40, 4, 2)).isEqualTo(INDEX.score(12, 40, 4, 2));
        assertThatThrownBy(() -> index.score(12, 40, NONE, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("satisfaction must not be missing, but was NaN");
    }

    @Test
    void whatIsNoAnswerIsRefused() {
        assertThatThrownBy(() -> INDEX.score(12, 40, 99, 2))
                .hasMessage("satisfaction must be in [1.0, 5.0] or missing, but was 99.0");
        assertThatThrownBy(() -> INDEX.score(12, Double.POSITIVE_INFINITY, 4, 2))
                .hasMessage("spend must be finite or missing, but was Infinity");
        assertThatThrownBy(() -> INDEX.score(12, 40, 4)).hasMessage("values must have length 4, but had 3");
        assertThatThrownBy(() -> INDEX.explain(12, 40, 0, 2))
                .hasMessageContaining("satisfaction must be in [1.0, 5.0]");
    }

    @Test
    void columnsHaveTheBitsOfSingleCustomers() {
        Random random = new Random(7);
        double[][] rows = new double[500][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = customer(random, 0.3);
            if (i % 50 == 17) {
                rows[i][2] = 99;
            }
        }
        double[][] columns = transposed(rows, 4);
        double[] other = new double[rows.length];

        ColumnarContract.assertSameBits(
                rows.length,
                i -> orRefused(INDEX.score(rows[i]).index()),
                (from, to, out) -> INDEX.score(columns, from, to, out, other));
        ColumnarContract.assertSameBits(
                rows.length,
                i -> INDEX.score(rows[i]).coverage(),
                (from, to, out) -> INDEX.score(columns, from, to, other, out));
        ColumnarContract.assertSameBits(
                rows.length,
                i -> orRefused(INDEX.behavioural().value(rows[i][0], rows[i][1])),
                (from, to, out) ->
                        INDEX.behavioural().score(new double[][] {columns[0], columns[1]}, from, to, out, other));
    }

    /** The contract is of forms that throw where there is nothing. */
    private static double orRefused(double value) {
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException("no index");
        }
        return value;
    }

    @Test
    void theHalvesAreIndicesOfTheirOwn() {
        assertThat(INDEX.behavioural().indicators().stream().map(Indicator::name))
                .containsExactly("tenure", "spend");
        assertThat(INDEX.emotional().weights().toArray()).containsExactly(0.625, 0.375);
        assertThat(INDEX.emotional().value(NONE, 2)).isEqualTo(0.75);
        assertThat(INDEX.index().weights().toArray()).containsExactly(0.375, 0.125, 0.3125, 0.1875);
        assertThat(INDEX.indicators()).isEqualTo(INDEX.index().indicators()).hasSize(4);
    }

    @Test
    void valuesMayBeSetByName() {
        LoyaltyScore score = INDEX.score(INDEX.values().set("price", 2).set("spend", 40));

        assertThat(score).isEqualTo(INDEX.score(NONE, 40, NONE, 2));
        assertThat(INDEX.explain(INDEX.values().set("tenure", 12))).isEqualTo(INDEX.explain(12, NONE, NONE, NONE));
        assertThatThrownBy(() -> INDEX.values().set("mood", 2))
                .hasMessage("there is no indicator \"mood\"; known are [tenure, spend, satisfaction, price]");
        assertThatThrownBy(() -> INDEX.values().set("price", 2).set("price", 3))
                .hasMessage("indicator \"price\" must be set once, but was 2.0 before it was 3.0");
        assertThatThrownBy(() -> INDEX.values().set("price", Double.NEGATIVE_INFINITY))
                .hasMessage("price must be finite or missing, but was -Infinity");
    }

    @Test
    void theExplanationAddsUpToTheIndex() {
        IndexExplanation explanation = INDEX.explain(12, NONE, 4, 2);

        // known 7/8, points 3/8 x 1/4 + 5/16 x 3/4 + 3/16 x 3/4 = 15/32
        assertThat(explanation.value()).isCloseTo(15.0 / 28, within(1e-15));
        assertThat(explanation.parts().get(0).contribution()).isCloseTo(3.0 / 28, within(1e-15));
        assertThat(explanation.parts().get(1).contribution()).isCloseTo(12.0 / 28, within(1e-15));
        assertThat(explanation.text(Language.ENGLISH)).startsWith("loyalty index 0.5357: coverage 0.8750\n");
        assertThat(explanation.text(Language.CHINESE)).startsWith("客户忠诚度指数 0.5357:覆盖率 0.8750\n");
    }

    @Test
    void otherTreesAreNoLoyaltyIndex() {
        Indicator indicator = Indicator.of("x", "", Scale.likert(5));
        IndexGroup emotional = new IndexGroup("emotional", "情感忠诚", Weights.equal(List.of("x")), List.of(indicator));
        IndexGroup behavioural = new IndexGroup(
                "behavioural", "行为忠诚", Weights.equal(List.of("y")), List.of(Indicator.of("y", "", Scale.likert(5))));
        List<IndexGroup> wrong = List.of(
                whole("loyalty index", indicator),
                whole("loyalty index", emotional),
                whole("loyalty index", emotional, behavioural),
                whole("loyalty index", behavioural, emotional.parts().get(0)));

        for (IndexGroup root : wrong) {
            assertThatThrownBy(() -> LoyaltyIndex.of(CompositeIndex.of(root)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith(
                            "names of the parts of a loyalty index must be [behavioural, emotional] and")
                    .hasMessageContaining("but were " + root.weights().names());
        }
        assertThatThrownBy(() -> LoyaltyIndex.of(CompositeIndex.of(whole("love", behavioural, emotional))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(
                        "names of a loyalty index must be [loyalty index] and [客户忠诚度指数], but were [love]");
        assertThat(LoyaltyIndex.of(CompositeIndex.of(whole("loyalty index", behavioural, emotional)))
                        .score(3, 5)
                        .index())
                .isEqualTo(0.75);
    }

    private static IndexGroup whole(String name, IndexNode... parts) {
        List<String> names = Stream.of(parts).map(IndexNode::name).toList();
        return new IndexGroup(name, "客户忠诚度指数", Weights.equal(names), List.of(parts));
    }

    @Test
    void indicesAreEqualWhereTheirTreesAndPoliciesAre() {
        assertThat(builder().build()).isEqualTo(INDEX).hasSameHashCodeAs(INDEX);
        assertThat(builder().missing(MissingPolicy.reject()).build()).isNotEqualTo(INDEX);
        assertThat(builder().weigh(LoyaltyIndex.WHOLE, 0.25, 0.75).build()).isNotEqualTo(INDEX);
        assertThat(INDEX.toString()).contains("tenure=0.3750", "renormalise(0.5)");
    }

    private static double[] customer(Random random, double missing) {
        double[] values = {
            60 * random.nextDouble(), 60 * random.nextDouble(), 1 + 4 * random.nextDouble(), 1 + random.nextInt(5)
        };
        for (int j = 0; j < values.length; j++) {
            values[j] = random.nextDouble() < missing ? NONE : values[j];
        }
        return values;
    }

    private static double[][] transposed(double[][] rows, int width) {
        double[][] columns = new double[width][rows.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < width; j++) {
                columns[j][i] = rows[i][j];
            }
        }
        return columns;
    }
}
