/**
 * Attestation identities between a host and a Privacy CA, both ends in software (Part 1, 11 and
 * Part 3, 15).
 *
 * <p>What a certificate says and how it is made is the CA's business; here it is octets. Start at
 * {@link org.tssj.tpm12.identity.IdentityRequest} on the host, at {@link
 * org.tssj.tpm12.identity.PrivacyCa} at the CA.
 */
@NullMarked
package org.tssj.tpm12.identity;

import org.jspecify.annotations.NullMarked;
