/**
 * Keys and sessions outside the TPM (Part 2, 5.18 and 18).
 *
 * <p>What is inside a saved context only its TPM knows. Start at {@link
 * org.tssj.tpm12.structure.context.ContextBlob}.
 */
@NullMarked
package org.tssj.tpm12.structure.context;

import org.jspecify.annotations.NullMarked;
