package io.github.clv4j.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A plan fits the scales that are not stated, and those alone, wherever in the tree they stand. */
class IndexPlanTest {

    private static final MissingPolicy POLICY = MissingPolicy.renormalise(0.25);
    private static final double MISSING = Double.NaN;

    private static final Indicator TRUST = Indicator.of("trust", "", Scale.likert(5));
    private static final Indicator TENURE = Indicator.of("tenure", "months", ScaleRule.minMax());
    private static final Indicator SPEND = Indicator.of("spend", "yuan", ScaleRule.ranks());
    private static final IndexPlan PLAN = new IndexPlan(root(TENURE, SPEND), POLICY);

    private static final Map<String, double[]> CUSTOMERS =
            Map.of("tenure", new double[] {24, MISSING, 6, 60}, "spend", new double[] {100, 300, 100, 200});
    private static final Scale FITTED_TENURE = Scale.linear(6, 60);
    private static final Scale FITTED_SPEND = Scale.percentileRank(
            List.of(new ScalePoint(100, 0.25), new ScalePoint(200, 0.625), new ScalePoint(300, 0.875)), false);

    private static IndexGroup root(Indicator tenure, Indicator spend) {
        IndexGroup use =
                new IndexGroup("use", "使用", Weights.of(List.of("tenure", "spend"), 0.5, 0.5), List.of(tenure, spend));
        return new IndexGroup("loyalty", "忠诚度", Weights.of(List.of("trust", "use"), 0.5, 0.5), List.of(TRUST, use));
    }

    @Test
    void onlyWhatIsNotStatedIsToBeFitted() {
        assertThat(PLAN.toFit()).containsExactly(TENURE, SPEND);
        assertThat(new IndexPlan(root(TENURE.withScale(FITTED_TENURE), SPEND), POLICY).toFit())
                .containsExactly(SPEND);
    }

    @Test
    void onlyColumnsOfScalesToFitAreAskedFor() {
        List<String> asked = new ArrayList<>();
        CompositeIndex index = PLAN.fit(name -> {
            asked.add(name);
            return CUSTOMERS.get(name);
        });
        assertThat(asked).containsExactly("tenure", "spend");
        assertThat(index)
                .isEqualTo(CompositeIndex.of(root(TENURE.withScale(FITTED_TENURE), SPEND.withScale(FITTED_SPEND)))
                        .withMissing(POLICY));
        assertThat(index.root().chineseName()).isEqualTo("忠诚度");
        assertThat(index.value(3, 33, 200)).isEqualTo(0.5 * 0.5 + 0.25 * 0.5 + 0.25 * 0.625);
    }

    @Test
    void scalesFittedBeforeGiveTheSameIndex() {
        assertThat(PLAN.with(Map.of("spend", FITTED_SPEND, "tenure", FITTED_TENURE)))
                .isEqualTo(PLAN.fit(CUSTOMERS::get));
    }

    @Test
    void scalesMustBeThoseToFit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PLAN.with(Map.of("tenure", FITTED_TENURE)))
                .withMessage("fitted scales must be of [tenure, spend], but were of [tenure]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PLAN.with(Map.of("tenure", FITTED_TENURE, "price", FITTED_SPEND)))
                .withMessageStartingWith("fitted scales must be of [tenure, spend], but were of ")
                .withMessageContaining("price");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        PLAN.with(Map.of("tenure", FITTED_TENURE, "spend", FITTED_SPEND, "trust", Scale.likert(7))))
                .withMessageContaining("trust");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PLAN.with(Map.of()))
                .withMessage("fitted scales must be of [tenure, spend], but were of []");
    }

    @Test
    void withoutFittingAllScalesMustBeStated() {
        assertThatIllegalArgumentException()
                .isThrownBy(PLAN::index)
                .withMessageStartingWith(
                        "scale of tenure must be stated, or fitted to customers, but is yet to be fitted");
        IndexGroup stated = root(TENURE.withScale(FITTED_TENURE), SPEND.withScale(FITTED_SPEND));
        IndexPlan plan = new IndexPlan(stated, POLICY);
        assertThat(plan.index()).isEqualTo(PLAN.fit(CUSTOMERS::get));
        assertThat(plan.with(Map.of())).isEqualTo(plan.index());
        assertThat(plan.toFit()).isEmpty();
    }

    @Test
    void aPlanWhoseScalesAreStatedAsksForNoColumns() {
        IndexPlan plan = new IndexPlan(root(TENURE.withScale(FITTED_TENURE), SPEND.withScale(FITTED_SPEND)), POLICY);
        CompositeIndex index = plan.fit(name -> {
            throw new AssertionError("asked for " + name);
        });
        assertThat(index).isEqualTo(plan.index());
    }

    @Test
    void aScaleThatCannotBeFittedIsNamed() {
        Map<String, double[]> alike = Map.of("tenure", new double[] {7, 7}, "spend", new double[] {1, 2});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PLAN.fit(alike::get))
                .withMessageStartingWith(
                        "scale of tenure cannot be fitted: the quantiles 0.0 and 1.0 of the base must differ")
                .withCauseInstanceOf(IllegalArgumentException.class);
        Map<String, double[]> unknown = Map.of("tenure", new double[] {7, 8}, "spend", new double[] {MISSING, MISSING});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PLAN.fit(unknown::get))
                .withMessage(
                        "scale of spend cannot be fitted: there must be at least one value to fit a scale to, but of 2"
                                + " there were 0 known");
        Map<String, double[]> infinite =
                Map.of("tenure", new double[] {7, Double.POSITIVE_INFINITY}, "spend", new double[] {1, 2});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PLAN.fit(infinite::get))
                .withMessage(
                        "scale of tenure cannot be fitted: value to fit a scale to must be finite, but was Infinity");
    }
}
