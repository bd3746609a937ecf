package io.github.clv4j.benchmarks;

import io.github.clv4j.segment.Segment;

/** What the hand-written loop over rows says of a customer. */
record Score(double currentValue, double potentialValue, double loyalty, Segment segment) {}
