/**
 * Moving keys to other TPMs, freely or as migration authorities allow (Part 3, 11).
 *
 * <p>One record per command. Start at {@link org.tssj.tpm12.command.migration.CreateMigrationBlob}.
 */
@NullMarked
package org.tssj.tpm12.command.migration;

import org.jspecify.annotations.NullMarked;
