/**
 * Commands that change the TPM's firmware (Part 3, 27).
 *
 * <p>One record per command. Start at {@link org.tssj.tpm20.command.upgrade.FieldUpgradeStart}.
 */
@NullMarked
package org.tssj.tpm20.command.upgrade;

import org.jspecify.annotations.NullMarked;
