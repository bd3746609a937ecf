/**
 * The files of clv4j as JSON: {@linkplain io.github.clv4j.json.PlanFile plans}, read strictly, and {@linkplain
 * io.github.clv4j.json.ScoringSummary summaries}, written. Needs Jackson on the class path; no type of it stands in a
 * public signature.
 */
@NullMarked
package io.github.clv4j.json;

import org.jspecify.annotations.NullMarked;
