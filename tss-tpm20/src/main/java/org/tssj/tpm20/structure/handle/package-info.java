/**
 * Handles: the numbers by which a TPM's resources are called (Part 2, 7).
 *
 * <p>A handle here may carry the Name of what it stands for, which HMAC sessions sign. This room
 * knows ranges and fixed values; whether a handle is in use only the TPM knows. Start at {@link
 * org.tssj.tpm20.structure.handle.Handle}.
 */
@NullMarked
package org.tssj.tpm20.structure.handle;

import org.jspecify.annotations.NullMarked;
