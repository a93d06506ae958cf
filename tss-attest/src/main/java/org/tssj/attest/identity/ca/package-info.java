/**
 * Certificates that say of an attestation key what its registration proved: a small authority of
 * one's own, for TPM 2.0 and as the Privacy CA of TPM 1.2.
 *
 * <p>It keeps no files and no list of what it issued; who runs it does. Start at {@link
 * org.tssj.attest.identity.ca.AttestationCa}.
 */
@NullMarked
package org.tssj.attest.identity.ca;

import org.jspecify.annotations.NullMarked;
