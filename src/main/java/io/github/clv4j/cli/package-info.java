/**
 * The command line: {@linkplain io.github.clv4j.cli.Main its entry point}, with picocli for the arguments and DuckDB for the
 * files. Nothing else in here is for others to call.
 */
@NullMarked
package io.github.clv4j.cli;

import org.jspecify.annotations.NullMarked;
