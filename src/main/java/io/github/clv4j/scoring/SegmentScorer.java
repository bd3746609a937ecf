package io.github.clv4j.scoring;

import io.github.clv4j.segment.CutTable;
import io.github.clv4j.segment.GroupedSegmenter;
import io.github.clv4j.segment.SegmentPlacement;
import io.github.clv4j.segment.ThreeDimensionalSegmenter;
import java.util.Optional;

/** The segment of a model: by the same cuts for all customers, or by those of their group. */
sealed interface SegmentScorer {

    static SegmentScorer of(ScoringPlan plan, CutTable cuts, InputList inputs) {
        return plan.cutsBy()
                .<SegmentScorer>map(column -> byGroup(inputs.indexOf(column), cuts, inputs))
                .orElseGet(() ->
                        new ForAll(ThreeDimensionalSegmenter.of(cuts.forAll().orElseThrow())));
    }

    private static SegmentScorer byGroup(int input, CutTable cuts, InputList inputs) {
        return new ByGroup(input, GroupedSegmenter.of(inputs.get(input).groups(), cuts));
    }

    /** The segmenter of one customer. */
    ThreeDimensionalSegmenter of(double[] customer);

    /** The group of a customer; empty where all have the same cuts. */
    Optional<String> group(double[] customer);

    /** Writes the segments of the customers of a block from its axes; says whether all have one. */
    boolean score(Block block);

    default SegmentPlacement explain(double[] customer, CustomerScore score) {
        return of(customer).explain(score.currentValue(), score.potentialValue(), score.loyalty());
    }

    /** The same cuts for all. */
    record ForAll(ThreeDimensionalSegmenter segmenter) implements SegmentScorer {

        @Override
        public ThreeDimensionalSegmenter of(double[] customer) {
            return segmenter;
        }

        @Override
        public Optional<String> group(double[] customer) {
            return Optional.empty();
        }

        @Override
        public boolean score(Block block) {
            ScoreBuffer scores = block.scores;
            return segmenter.segment(
                    scores.current, scores.potential, scores.loyalty, block.from, block.to, scores.segments);
        }
    }

    /** The cuts of the customer's group. */
    record ByGroup(int input, GroupedSegmenter segmenters) implements SegmentScorer {

        @Override
        public ThreeDimensionalSegmenter of(double[] customer) {
            return segmenters.of(customer[input]);
        }

        @Override
        public Optional<String> group(double[] customer) {
            return Optional.of(segmenters.groups().get((int) customer[input]));
        }

        @Override
        public boolean score(Block block) {
            ScoreBuffer scores = block.scores;
            return segmenters.segment(
                    block.inputs[input],
                    scores.current,
                    scores.potential,
                    scores.loyalty,
                    block.from,
                    block.to,
                    scores.segments);
        }
    }
}
