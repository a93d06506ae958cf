/**
 * What the library costs, as ratios against a floor or a peer in the same run.
 *
 * <p>Nothing here asserts a time, and nothing else depends on it. {@code bin/bench} builds and runs
 * it; start at {@link org.tssj.benchmarks.Ratios}.
 */
@NullMarked
package org.tssj.benchmarks;

import org.jspecify.annotations.NullMarked;
