/**
 * Commands of enhanced authorisation (Part 3, 23).
 *
 * <p>One record per command. Start at {@link org.tssj.tpm20.command.policy.PolicySecret}.
 */
@NullMarked
package org.tssj.tpm20.command.policy;

import org.jspecify.annotations.NullMarked;
