/**
 * Using keys and sealed data without counting commands: what takes several commands, or the same
 * few each time.
 *
 * <p>Everything here can be done with {@link org.tssj.tpm20.Tpm20#execute} as well, and nothing is
 * kept here that the TPM or the caller does not hold. Start at {@link org.tssj.tpm20.key.TpmKey} or
 * {@link org.tssj.tpm20.key.Sealer}.
 */
@NullMarked
package org.tssj.tpm20.key;

import org.jspecify.annotations.NullMarked;
