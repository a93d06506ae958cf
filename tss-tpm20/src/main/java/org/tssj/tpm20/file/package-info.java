/**
 * Files that programs around a TPM exchange: TSS2 PRIVATE KEY, PEM, and what tpm2-tools keep.
 *
 * <p>This room knows formats; what is inside them is a structure of the specification or a key of
 * {@link java.security}. Reads octets and text, never a file system, and refuses what is not what
 * it claims. Start at {@link org.tssj.tpm20.file.TssPrivateKey} for keys that stay in their TPM, at
 * {@link org.tssj.tpm20.file.KeyPem} for keys that come from elsewhere.
 */
@NullMarked
package org.tssj.tpm20.file;

import org.jspecify.annotations.NullMarked;
