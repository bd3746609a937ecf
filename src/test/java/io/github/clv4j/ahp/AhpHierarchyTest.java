package io.github.clv4j.ahp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.clv4j.indicator.WeightOrigin;
import io.github.clv4j.indicator.Weights;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AhpHierarchyTest {

    private static final AhpSolver SOLVER = AhpSolver.withDefaults();

    private static final PairwiseMatrix TOP = JudgementTables.upperTriangle(List.of("behaviour", "emotion"), "2");
    private static final PairwiseMatrix BEHAVIOUR =
            JudgementTables.upperTriangle(List.of("spend", "tenure", "trend"), "2 6 4");

    /** Two branches of different depth. */
    private static final AhpHierarchy LOYALTY =
            AhpHierarchy.of("loyalty", TOP, AhpHierarchy.of("behaviour", BEHAVIOUR), AhpHierarchy.leaf("emotion"));

    @Test
    void globalWeightsAreProductsOfLocalOnes() {
        HierarchySolution solution = SOLVER.solve(LOYALTY);
        Weights local = SOLVER.solve(BEHAVIOUR).weights();
        Weights global = solution.globalWeights();
        assertThat(global.names()).containsExactly("spend", "tenure", "trend", "emotion");
        assertThat(global.weight("emotion")).isCloseTo(1 / 3.0, within(1e-12));
        for (String leaf : BEHAVIOUR.names()) {
            assertThat(global.weight(leaf)).isCloseTo(2 / 3.0 * local.weight(leaf), within(1e-12));
        }
        assertThat(global.origin().kind()).isSameAs(WeightOrigin.Kind.COMBINED);
        assertThat(global.origin().facts()).containsEntry("hierarchy", "loyalty");
    }

    @Test
    void nodesAreFoundByTheirPath() {
        HierarchySolution solution = SOLVER.solve(LOYALTY);
        assertThat(solution.nodes())
                .extracting(NodeSolution::path)
                .containsExactly(List.of("loyalty"), List.of("loyalty", "behaviour"));
        NodeSolution node = solution.node("loyalty", "behaviour");
        assertThat(node.name()).isEqualTo("behaviour");
        assertThat(node.globalWeight()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(node.solution().judged()).isEqualTo(BEHAVIOUR);
        assertThat(solution.node("loyalty").globalWeight()).isEqualTo(1);
        for (String[] path : new String[][] {{"loyalty", "emotion"}, {"behaviour"}, {}}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> solution.node(path))
                    .withMessageContaining("there is no node " + List.of(path) + " with children; known are ");
        }
    }

    /** Saaty (1980): the indices of the nodes, and the random indices, each weighted by the weight of its node. */
    @Test
    void theRatioOfTheWholeIsWeightedByItsNodes() {
        PairwiseMatrix top = JudgementTables.upperTriangle(List.of("p", "q", "r"), "2 6 5");
        PairwiseMatrix below = JudgementTables.upperTriangle(List.of("s", "t", "u", "v"), "3 1/2 5 1/7 2 9");
        HierarchySolution solution = SOLVER.solve(AhpHierarchy.of(
                "goal",
                top,
                AhpHierarchy.of("p", below),
                AhpHierarchy.of("q", JudgementTables.upperTriangle(List.of("w", "x"), "3")),
                AhpHierarchy.leaf("r")));
        AhpSolution topSolution = SOLVER.solve(top);
        AhpSolution belowSolution = SOLVER.solve(below);
        double index = topSolution.consistency().index()
                + topSolution.weight(0) * belowSolution.consistency().index();
        double random = 0.58 + topSolution.weight(0) * 0.90;
        assertThat(solution.consistencyRatio()).isCloseTo(index / random, within(1e-13));
        assertThat(belowSolution.consistency().isAcceptable()).isTrue();
        assertThat(solution.isAcceptable()).isTrue();
    }

    @Test
    void aWholeIsAcceptableOnlyIfEveryNodeIs() {
        AhpHierarchy mended = AhpHierarchy.of(
                "goal",
                JudgementTables.upperTriangle(List.of("p", "q", "r"), "9 9 1"),
                AhpHierarchy.leaf("p"),
                AhpHierarchy.leaf("q"),
                AhpHierarchy.of("r", JudgementTables.upperTriangle(List.of("s", "t", "u"), "2 6 1")));
        HierarchySolution solution = SOLVER.solve(mended);
        assertThat(solution.node("goal", "r").solution().consistency().isAcceptable())
                .isFalse();
        assertThat(solution.consistencyRatio()).isLessThan(0.10);
        assertThat(solution.isAcceptable()).isFalse();
    }

    @Test
    void aWholeWhereNothingCanBeInconsistentHasTheRatioZero() {
        HierarchySolution solution =
                SOLVER.solve(AhpHierarchy.of("goal", JudgementTables.upperTriangle(List.of("a", "b"), "7")));
        assertThat(solution.consistencyRatio()).isZero();
        assertThat(solution.isAcceptable()).isTrue();
    }

    @Test
    void aWholeWithANodeThatHasNoRandomIndexHasNoRatio() {
        HierarchySolution solution =
                SOLVER.solve(AhpHierarchy.of("goal", RandomJudgements.noisy(new Random(16), 16, 0.1)));
        assertThat(solution.consistencyRatio()).isNaN();
        assertThat(solution.isAcceptable()).isFalse();
    }

    @Test
    void aNodeOfOneChildHandsItsWeightDown() {
        AhpHierarchy chain = AhpHierarchy.of(
                "goal",
                JudgementTables.upperTriangle(List.of("a", "b"), "3"),
                AhpHierarchy.of("a", PairwiseMatrix.ofMeasures(List.of("only"), 1)),
                AhpHierarchy.leaf("b"));
        assertThat(SOLVER.solve(chain).globalWeights().weight("only")).isCloseTo(0.75, within(1e-12));
    }

    @Test
    void aMatrixThatDoesNotFitItsChildrenIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        AhpHierarchy.of("loyalty", TOP, AhpHierarchy.leaf("behaviour"), AhpHierarchy.leaf("emotions")))
                .withMessage("judgements of \"loyalty\" must compare its children [behaviour, emotions], "
                        + "but compare [behaviour, emotion]");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        AhpHierarchy.of("loyalty", TOP, AhpHierarchy.leaf("emotion"), AhpHierarchy.leaf("behaviour")))
                .withMessageContaining("must compare its children [emotion, behaviour]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AhpHierarchy.of("loyalty", TOP, AhpHierarchy.leaf("behaviour")))
                .withMessageContaining("must compare its children [behaviour], but compare [behaviour, emotion]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AhpHierarchy.of("loyalty", TOP, List.of()))
                .withMessageContaining("must compare its children []");
    }

    @Test
    void aChildNamedTwiceIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        AhpHierarchy.of("loyalty", TOP, AhpHierarchy.leaf("behaviour"), AhpHierarchy.leaf("behaviour")))
                .withMessage("children of \"loyalty\" must be distinct, but \"behaviour\" stands twice");
    }

    @Test
    void aLeafNamedTwiceIsRefusedHoweverFarApart() {
        AhpHierarchy one = AhpHierarchy.of("behaviour", BEHAVIOUR);
        AhpHierarchy other =
                AhpHierarchy.of("emotion", JudgementTables.upperTriangle(List.of("satisfaction", "trend"), "1"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AhpHierarchy.of("loyalty", TOP, one, other))
                .withMessageStartingWith(
                        "leaves below \"loyalty\" must have distinct names, but \"trend\" stands twice");
    }

    @Test
    void blankNamesAndGoalsWithoutChildrenAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AhpHierarchy.leaf(" "))
                .withMessage("name of a node must not be blank, but was \" \"");
        assertThatIllegalArgumentException().isThrownBy(() -> AhpHierarchy.of("", TOP));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SOLVER.solve(AhpHierarchy.leaf("alone")))
                .withMessage("hierarchy must have children, but \"alone\" has none");
    }

    @Test
    void judgementsThatCannotBeSolvedAreRefusedByTheirNode() {
        PairwiseMatrix groups = JudgementTables.pairs(List.of("spend", "tenure", "trend"), "spend-trend 3");
        AhpHierarchy hierarchy =
                AhpHierarchy.of("loyalty", TOP, AhpHierarchy.of("behaviour", groups), AhpHierarchy.leaf("emotion"));
        assertThatExceptionOfType(AhpException.class)
                .isThrownBy(() -> SOLVER.solve(hierarchy))
                .withMessageStartingWith("node loyalty / behaviour: judgements must connect all names, "
                        + "but nothing connects these groups: {spend, trend} and {tenure}")
                .withCauseInstanceOf(AhpException.class)
                .satisfies(e -> assertThat(e.reason()).isSameAs(AhpException.Reason.DISCONNECTED))
                .satisfies(e -> assertThat(e.culprits()).containsExactly(List.of("spend", "trend"), List.of("tenure")));
    }

    @Test
    void anUnknownOrAMissingLeafIsRefusedInSynthesis() {
        HierarchySolution solution = SOLVER.solve(AhpHierarchy.of("loyalty", TOP));
        Weights weights = Weights.of(List.of("A", "B"), 0.3, 0.7);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> solution.synthesise(
                        Map.of("behaviour", weights, "emotion", weights, "other", weights), Synthesis.IDEAL))
                .withMessage("alternatives must be weighed under leaves, but [other] are none; "
                        + "leaves are [behaviour, emotion]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> solution.synthesise(Map.of("behaviour", weights), Synthesis.DISTRIBUTIVE))
                .withMessage("alternatives must be weighed under every leaf, but are not under \"emotion\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> solution.synthesise(
                        Map.of("behaviour", weights, "emotion", Weights.of(List.of("B", "A"), 0.3, 0.7)),
                        Synthesis.DISTRIBUTIVE))
                .withMessage("alternatives under \"emotion\" must be [A, B], but were [B, A]");
    }

    @Test
    void leavesAreListedDepthFirst() {
        assertThat(LOYALTY.leaves()).containsExactly("spend", "tenure", "trend", "emotion");
        assertThat(LOYALTY.name()).isEqualTo("loyalty");
        assertThat(LOYALTY.judgements()).contains(TOP);
        assertThat(LOYALTY.children()).extracting(AhpHierarchy::name).containsExactly("behaviour", "emotion");
        assertThat(AhpHierarchy.leaf("x").judgements()).isEmpty();
        assertThat(AhpHierarchy.leaf("x").leaves()).containsExactly("x");
    }

    @Test
    void twoHundredLevelsAreEnough() {
        AhpHierarchy node = AhpHierarchy.leaf("leaf");
        for (int level = 2; level <= 200; level++) {
            node = AhpHierarchy.of(
                    "node", PairwiseMatrix.builder(List.of(node.name())).build(), node);
        }
        AhpHierarchy deepest = node;
        assertThat(AhpSolver.withDefaults().solve(deepest).globalWeights().names())
                .containsExactly("leaf");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AhpHierarchy.of(
                        "node", PairwiseMatrix.builder(List.of("node")).build(), deepest))
                .withMessage("levels of the hierarchy must be at most 200, but was 201");
    }
}
