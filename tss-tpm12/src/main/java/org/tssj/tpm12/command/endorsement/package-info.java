/**
 * The endorsement key (Part 3, 14).
 *
 * <p>One record per command. Start at {@link org.tssj.tpm12.command.endorsement.ReadPubek}.
 */
@NullMarked
package org.tssj.tpm12.command.endorsement;

import org.jspecify.annotations.NullMarked;
