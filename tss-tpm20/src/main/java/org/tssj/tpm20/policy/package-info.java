/**
 * Policies as values: what has to be shown before something may be used, written down once, then
 * computed, compared, and carried out (Part 1, 19.7).
 *
 * <p>A single policy command stands in {@code command.policy}; here they are put together. Start at
 * {@link org.tssj.tpm20.policy.Policy}.
 */
@NullMarked
package org.tssj.tpm20.policy;

import org.jspecify.annotations.NullMarked;
