/**
 * Algorithms: their numbers, and the structures that say how one is used (Part 2, 6.3, 6.4 and 11).
 *
 * <p>This room describes cryptography and computes none of it; keys that use these descriptions are
 * next door, in {@code structure.object}. Start at {@link
 * org.tssj.tpm20.structure.algorithm.AlgorithmId}.
 */
@NullMarked
package org.tssj.tpm20.structure.algorithm;

import org.jspecify.annotations.NullMarked;
