/**
 * Moving everything to another TPM through its manufacturer (Part 3, 12), which hardly any TPM can.
 *
 * <p>One record per command. Start at {@link
 * org.tssj.tpm12.command.maintenance.CreateMaintenanceArchive}.
 */
@NullMarked
package org.tssj.tpm12.command.maintenance;

import org.jspecify.annotations.NullMarked;
