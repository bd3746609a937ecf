package io.github.clv4j.loyalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.clv4j.ahp.AhpException;
import io.github.clv4j.ahp.AhpSolution;
import io.github.clv4j.ahp.AhpSolver;
import io.github.clv4j.ahp.PairwiseMatrix;
import io.github.clv4j.ahp.WeightMethod;
import io.github.clv4j.indicator.IndexGroup;
import io.github.clv4j.indicator.IndexNode;
import io.github.clv4j.indicator.Indicator;
import io.github.clv4j.indicator.MissingPolicy;
import io.github.clv4j.indicator.Scale;
import io.github.clv4j.indicator.ScaleRule;
import io.github.clv4j.indicator.WeightOrigin;
import io.github.clv4j.indicator.Weights;
import java.util.List;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Indices put together by hand: what can be changed, what goes with it, and what is refused. */
class LoyaltyIndexBuilderTest {

    private static final String WHOLE = LoyaltyIndex.WHOLE;
    private static final String BEHAVIOURAL = LoyaltyIndex.BEHAVIOURAL;
    private static final String EMOTIONAL = LoyaltyIndex.EMOTIONAL;

    /** Of a, b, c, d; not quite consistent, so that leaving one out changes the weights of the others. */
    private static final PairwiseMatrix JUDGEMENTS =
            PairwiseMatrix.ofUpperTriangle(List.of("a", "b", "c", "d"), 2, 3, 5, 2, 3, 1);

    private static Indicator answer(String name) {
        return Indicator.of(name, "", Scale.likert(5));
    }

    /** Behaviour: a, b, c, d, judged. Feeling: x alone. */
    private static LoyaltyIndexBuilder judged() {
        return LoyaltyIndex.builder()
                .add(BEHAVIOURAL, answer("a"))
                .add(BEHAVIOURAL, answer("b"))
                .add(BEHAVIOURAL, answer("c"))
                .add(BEHAVIOURAL, answer("d"))
                .add(EMOTIONAL, answer("x"))
                .judge(BEHAVIOURAL, JUDGEMENTS);
    }

    /** Behaviour: a, b, stated. Feeling: x alone. */
    private static LoyaltyIndexBuilder weighed() {
        return LoyaltyIndex.builder()
                .add(BEHAVIOURAL, answer("a"))
                .add(BEHAVIOURAL, answer("b"))
                .add(EMOTIONAL, answer("x"))
                .weigh(BEHAVIOURAL, 0.25, 0.75);
    }

    private static IndexGroup group(LoyaltyIndexBuilder builder, String name) {
        return find(builder.plan().root(), name);
    }

    private static IndexGroup find(IndexGroup root, String name) {
        return root.parts().stream()
                .filter(part -> part.name().equals(name))
                .map(IndexGroup.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static Weights behavioural(LoyaltyIndexBuilder builder) {
        return group(builder, BEHAVIOURAL).weights();
    }

    @Test
    void bothHalvesWeighTheSameUnlessSaidOtherwise() {
        IndexGroup root = weighed().plan().root();

        assertThat(root.name()).isEqualTo("loyalty index");
        assertThat(root.chineseName()).isEqualTo("客户忠诚度指数");
        assertThat(root.parts().stream().map(IndexNode::chineseName)).containsExactly("行为忠诚", "情感忠诚");
        assertThat(root.weights().toArray()).containsExactly(0.5, 0.5);
        assertThat(weighed().plan().missing()).isEqualTo(MissingPolicy.renormalise(0.5));
        assertThat(weighed().weigh(WHOLE, 0.25, 0.75).plan().root().weights().toArray())
                .containsExactly(0.25, 0.75);
        assertThat(weighed()
                        .judge(WHOLE, PairwiseMatrix.ofUpperTriangle(List.of(BEHAVIOURAL, EMOTIONAL), 4))
                        .plan()
                        .root()
                        .weights()
                        .toArray())
                .containsExactly(new double[] {0.8, 0.2}, within(1e-12));
    }

    @Test
    void statedWeightsAreKeptAsTheyAre() {
        Weights weights = Weights.of(List.of("a", "b"), WeightOrigin.of(WeightOrigin.Kind.MEASURED), 0.125, 0.875);

        assertThat(behavioural(weighed())).isEqualTo(Weights.of(List.of("a", "b"), 0.25, 0.75));
        assertThat(behavioural(weighed().weigh(BEHAVIOURAL, weights))).isEqualTo(weights);
    }

    @Test
    void onePartNeedsNoWeight() {
        assertThat(group(weighed(), EMOTIONAL).weights().toArray()).containsExactly(1);
    }

    @Test
    void judgementsBecomeTheWeightsOfTheSolver() {
        AhpSolver geometric = AhpSolver.withDefaults().withMethod(WeightMethod.GEOMETRIC_MEAN);

        assertThat(behavioural(judged()))
                .isEqualTo(AhpSolver.withDefaults().solve(JUDGEMENTS).weights());
        assertThat(behavioural(judged().solver(geometric)))
                .isEqualTo(geometric.solve(JUDGEMENTS).weights());
    }

    @Test
    void judgementsOfARemovedPartGoWithIt() {
        PairwiseMatrix rest = PairwiseMatrix.ofUpperTriangle(List.of("a", "c", "d"), 3, 5, 1);

        Weights weights = behavioural(judged().remove("b"));

        assertThat(weights).isEqualTo(AhpSolver.withDefaults().solve(rest).weights());
        assertThat(weights.weight("a") / weights.weight("c"))
                .isNotCloseTo(
                        behavioural(judged()).weight("a")
                                / behavioural(judged()).weight("c"),
                        within(1e-3));
    }

    @Test
    void whenAllButOneAreRemovedThatOneHasAllTheWeight() {
        LoyaltyIndexBuilder builder = judged().remove("a").remove("b").remove("d");

        assertThat(behavioural(builder))
                .isEqualTo(AhpSolver.withDefaults()
                        .solve(PairwiseMatrix.builder(List.of("c")).build())
                        .weights());
        assertThat(behavioural(builder).toArray()).containsExactly(1);
        assertThat(behavioural(builder.remove("c").add(BEHAVIOURAL, answer("e")))
                        .names())
                .containsExactly("e");
    }

    @Test
    void judgementsOfARenamedPartAreKept() {
        PairwiseMatrix renamed = JUDGEMENTS.withNames(List.of("a", "months", "c", "d"));

        LoyaltyIndexBuilder builder = judged().rename("b", "months", "月数");

        assertThat(behavioural(builder))
                .isEqualTo(AhpSolver.withDefaults().solve(renamed).weights());
        assertThat(group(builder, BEHAVIOURAL).parts().get(1).chineseName()).isEqualTo("月数");
        assertThat(behavioural(judged().rename("d", "months")).names()).containsExactly("a", "b", "c", "months");
    }

    @Test
    void aPartMayKeepItsNameAndGetAnotherChineseOne() {
        Indicator renamed = (Indicator)
                group(judged().rename("b", "b", "乙"), BEHAVIOURAL).parts().get(1);

        assertThat(renamed).isEqualTo(new Indicator("b", "乙", "", Scale.likert(5)));
    }

    @Test
    void statedWeightsOfARenamedPartAreKept() {
        LoyaltyIndexBuilder builder = weighed().rename("a", "months");

        assertThat(behavioural(builder)).isEqualTo(Weights.of(List.of("months", "b"), 0.25, 0.75));
    }

    @Test
    void anAddedPartIsJudgedAgainstOneOther() {
        LoyaltyIndexBuilder builder = judged().add(BEHAVIOURAL, answer("e")).judge("e", "a", 2);

        PairwiseMatrix more = JUDGEMENTS.plus("e").with("e", "a", 2);
        assertThat(more.missing()).isEqualTo(3);
        assertThat(behavioural(builder))
                .isEqualTo(AhpSolver.withDefaults().solve(more).weights());
        assertThat(behavioural(builder).weight("e"))
                .isGreaterThan(behavioural(builder).weight("a"));
    }

    @Test
    void anAddedPartThatIsNotJudgedIsNamed() {
        LoyaltyIndexBuilder builder = judged().add(BEHAVIOURAL, answer("e"));

        assertThatThrownBy(builder::plan).isInstanceOfSatisfying(AhpException.class, e -> {
            assertThat(e.reason()).isEqualTo(AhpException.Reason.DISCONNECTED);
            assertThat(e.culprits()).containsExactly(List.of("a", "b", "c", "d"), List.of("e"));
        });
    }

    @Test
    void partsMayBeJudgedPairByPair() {
        LoyaltyIndexBuilder builder = LoyaltyIndex.builder()
                .add(BEHAVIOURAL, answer("a"))
                .add(BEHAVIOURAL, answer("b"))
                .add(EMOTIONAL, answer("x"))
                .judge("b", "a", 3)
                .add(BEHAVIOURAL, answer("c"))
                .judge("c", "b", 2);

        assertThat(behavioural(builder).toArray()).containsExactly(new double[] {0.1, 0.3, 0.6}, within(1e-9));
        assertThat(behavioural(builder.judge("a", "b", 1)).toArray())
                .containsExactly(new double[] {0.25, 0.25, 0.5}, within(1e-9));
    }

    @Test
    void oneJudgementTakesThePlaceOfAnother() {
        assertThat(behavioural(judged().judge("a", "b", 1)))
                .isEqualTo(AhpSolver.withDefaults()
                        .solve(JUDGEMENTS.with("a", "b", 1))
                        .weights());
        assertThat(behavioural(judged().judge("b", "a", 1 / 2.0)))
                .isEqualTo(AhpSolver.withDefaults()
                        .solve(JUDGEMENTS.with("b", "a", 1 / 2.0))
                        .weights());
    }

    @Test
    void groupsMayBeNestedAndWeighedAsAnyPart() {
        LoyaltyIndexBuilder builder = weighed()
                .addGroup(EMOTIONAL, "service", "服务")
                .addGroup("service", "phone", "电话")
                .add("phone", answer("p"))
                .add("phone", answer("q"))
                .add("service", answer("s"))
                .weigh("phone", 0.25, 0.75)
                .judge("phone", "s", 3)
                .weigh(EMOTIONAL, 0.5, 0.5);

        LoyaltyIndex index = builder.build();

        assertThat(index.indicators().stream().map(Indicator::name)).containsExactly("a", "b", "x", "p", "q", "s");
        assertThat(index.index().weights().toArray())
                .containsExactly(
                        new double[] {0.125, 0.375, 0.25, 0.25 * 0.75 * 0.25, 0.25 * 0.75 * 0.75, 0.0625},
                        within(1e-12));
        assertThat(group(builder, EMOTIONAL).parts().get(1).chineseName()).isEqualTo("服务");
    }

    @Test
    void aGroupIsRemovedWithAllBelowIt() {
        LoyaltyIndexBuilder builder = judged().addGroup(BEHAVIOURAL, "service", "服务")
                .addGroup("service", "phone", "电话")
                .add("phone", answer("p"))
                .judge("service", "a", 1)
                .remove("service");

        assertThat(behavioural(builder))
                .isEqualTo(AhpSolver.withDefaults().solve(JUDGEMENTS).weights());
        builder.add(EMOTIONAL, answer("p")).addGroup(EMOTIONAL, "phone", "电话"); // the names are free again
        assertRefused(() -> builder.add("service", answer("z")), "there is no group \"service\"; known are");
    }

    @Test
    void aGroupMayBeRenamed() {
        LoyaltyIndexBuilder builder = weighed()
                .addGroup(EMOTIONAL, "service", "服务")
                .add("service", answer("s"))
                .judge("x", "service", 1)
                .rename("service", "help", "帮助")
                .add("help", answer("t"))
                .weigh("help", 0.5, 0.5);

        IndexGroup help = find(group(builder, EMOTIONAL), "help");

        assertThat(help.chineseName()).isEqualTo("帮助");
        assertThat(help.weights().names()).containsExactly("s", "t");
        assertThat(builder.build().index().weights().weight("t")).isCloseTo(0.125, within(1e-12));
    }

    @Test
    void anIndicatorMayBePutOnAnotherScale() {
        LoyaltyIndex index = weighed().rescale("a", Scale.likert(0, 10)).build();

        assertThat(index.score(8, 1, 1).behavioural()).isEqualTo(0.25 * 0.8);
        assertThat(weighed().rescale("a", ScaleRule.ranks()).plan().toFit().stream()
                        .map(Indicator::name))
                .containsExactly("a");
        assertRefused(() -> weighed().rescale("a", ScaleRule.ranks()).build(), "scale of a must be stated, or fitted");
    }

    @Test
    void inconsistentJudgementsAreRefusedWithTheRatioAndThePairToLookAt() {
        PairwiseMatrix circle = PairwiseMatrix.ofUpperTriangle(List.of("a", "b", "c", "d"), 9, 1, 1, 9, 1, 1);
        AhpSolution solution = AhpSolver.withDefaults().solve(circle);
        assertThat(solution.consistency().ratio()).isGreaterThan(0.1);

        assertThatThrownBy(() -> judged().judge(BEHAVIOURAL, circle).plan())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("consistency ratio of the judgements on behavioural must be below 0.1, but was "
                        + solution.consistency().ratio() + "; look first at "
                        + solution.deviations().get(0).first() + " against "
                        + solution.deviations().get(0).second() + ", judged ")
                .hasMessageContaining(", implied ");
        assertThat(behavioural(judged().judge(BEHAVIOURAL, circle)
                        .solver(AhpSolver.withDefaults().withLimit(9))))
                .isEqualTo(solution.weights());
    }

    @Test
    void aRatioAtTheLimitIsRefused() {
        double ratio = AhpSolver.withDefaults().solve(JUDGEMENTS).consistency().ratio();
        assertThat(ratio).isPositive();

        assertRefused(
                () -> judged().solver(AhpSolver.withDefaults().withLimit(ratio)).plan(),
                "must be below " + ratio + ", but was " + ratio);
        assertThat(behavioural(judged().solver(AhpSolver.withDefaults().withLimit(Math.nextUp(ratio)))))
                .isNotNull();
    }

    @Test
    void statedWeightsDoNotFollowPartsThatComeAndGo() {
        assertRefused(
                () -> weighed().add(BEHAVIOURAL, answer("c")).plan(),
                "weights of behavioural must be of [a, b, c], but were of [a, b]");
        assertRefused(() -> weighed().remove("b").plan(), "weights of behavioural must be of [a], but were of [a, b]");
        assertThat(behavioural(weighed().remove("b").weigh(BEHAVIOURAL, 1.0)).toArray())
                .containsExactly(1);
    }

    /** The weights stated are stale, but renaming is no reason to say so: they can still be stated again. */
    @Test
    void aPartMayTakeTheNameOfOneThatIsGone() {
        LoyaltyIndexBuilder builder = weighed().remove("b").rename("a", "b").weigh(BEHAVIOURAL, 1.0);

        assertThat(behavioural(builder).names()).containsExactly("b");
    }

    @Test
    void weightsOrJudgementsOfOtherPartsAreRefused() {
        assertRefused(
                () -> weighed()
                        .weigh(BEHAVIOURAL, Weights.equal(List.of("b", "a")))
                        .plan(),
                "weights of behavioural must be of [a, b], but were of [b, a]");
        assertRefused(
                () -> weighed().judge(BEHAVIOURAL, JUDGEMENTS).plan(),
                "weights of behavioural must be of [a, b], but were of [a, b, c, d]");
        assertRefused(() -> weighed().weigh(BEHAVIOURAL, 1.0), "weights must have length 2, but had 1");
    }

    @Test
    void aGroupOfSeveralPartsNeedsWeights() {
        assertRefused(
                () -> weighed().add(EMOTIONAL, answer("y")).plan(),
                "weights of emotional must be stated or judged for [x, y]");
    }

    @Test
    void anEmptyGroupIsRefused() {
        assertRefused(
                () -> LoyaltyIndex.builder().plan(), "group behavioural must have at least one part, but had none");
        assertRefused(() -> weighed().remove("x").plan(), "group emotional must have at least one part, but had none");
        assertRefused(
                () -> weighed()
                        .addGroup(EMOTIONAL, "y", "丙")
                        .weigh(EMOTIONAL, 0.5, 0.5)
                        .plan(),
                "group y must have at least one part");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.25, 1.5, Double.NaN, Double.POSITIVE_INFINITY})
    void aWeightOutOfRangeIsRefused(double weight) {
        assertRefused(
                () -> weighed().weigh(BEHAVIOURAL, weight, 1 - weight),
                "weight of a must be in (0, 1], but was " + weight);
    }

    @Test
    void weightsThatDoNotSumToOneAreRefused() {
        assertRefused(() -> weighed().weigh(BEHAVIOURAL, 0.25, 0.5), "sum of the weights must be 1, but was 0.75");
        assertRefused(() -> weighed().weigh(BEHAVIOURAL, 0.5, 0.5 + 2e-9), "sum of the weights must be 1, but was 1.0");
        assertThat(behavioural(weighed().weigh(BEHAVIOURAL, 0.5, 0.5 + 5e-10)).size())
                .isEqualTo(2);
    }

    @Test
    void judgementsBetweenGroupsAreRefused() {
        assertRefused(
                () -> judged().judge("a", "x", 2), "judgements must be on parts of one group, but were on a and x");
        assertRefused(() -> judged().judge("a", "a", 1), "\"a\" must be compared with another");
        assertRefused(
                () -> weighed().judge("a", "b", 2),
                "the group of a must be judged as a whole before single judgements, as its weights were stated");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -3, Double.NaN, Double.POSITIVE_INFINITY, 1e101})
    void aJudgementOutOfRangeIsRefused(double judgement) {
        assertRefused(() -> judged().judge("a", "b", judgement), "must be in [1e-100, 1e100], but was " + judgement);
    }

    @Test
    void whatIsNotThereIsRefused() {
        assertRefused(
                () -> weighed().add("mood", answer("z")),
                "there is no group \"mood\"; known are [loyalty index, behavioural, emotional]");
        assertRefused(() -> weighed().addGroup("a", "z", "丙"), "there is no group \"a\"");
        assertRefused(() -> weighed().weigh("mood", 1.0), "there is no group \"mood\"");
        assertRefused(() -> weighed().weigh("mood", Weights.equal(List.of("a"))), "there is no group \"mood\"");
        assertRefused(() -> weighed().judge("mood", JUDGEMENTS), "there is no group \"mood\"");
        assertRefused(() -> weighed().judge("a", "mood", 2), "there is no part \"mood\"; known are [a, b, x]");
        assertRefused(() -> weighed().remove("mood"), "there is no part \"mood\"");
        assertRefused(() -> weighed().rename("mood", "z"), "there is no part \"mood\"");
        assertRefused(
                () -> weighed().rescale("mood", Scale.likert(5)),
                "there is no indicator \"mood\"; known are [a, b, x]");
        assertRefused(() -> weighed().rescale(EMOTIONAL, Scale.likert(5)), "there is no indicator \"emotional\"");
    }

    @Test
    void aNameThatIsTakenIsRefused() {
        String taken = "names in a loyalty index must be distinct, but \"%s\" is taken";
        assertRefused(() -> weighed().add(EMOTIONAL, answer("a")), taken.formatted("a"));
        assertRefused(() -> weighed().add(EMOTIONAL, answer(BEHAVIOURAL)), taken.formatted(BEHAVIOURAL));
        assertRefused(() -> weighed().addGroup(EMOTIONAL, "a", "甲"), taken.formatted("a"));
        assertRefused(() -> weighed().rename("a", "x"), taken.formatted("x"));
        assertRefused(() -> weighed().rename("a", WHOLE), taken.formatted(WHOLE));
    }

    @Test
    void aRefusedNameLeavesTheIndexAsItWas() {
        LoyaltyIndexBuilder builder = weighed();
        assertRefused(() -> builder.add(BEHAVIOURAL, answer("x")), "is taken");
        assertRefused(() -> builder.rename("a", "x"), "is taken");
        assertRefused(() -> builder.addGroup(EMOTIONAL, " ", "空"), "name of a group must not be blank");

        assertThat(builder.build()).isEqualTo(weighed().build());
    }

    @ParameterizedTest
    @ValueSource(strings = {LoyaltyIndex.WHOLE, LoyaltyIndex.BEHAVIOURAL, LoyaltyIndex.EMOTIONAL})
    void theWholeAndItsHalvesKeepTheirNamesAndPlaces(String fixed) {
        assertRefused(() -> weighed().remove(fixed), fixed + " must keep its name and place in a loyalty index");
        assertRefused(() -> weighed().rename(fixed, "z"), fixed + " must keep its name and place in a loyalty index");
    }

    @Test
    void blankNamesAreRefused() {
        assertRefused(() -> weighed().rename("a", " "), "new name of a must not be blank");
        assertRefused(() -> weighed().rename("a", "z", ""), "Chinese name of z must not be blank");
        assertRefused(() -> weighed().addGroup(EMOTIONAL, "z", " "), "Chinese name of z must not be blank");
    }

    @Test
    void aThirdHalfIsRefused() {
        UnaryOperator<LoyaltyIndexBuilder> third = builder -> builder.add(WHOLE, answer("z"));

        assertRefused(
                () -> third.apply(weighed()).plan(),
                "weights of loyalty index must be of [behavioural, emotional, z], but were of [behavioural, emotional]");
        assertRefused(
                () -> third.apply(weighed()).weigh(WHOLE, 0.25, 0.25, 0.5).build(),
                "names of the parts of a loyalty index must be [behavioural, emotional] and [行为忠诚, 情感忠诚], but were"
                        + " [behavioural, emotional, z]");
    }

    private static void assertRefused(ThrowingCallable wrong, String message) {
        assertThatThrownBy(wrong).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(message);
    }
}
