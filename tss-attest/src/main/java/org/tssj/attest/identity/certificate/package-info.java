/**
 * Certificates as TPMs and their makers hand them out: read leniently, said in the words of the
 * TCG.
 *
 * <p>Nothing here decides whether a certificate is to be trusted; {@code chain} does. Start at
 * {@link org.tssj.attest.identity.certificate.EndorsementCertificate}.
 */
@NullMarked
package org.tssj.attest.identity.certificate;

import org.jspecify.annotations.NullMarked;
