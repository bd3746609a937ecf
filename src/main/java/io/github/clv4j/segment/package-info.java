/**
 * The eight segments of the current value x potential value x loyalty cube: {@linkplain
 * io.github.clv4j.segment.ThreeDimensionalSegmenter which one} a customer falls in, {@linkplain
 * io.github.clv4j.segment.CutRule where the axes are cut}, {@linkplain io.github.clv4j.segment.SegmentProfile what
 * each segment looks like}, {@linkplain io.github.clv4j.segment.Playbook what to do} about it, {@linkplain
 * io.github.clv4j.segment.SegmentLift what a better one would take}, {@linkplain
 * io.github.clv4j.segment.SegmentMigration who moved}, and {@linkplain io.github.clv4j.segment.SchemeComparison what two
 * older schemes hide}.
 */
@NullMarked
package io.github.clv4j.segment;

import org.jspecify.annotations.NullMarked;
