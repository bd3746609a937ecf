/**
 * The eight segments of the current value x potential value x loyalty cube: {@linkplain
 * io.github.clv4j.segment.ThreeDimensionalSegmenter which one} a customer falls in, {@linkplain
 * io.github.clv4j.segment.CutRule where the axes are cut}, and {@linkplain io.github.clv4j.segment.SegmentProfile what
 * each segment looks like}.
 */
@NullMarked
package io.github.clv4j.segment;

import org.jspecify.annotations.NullMarked;
