/**
 * Commands that choose what is audited (Part 3, 21).
 *
 * <p>One record per command. Start at {@link
 * org.tssj.tpm20.command.audit.SetCommandCodeAuditStatus}.
 */
@NullMarked
package org.tssj.tpm20.command.audit;

import org.jspecify.annotations.NullMarked;
