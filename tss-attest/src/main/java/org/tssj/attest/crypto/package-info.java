/**
 * Hashes and signatures. Start at {@link org.tssj.attest.crypto.Signatures}.
 *
 * <p>The JDK does hashes and RSA, Bouncy Castle elliptic curves and what the JDK lacks, without
 * being registered for everybody else. Nothing here knows a TPM structure.
 */
@NullMarked
package org.tssj.attest.crypto;

import org.jspecify.annotations.NullMarked;
