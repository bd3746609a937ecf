package io.github.clv4j.retention;

/**
 * One row of the table of a Kaplan-Meier curve. Immutable and thread-safe.
 *
 * @param time a time at which somebody left or was last seen
 * @param atRisk how many customers were watched just before it: those with a time not before it who entered before it
 * @param events how many of them left at that time
 * @param censored how many were last seen at that time, and had not left
 * @param survival S from this time on until the next
 * @param standardError the standard error of S by Greenwood's formula; NaN where S is 0
 * @param cumulativeHazard the cumulative hazard by Nelson and Aalen, the sum of events / atRisk so far
 */
public record SurvivalStep(
        double time,
        int atRisk,
        int events,
        int censored,
        double survival,
        double standardError,
        double cumulativeHazard) {}
