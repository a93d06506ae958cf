/**
 * What a TPM 1.2 says when it refuses: numbers, names, plain words and what to do next (Part 2,
 * 16).
 *
 * <p>Codes of layers before the TPM (trousers' daemon, TBS) are not among them. Start at {@link
 * org.tssj.tpm12.rc.ResultCode}.
 */
@NullMarked
package org.tssj.tpm12.rc;

import org.jspecify.annotations.NullMarked;
