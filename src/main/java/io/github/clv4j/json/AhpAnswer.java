package io.github.clv4j.json;

import io.github.clv4j.ahp.AhpHierarchy;
import io.github.clv4j.ahp.AhpSolution;
import io.github.clv4j.ahp.GroupJudgements;
import io.github.clv4j.ahp.GroupSolution;
import io.github.clv4j.ahp.HierarchySolution;
import io.github.clv4j.ahp.NodeSolution;
import io.github.clv4j.ahp.PairwiseMatrix;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What came of one problem of a judgement file. Immutable and thread-safe. */
public sealed interface AhpAnswer {

    /**
     * Which problem it is.
     *
     * @return its id
     */
    AhpId id();

    /**
     * Weights from one matrix.
     *
     * @param id which problem it is
     * @param solved the matrix, solved
     * @param sensitivity how far its judgements and weights can move; empty if it was not asked for
     */
    record Matrix(AhpId id, AhpSolved solved, Optional<AhpSensitivity> sensitivity) implements AhpAnswer {

        /**
         * Creates an answer.
         *
         * @param id which problem it is
         * @param solved the matrix, solved
         * @param sensitivity how far its judgements and weights can move; empty if it was not asked for
         */
        public Matrix {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(solved, "solved");
            Objects.requireNonNull(sensitivity, "sensitivity");
        }

        static Matrix of(AhpId id, PairwiseMatrix judgements, AhpSettings settings) {
            AhpSolution solution = settings.solver().solve(judgements);
            return new Matrix(id, AhpSolved.of(solution, settings), AhpSensitivity.of(solution, settings));
        }
    }

    /**
     * Weights of a group.
     *
     * @param id which problem it is
     * @param solution the solution of the group
     * @param aggregated the judgements taken together, solved; no repair is looked for, as nobody judged them
     * @param experts the matrix of each expert, solved
     */
    record Group(AhpId id, GroupSolution solution, AhpSolved aggregated, List<AhpSolved> experts) implements AhpAnswer {

        /**
         * Creates an answer.
         *
         * @param id which problem it is
         * @param solution the solution of the group
         * @param aggregated the judgements taken together, solved
         * @param experts the matrix of each expert, solved
         */
        public Group {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(solution, "solution");
            Objects.requireNonNull(aggregated, "aggregated");
            experts = List.copyOf(experts);
        }

        static Group of(AhpId id, GroupJudgements judgements, AhpSettings settings) {
            GroupSolution solution = settings.solver().solve(judgements);
            return new Group(
                    id,
                    solution,
                    new AhpSolved(solution.judgements(), solution.aijWeights(), Optional.empty()),
                    solution.experts().stream()
                            .map(expert -> AhpSolved.of(expert, settings))
                            .toList());
        }
    }

    /**
     * Weights of a hierarchy.
     *
     * @param id which problem it is
     * @param solution the solution of the whole
     * @param nodes the matrix of each node, solved, in the order of the nodes of the solution
     * @param sensitivity how far its judgements and weights can move; empty if it was not asked for
     */
    record Hierarchy(AhpId id, HierarchySolution solution, List<AhpSolved> nodes, Optional<AhpSensitivity> sensitivity)
            implements AhpAnswer {

        /**
         * Creates an answer.
         *
         * @param id which problem it is
         * @param solution the solution of the whole
         * @param nodes the matrix of each node, solved, in the order of the nodes of the solution
         * @param sensitivity how far its judgements and weights can move; empty if it was not asked for
         */
        public Hierarchy {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(solution, "solution");
            nodes = List.copyOf(nodes);
            Objects.requireNonNull(sensitivity, "sensitivity");
        }

        static Hierarchy of(AhpId id, AhpHierarchy hierarchy, AhpSettings settings) {
            HierarchySolution solution = settings.solver().solve(hierarchy);
            List<AhpSolved> nodes = solution.nodes().stream()
                    .map(NodeSolution::solution)
                    .map(node -> AhpSolved.of(node, settings))
                    .toList();
            return new Hierarchy(id, solution, nodes, AhpSensitivity.of(solution, settings));
        }
    }

    /**
     * No weights.
     *
     * @param id which problem it is
     * @param error where in the problem something is wrong, and what, on one line
     */
    record Failure(AhpId id, String error) implements AhpAnswer {

        /**
         * Creates a failure.
         *
         * @param id which problem it is
         * @param error where in the problem something is wrong, and what, on one line
         */
        public Failure {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(error, "error");
        }
    }
}
