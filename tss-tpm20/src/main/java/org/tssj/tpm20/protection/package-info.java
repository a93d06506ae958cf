/**
 * Protected storage without a TPM: credentials and duplicates, made for a TPM's key or opened with
 * a key of this process (Part 1, 23 and 24).
 *
 * <p>Sends nothing; what it makes is what {@code TPM2_MakeCredential} and {@code TPM2_Duplicate}
 * would answer. Start at {@link org.tssj.tpm20.protection.Credentials} or {@link
 * org.tssj.tpm20.protection.Duplicates}.
 */
@NullMarked
package org.tssj.tpm20.protection;

import org.jspecify.annotations.NullMarked;
