/**
 * Handles and the kinds of things they stand for (Part 2, 4.1 to 4.4).
 *
 * <p>This room knows fixed values; whether a handle is in use only the TPM knows. Start at {@link
 * org.tssj.tpm12.structure.handle.Handle}.
 */
@NullMarked
package org.tssj.tpm12.structure.handle;

import org.jspecify.annotations.NullMarked;
