package io.github.clv4j.ahp;

import static io.github.clv4j.ahp.PublishedExample.SIX_DIGITS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.clv4j.indicator.Weights;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The two hierarchies of Saaty that everyone quotes: buying a house (European Journal of Operational Research 48 (1990)
 * 9-26) and selecting a school (Saaty 1980; Mathematical Modelling 9 (1987) 161-176), each with three alternatives.
 */
class GoldenHierarchyTest {

    private static final Offset<Double> FOUR_DIGITS = within(5.01e-5);
    private static final Offset<Double> THREE_PRINTED = within(0.0015);
    private static final Offset<Double> TWO_PRINTED = within(0.008);

    private static final List<String> ALTERNATIVES = List.of("A", "B", "C");
    private static final AhpSolver EIGENVECTOR = AhpSolver.withDefaults();
    private static final AhpSolver GEOMETRIC_MEAN = EIGENVECTOR.withMethod(WeightMethod.GEOMETRIC_MEAN);

    private static final AhpHierarchy HOUSE = AhpHierarchy.of("house", PublishedExample.BUYING_A_HOUSE.matrix);
    private static final Map<String, String> HOUSES = byCriterion("""
            Size           6 8 4
            Transport      7 1/5 1/8
            Neighbourhood  8 6 1/4
            Age            1 1 1
            Yard           5 4 1/3
            Modern         8 6 1/5
            Condition      1/2 1/2 1
            Financing      1/7 1/5 3
            """);

    private static final AhpHierarchy SCHOOL = AhpHierarchy.of("school", PublishedExample.SELECTING_A_SCHOOL.matrix);
    private static final Map<String, String> SCHOOLS = byCriterion("""
            Learning     1/3 1/2 3
            Friends      1 1 1
            SchoolLife   5 1 1/5
            Vocational   9 7 1/5
            CollegePrep  1/2 1 2
            Music        6 4 1/3
            """);

    /** The print has .745 for the first under neighbourhood, with which the three would sum to .991. */
    @ParameterizedTest
    @CsvSource({
        "Size, .754 .181 .065, 0.7536 0.1811 0.0653, 3.1356",
        "Transport, .233 .055 .713, 0.2331 0.0545 0.7125, 3.2470",
        "Neighbourhood, .754 .065 .181, 0.7536 0.0653 0.1811, 3.1356",
        "Age, .333 .333 .333, 0.3333 0.3333 0.3333, 3.0000",
        "Yard, .674 .101 .226, 0.6738 0.1007 0.2255, 3.0858",
        "Modern, .747 .060 .193, 0.7466 0.0601 0.1933, 3.1973",
        "Condition, .200 .400 .400, 0.2000 0.4000 0.4000, 3.0000",
        "Financing, .072 .650 .278, 0.0719 0.6491 0.2790, 3.0649"
    })
    void houseByHouseUnderACriterion(String criterion, String printed, String recomputed, double lambda) {
        assertLocalWeights(HOUSES.get(criterion), printed, THREE_PRINTED, recomputed, lambda);
    }

    @ParameterizedTest
    @CsvSource({
        "Learning, .16 .59 .25, 0.1571 0.5936 0.2493, 3.0536",
        "Friends, .33 .33 .33, 0.3333 0.3333 0.3333, 3.0000",
        "SchoolLife, .45 .09 .46, 0.4545 0.0909 0.4545, 3.0000",
        "Vocational, .77 .05 .17, 0.7720 0.0545 0.1734, 3.2085",
        "CollegePrep, .25 .50 .25, 0.2500 0.5000 0.2500, 3.0000",
        "Music, .69 .09 .22, 0.6910 0.0914 0.2176, 3.0536"
    })
    void schoolBySchoolUnderACriterion(String criterion, String printed, String recomputed, double lambda) {
        assertLocalWeights(SCHOOLS.get(criterion), printed, TWO_PRINTED, recomputed, lambda);
    }

    private static void assertLocalWeights(
            String judgements, String printed, Offset<Double> print, String recomputed, double lambda) {
        AhpSolution solution = EIGENVECTOR.solve(JudgementTables.upperTriangle(ALTERNATIVES, judgements));
        assertThat(solution.toArray()).containsExactly(JudgementTables.numbers(printed), print);
        assertThat(solution.toArray()).containsExactly(JudgementTables.numbers(recomputed), FOUR_DIGITS);
        assertThat(solution.lambdaMax()).isCloseTo(lambda, FOUR_DIGITS);
    }

    @Test
    void inDistributiveModeHouseAIsTheOneToBuy() {
        Weights weights = synthesised(EIGENVECTOR, HOUSE, HOUSES, Synthesis.DISTRIBUTIVE);
        assertThat(weights.toArray()).containsExactly(new double[] {0.395913, 0.340719, 0.263368}, SIX_DIGITS);
        assertThat(weights.toArray()).containsExactly(new double[] {.396, .341, .263}, THREE_PRINTED);
        assertThat(weights.ranking()).containsExactly("A", "B", "C");
    }

    @Test
    void inIdealModeHousesAAndBChangePlaces() {
        Weights weights = synthesised(EIGENVECTOR, HOUSE, HOUSES, Synthesis.IDEAL);
        assertThat(weights.toArray()).containsExactly(new double[] {0.357705, 0.359612, 0.282683}, SIX_DIGITS);
        assertThat(weights.ranking()).containsExactly("B", "A", "C");
    }

    @Test
    void geometricMeansThroughoutLeaveHouseAAhead() {
        Weights weights = synthesised(GEOMETRIC_MEAN, HOUSE, HOUSES, Synthesis.DISTRIBUTIVE);
        assertThat(weights.toArray()).containsExactly(new double[] {0.378931, 0.351101, 0.269968}, SIX_DIGITS);
    }

    @Test
    void schoolBIsTheOneToSelect() {
        Weights weights = synthesised(EIGENVECTOR, SCHOOL, SCHOOLS, Synthesis.DISTRIBUTIVE);
        assertThat(weights.toArray()).containsExactly(new double[] {0.367325, 0.378498, 0.254177}, SIX_DIGITS);
        assertThat(weights.toArray()).containsExactly(new double[] {.37, .38, .25}, TWO_PRINTED);
        assertThat(weights.ranking()).containsExactly("B", "A", "C");
    }

    /** The whole as one hierarchy, whose alternatives are told apart by the criterion above them, gives the same sums. */
    @Test
    void theDistributiveModeIsTheSumOfTheLeavesOfTheFullHierarchy() {
        List<AhpHierarchy> criteria = SCHOOL.leaves().stream()
                .map(criterion -> AhpHierarchy.of(
                        criterion,
                        JudgementTables.upperTriangle(
                                ALTERNATIVES.stream()
                                        .map(school -> criterion + " " + school)
                                        .toList(),
                                SCHOOLS.get(criterion))))
                .toList();
        HierarchySolution full =
                EIGENVECTOR.solve(AhpHierarchy.of("school", PublishedExample.SELECTING_A_SCHOOL.matrix, criteria));
        double[] sums = new double[ALTERNATIVES.size()];
        for (int leaf = 0; leaf < full.globalWeights().size(); leaf++) {
            sums[leaf % sums.length] += full.globalWeights().weight(leaf);
        }
        assertThat(sums)
                .containsExactly(
                        synthesised(EIGENVECTOR, SCHOOL, SCHOOLS, Synthesis.DISTRIBUTIVE)
                                .toArray(),
                        within(1e-14));
        assertThat(full.node("school", "Music").globalWeight()).isCloseTo(0.139083, SIX_DIGITS);
        assertThat(full.nodes()).extracting(NodeSolution::name).startsWith("school", "Learning", "Friends");
    }

    @Test
    void synthesisNamesItsMode() {
        for (Synthesis mode : Synthesis.values()) {
            Weights weights = synthesised(EIGENVECTOR, HOUSE, HOUSES, mode);
            assertThat(weights.origin().facts().get("synthesis")).isEqualToIgnoringCase(mode.name());
        }
    }

    private static Weights synthesised(
            AhpSolver solver, AhpHierarchy hierarchy, Map<String, String> judgements, Synthesis mode) {
        Map<String, Weights> alternatives = new LinkedHashMap<>();
        judgements.forEach((criterion, triangle) -> alternatives.put(
                criterion,
                solver.solve(JudgementTables.upperTriangle(ALTERNATIVES, triangle))
                        .weights()));
        AlternativeWeights synthesised = solver.solve(hierarchy).synthesise(alternatives, mode);
        assertThat(synthesised.synthesis()).isSameAs(mode);
        return synthesised.weights();
    }

    private static Map<String, String> byCriterion(String table) {
        Map<String, String> judgements = new LinkedHashMap<>();
        table.strip().lines().forEach(line -> {
            String[] parts = line.split("\\s+", 2);
            judgements.put(parts[0], parts[1]);
        });
        return judgements;
    }
}
