/**
 * Keys and sealed data on software TPMs, used through {@code org.tssj.tpm20.key}; what they compute
 * the JDK computes too.
 *
 * <p>Start at {@link org.tssj.simulator.key.TpmKeyTest}.
 */
@NullMarked
package org.tssj.simulator.key;

import org.jspecify.annotations.NullMarked;
