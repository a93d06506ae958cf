/**
 * Octets of formats that are not the TPM's: logs are little-endian, measurement lists whatever the
 * machine was.
 *
 * <p>Every read is bounds-checked and refuses in a {@link org.tssj.core.wire.WireException}; none
 * allocates more than there is. Start at {@link org.tssj.attest.octets.OctetReader}.
 */
@NullMarked
package org.tssj.attest.octets;

import org.jspecify.annotations.NullMarked;
