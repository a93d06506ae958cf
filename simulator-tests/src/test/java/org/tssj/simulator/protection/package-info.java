/**
 * Credentials and duplicates between a software TPM and this process, both ways.
 *
 * <p>Start at {@link org.tssj.simulator.protection.ProtectionTest}.
 */
@NullMarked
package org.tssj.simulator.protection;

import org.jspecify.annotations.NullMarked;
