/**
 * Algorithms and schemes (Part 2, 4.8 and 5.8.1).
 *
 * <p>Open sets of numbers, and nothing computed. Start at {@link
 * org.tssj.tpm12.structure.algorithm.AlgorithmId}.
 */
@NullMarked
package org.tssj.tpm12.structure.algorithm;

import org.jspecify.annotations.NullMarked;
