/**
 * What a TPM's partner computes without a TPM: checking signatures of its keys, and making secrets
 * for them.
 *
 * <p>Uses the JDK where it can and Bouncy Castle for ML-DSA and ML-KEM; says nothing about whether a
 * key may be trusted. Start at {@link org.tssj.tpm20.crypto.SignatureVerifier} or {@link
 * org.tssj.tpm20.crypto.KeyEncapsulation}.
 */
@NullMarked
package org.tssj.tpm20.crypto;

import org.jspecify.annotations.NullMarked;
