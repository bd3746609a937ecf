package io.github.clv4j.ahp;

import com.google.common.collect.ImmutableList;
import io.github.clv4j.indicator.WeightOrigin;
import io.github.clv4j.indicator.Weights;
import java.util.List;
import java.util.Optional;

/**
 * Weights of a group: of its judgements taken together (AIJ), and of the weights of its experts taken together (AIP). With
 * complete judgements and the row geometric mean, AIJ and geometric AIP are the same.
 *
 * <p>Source: Forman and Peniwati, European Journal of Operational Research 108 (1998) 165-169.
 *
 * <p>Immutable and thread-safe.
 */
public final class GroupSolution {

    private final GroupJudgements group;
    private final AhpSolution judgements;
    private final ImmutableList<AhpSolution> experts;
    private final double consensus;

    private GroupSolution(GroupJudgements group, AhpSolution judgements, List<AhpSolution> experts, double consensus) {
        this.group = group;
        this.judgements = judgements;
        this.experts = ImmutableList.copyOf(experts);
        this.consensus = consensus;
    }

    static GroupSolution of(GroupJudgements group, AhpSolver solver) {
        ImmutableList.Builder<AhpSolution> solved = ImmutableList.builder();
        for (int k = 0; k < group.experts().size(); k++) {
            solved.add(solver.solve(group.experts().get(k), "expert " + (k + 1)));
        }
        List<AhpSolution> experts = solved.build();
        double consensus = Consensus.of(
                experts.stream().map(expert -> eigenvector(expert, solver)).toList());
        return new GroupSolution(group, solver.solve(group.aggregated()), experts, consensus);
    }

    private static double[] eigenvector(AhpSolution expert, AhpSolver solver) {
        return expert.provenance().method() == WeightMethod.EIGENVECTOR
                ? expert.toArray()
                : solver.withMethod(WeightMethod.EIGENVECTOR)
                        .solve(expert.completed())
                        .toArray();
    }

    /**
     * The group.
     *
     * @return the judgements of its experts, and how much each counts
     */
    public GroupJudgements group() {
        return group;
    }

    /**
     * The solution of the aggregated judgements (AIJ), with the consistency of the group.
     *
     * @return the solution
     */
    public AhpSolution judgements() {
        return judgements;
    }

    /**
     * The solution of each expert, with their own consistency.
     *
     * @return the solutions in the order of the experts
     */
    public List<AhpSolution> experts() {
        return experts;
    }

    /**
     * The weights of the aggregated judgements: the geometric mean of each judgement, then solved (AIJ).
     *
     * @return the weights in the order of the matrices
     */
    public Weights aijWeights() {
        return judgements.weights();
    }

    /**
     * The geometric mean of the weights of the experts (AIP), scaled to sum to 1.
     *
     * @return the weights in the order of the matrices
     */
    public Weights aipGeometricWeights() {
        double[] logs = new double[judgements.judged().order()];
        double[] expertWeights = group.expertWeights();
        for (int k = 0; k < expertWeights.length; k++) {
            for (int i = 0; i < logs.length; i++) {
                logs[i] += expertWeights[k] * StrictMath.log(experts.get(k).weight(i));
            }
        }
        return weights(Priorities.softmax(logs), "aip-geometric");
    }

    /**
     * The arithmetic mean of the weights of the experts (AIP).
     *
     * @return the weights in the order of the matrices
     */
    public Weights aipArithmeticWeights() {
        double[] means = new double[judgements.judged().order()];
        double[] expertWeights = group.expertWeights();
        for (int k = 0; k < expertWeights.length; k++) {
            for (int i = 0; i < means.length; i++) {
                means[i] += expertWeights[k] * experts.get(k).weight(i);
            }
        }
        return weights(means, "aip-arithmetic");
    }

    private Weights weights(double[] values, String aggregation) {
        WeightOrigin origin = new WeightOrigin(
                WeightOrigin.Kind.COMBINED,
                judgements.facts(
                        "aggregation", aggregation, judgements.consistency().ratio()));
        return Weights.of(judgements.judged().names(), origin, values);
    }

    /**
     * How far the experts agree on the weights, from 0 (not at all) to 1 (entirely): {@code (1 / exp(H_beta) - 1/c) / (1 -
     * 1/c)} with {@code c = n / exp(H_min)}. H_beta is the entropy of the mean weights less the mean entropy of the weights,
     * H_min the entropy of the most uneven weights one expert can have on the scale, (9, 1, ..., 1) / (n + 8). Experts count
     * the same, by eigenvector, whatever the weights of the group are.
     *
     * <p>Source: Goepel, Proceedings of the International Symposium on the Analytic Hierarchy Process (2013).
     *
     * @return the consensus; NaN for one expert, or one thing to judge; below 0 where experts disagree more than the scale
     *     foresees
     */
    public double consensus() {
        return consensus;
    }

    /**
     * The consensus in words.
     *
     * @return its level; empty where there is no consensus to speak of
     */
    public Optional<ConsensusLevel> consensusLevel() {
        return Double.isNaN(consensus) ? Optional.empty() : Optional.of(ConsensusLevel.of(consensus));
    }
}
