/**
 * Policies of a TPM 2.0 as files: the TCG's JSON policy language, read and written.
 *
 * <p>What a policy is and how it is satisfied is {@link org.tssj.tpm20.policy}'s; nothing here
 * opens a TPM, though one may be asked for what a file leaves open. Start at {@link
 * org.tssj.cli.policy.PolicyFile}.
 */
@NullMarked
package org.tssj.cli.policy;

import org.jspecify.annotations.NullMarked;
