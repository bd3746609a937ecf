package io.github.clv4j.scoring;

import io.github.clv4j.segment.CutTable;
import io.github.clv4j.segment.GroupedSegmenter;
import io.github.clv4j.segment.SegmentPlacement;
import io.github.clv4j.segment.ThreeDimensionalSegmenter;

/** The segment of a model: by the same cuts for all customers, or by those of their group. */
sealed interface SegmentScorer {

    static SegmentScorer of(ScoringPlan plan, CutTable cuts, InputList inputs) {
        return plan.cutsBy()
                .<SegmentScorer>map(column -> new ByGroup(inputs.indexOf(column), GroupedSegmenter.of(cuts.byGroup())))
                .orElseGet(() ->
                        new ForAll(ThreeDimensionalSegmenter.of(cuts.forAll().orElseThrow())));
    }

    /** The segmenter of one customer. */
    ThreeDimensionalSegmenter of(double[] customer);

    /** Writes the segments of the first customers of a block from its axes. */
    void score(Block block, int length);

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
        public void score(Block block, int length) {
            segmenter.segment(block.current, block.potential, block.loyalty, 0, length, block.segments);
        }
    }

    /** The cuts of the customer's group. */
    record ByGroup(int input, GroupedSegmenter segmenters) implements SegmentScorer {

        @Override
        public ThreeDimensionalSegmenter of(double[] customer) {
            return segmenters.of((int) customer[input]);
        }

        @Override
        public void score(Block block, int length) {
            segmenters.segment(
                    block.inputs[input], block.current, block.potential, block.loyalty, 0, length, block.segments);
        }
    }
}
