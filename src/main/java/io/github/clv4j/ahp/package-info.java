/**
 * The analytic hierarchy process: {@linkplain io.github.clv4j.ahp.PairwiseMatrix pairwise judgements} in, {@linkplain
 * io.github.clv4j.ahp.AhpSolution weights} out, with how far the judgements agree with each other, which of them do not,
 * and what little would have to change. For one person, {@linkplain io.github.clv4j.ahp.GroupJudgements a group}, and
 * {@linkplain io.github.clv4j.ahp.AhpHierarchy a hierarchy}.
 */
@NullMarked
package io.github.clv4j.ahp;

import org.jspecify.annotations.NullMarked;
