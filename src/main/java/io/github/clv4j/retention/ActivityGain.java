package io.github.clv4j.retention;

/**
 * What one more activity goes with after a number of activities that was observed; see {@link TenureFit#gains()}. Immutable
 * and thread-safe.
 *
 * @param activities the number of activities so far
 * @param customers how many customers of the fit have that number
 * @param gain the expected tenure with one more less that without it, in months
 * @param standardError the standard error of the gain, in months
 * @param extrapolated whether nobody of the fit has as many activities as one more would make
 */
public record ActivityGain(double activities, int customers, double gain, double standardError, boolean extrapolated) {}
