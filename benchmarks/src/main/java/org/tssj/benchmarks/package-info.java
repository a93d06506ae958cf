/**
 * What the library costs, as ratios against a floor in the same run.
 *
 * <p>Nothing here asserts a time, and nothing else depends on it. {@code mvn -Pbench -pl benchmarks
 * -am package}, then {@code java -jar benchmarks/target/benchmarks.jar}; start at {@link
 * org.tssj.benchmarks.TransportBenchmark}.
 */
@NullMarked
package org.tssj.benchmarks;

import org.jspecify.annotations.NullMarked;
