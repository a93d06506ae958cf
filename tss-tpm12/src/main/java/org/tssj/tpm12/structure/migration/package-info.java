/**
 * Moving keys between TPMs: schemes, tickets and approvals (Part 2, 4.10 and 5.15 to 5.21).
 *
 * <p>Layout only; what a moving key looks like inside stands with the keys. Start at {@link
 * org.tssj.tpm12.structure.migration.MigrationKeyAuth}.
 */
@NullMarked
package org.tssj.tpm12.structure.migration;

import org.jspecify.annotations.NullMarked;
