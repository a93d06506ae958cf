/**
 * Auditing: which commands were executed (Part 3, 8 and 28).
 *
 * <p>One record per command; the log itself is kept by the host. Start at {@link
 * org.tssj.tpm12.command.audit.GetAuditDigest}.
 */
@NullMarked
package org.tssj.tpm12.command.audit;

import org.jspecify.annotations.NullMarked;
