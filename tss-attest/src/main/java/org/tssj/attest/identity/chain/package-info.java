/**
 * From a certificate to a root that somebody trusts: signatures, validity, constraints, revocation.
 *
 * <p>Everything needed is given by the caller; nothing is fetched, and no trust store of the
 * machine counts. Start at {@link org.tssj.attest.identity.chain.ChainVerifier}.
 */
@NullMarked
package org.tssj.attest.identity.chain;

import org.jspecify.annotations.NullMarked;
