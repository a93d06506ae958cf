/**
 * Platform certificates: a maker's word on what a machine is made of, bound to its TPM.
 *
 * <p>They are attribute certificates; whether one is to be trusted a verifier decides, from its
 * signer's chain and the endorsement certificate that it names. Start at {@link
 * org.tssj.attest.identity.platform.PlatformCertificate}.
 */
@NullMarked
package org.tssj.attest.identity.platform;

import org.jspecify.annotations.NullMarked;
