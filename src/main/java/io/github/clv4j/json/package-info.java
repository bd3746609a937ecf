/**
 * The files of clv4j as JSON: {@linkplain io.github.clv4j.json.PlanFile plans}, {@linkplain
 * io.github.clv4j.json.ModelFile models} and {@linkplain io.github.clv4j.json.PlaybookFile playbooks}, read strictly, and
 * summaries and reports, written. Needs Jackson on the class path; no type of it stands in a
 * public signature.
 */
@NullMarked
package io.github.clv4j.json;

import org.jspecify.annotations.NullMarked;
