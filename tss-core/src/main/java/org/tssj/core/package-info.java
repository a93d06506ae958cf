/**
 * What both TPM families share: octets, secrets, hash banks, PCR values, and the few kinds of
 * failure.
 *
 * <p>Nothing in here knows a wire format or a transport. Start at {@link Bytes}.
 */
@NullMarked
package org.tssj.core;

import org.jspecify.annotations.NullMarked;
