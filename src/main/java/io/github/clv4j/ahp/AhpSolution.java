package io.github.clv4j.ahp;

import com.google.common.collect.ImmutableMap;
import io.github.clv4j.base.ConstantName;
import io.github.clv4j.base.Require;
import io.github.clv4j.indicator.WeightOrigin;
import io.github.clv4j.indicator.Weights;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Weights derived from judgements, with lambda_max, consistency and how they were computed. What explains the inconsistency is
 * computed when asked for. Immutable and thread-safe.
 */
public final class AhpSolution {

    private static final int USUAL_BUDGET = 10_000;

    private final AhpSolver solver;
    private final PairwiseMatrix judged;
    private final double[] completed;
    private final double[] weights;
    private final LambdaInterval interval;
    private final Consistency consistency;
    private final AhpProvenance provenance;

    AhpSolution(
            AhpSolver solver,
            PairwiseMatrix judged,
            double[] completed,
            double[] weights,
            LambdaInterval interval,
            Consistency consistency,
            AhpProvenance provenance) {
        this.solver = solver;
        this.judged = judged;
        this.completed = completed;
        this.weights = weights;
        this.interval = interval;
        this.consistency = consistency;
        this.provenance = provenance;
    }

    /**
     * The judgements that were solved.
     *
     * @return the matrix as it was given
     */
    public PairwiseMatrix judged() {
        return judged;
    }

    /**
     * The judgements with those that were missing filled in.
     *
     * @return a complete matrix; the judged one if none was missing
     */
    public PairwiseMatrix completed() {
        return judged.isComplete()
                ? judged
                : PairwiseMatrix.ofChecked(judged.immutableNames(), completed, judged.scale());
    }

    /**
     * The weights by name.
     *
     * @return the weights in the order of the matrix, with their origin
     */
    public Weights weights() {
        return Weights.of(judged.names(), new WeightOrigin(WeightOrigin.Kind.JUDGED, facts()), weights);
    }

    /** What must be known of weights that were put together from these and others of the same solver. */
    Map<String, String> facts(String name, String value, double ratio) {
        return ImmutableMap.<String, String>builder()
                .put(name, value)
                .put("method", ConstantName.of(provenance.method()))
                .put("consistencyRatio", Double.toString(ratio))
                .put("randomIndex", ConstantName.of(provenance.randomIndex()))
                .put("scale", ConstantName.of(judged.scale()))
                .buildOrThrow();
    }

    private Map<String, String> facts() {
        ImmutableMap.Builder<String, String> facts = ImmutableMap.builder();
        facts.put("method", ConstantName.of(provenance.method()));
        facts.put("lambdaMax", Double.toString(lambdaMax()));
        facts.put("consistencyRatio", Double.toString(consistency.ratio()));
        facts.put("randomIndex", ConstantName.of(provenance.randomIndex()));
        facts.put("scale", ConstantName.of(judged.scale()));
        provenance.completion().ifPresent(completion -> {
            facts.put("completion", ConstantName.of(completion));
            facts.put("missing", Integer.toString(provenance.missing()));
        });
        return facts.buildOrThrow();
    }

    /**
     * The weights alone.
     *
     * @return a new array in the order of the matrix, summing to 1
     */
    public double[] toArray() {
        return weights.clone();
    }

    /**
     * One weight.
     *
     * @param index its place in the matrix, from 0
     * @return the weight, in (0, 1]
     */
    public double weight(int index) {
        return weights[index];
    }

    /**
     * The principal eigenvalue of the (completed) matrix, whatever method gave the weights.
     *
     * @return the middle of its interval
     */
    public double lambdaMax() {
        return interval.middle();
    }

    /**
     * Where the principal eigenvalue is for certain.
     *
     * @return the interval, no wider than a relative 1e-12
     */
    public LambdaInterval lambdaInterval() {
        return interval;
    }

    /**
     * How far the judgements agree with each other.
     *
     * @return the consistency
     */
    public Consistency consistency() {
        return consistency;
    }

    /**
     * How the weights were computed.
     *
     * @return method, table, completion, tolerance
     */
    public AhpProvenance provenance() {
        return provenance;
    }

    /**
     * The judgements by how far they are from what the weights imply, the farthest first; equally far ones in the order of
     * the matrix.
     *
     * @return one for each pair judged
     */
    public List<JudgementDeviation> deviations() {
        return JudgementDeviation.ranked(judged, weights);
    }

    /**
     * The triads that cannot be put in any order: a at least as important as b, b as c, and yet c more than a.
     *
     * @return the triads, each once, in the order of the matrix
     */
    public List<IntransitiveTriad> intransitiveTriads() {
        return IntransitiveTriad.all(judged);
    }

    /**
     * The smallest repair, searched for until 10,000 changed matrices were solved.
     *
     * @return what the search came to
     */
    public JudgementRepair repair() {
        return repair(USUAL_BUDGET);
    }

    /**
     * The smallest repair.
     *
     * @param budget how many changed matrices to solve at most, at least 1
     * @return what the search came to
     * @throws IllegalArgumentException if the budget is below 1
     */
    public JudgementRepair repair(int budget) {
        if (budget < 1) {
            throw Require.outside("budget of the repair", "at least 1", budget);
        }
        return new RepairSearch(solver, judged, consistency, budget).run();
    }

    /**
     * How far each judgement can move before two weights swap their ranks. Takes some hundred solves a judgement: a second at
     * order 30, a minute at order 100.
     *
     * @return one for each judgement given, in the order of the matrix
     */
    public List<JudgementStability> judgementStability() {
        return asHierarchy().judgementStability();
    }

    /**
     * How far each weight can move, the others keeping their proportions, before two weights swap their ranks.
     *
     * @return one for each weight, in the order of the matrix
     */
    public List<WeightStability> weightStability() {
        return asHierarchy().weightStability();
    }

    private HierarchySolution asHierarchy() {
        return solver.solve(AhpHierarchy.of("goal", judged));
    }

    /** Weights, lambda_max and CR to four digits, for people. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s, lambda_max %.4f, CR %.4f", weights(), lambdaMax(), consistency.ratio());
    }
}
