/**
 * ASN.1 as certificates have it: checked for its shape before Bouncy Castle reads it, and signed
 * octets that stay as they came.
 *
 * <p>Whatever a parser makes of bad octets ends in a {@link org.tssj.core.wire.WireException}; no
 * type of Bouncy Castle leaves this module through here. Start at {@link
 * org.tssj.attest.asn1.Asn1}.
 */
@NullMarked
package org.tssj.attest.asn1;

import org.jspecify.annotations.NullMarked;
