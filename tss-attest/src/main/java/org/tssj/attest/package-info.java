/**
 * What TPMs say, judged: the words that a verifier ends with, whatever it looked at.
 *
 * <p>Nothing below this package opens a device or a socket; evidence comes in as octets and goes
 * out as a {@link org.tssj.attest.Verdict}. Start at {@link org.tssj.attest.quote.QuoteVerifier}.
 */
@NullMarked
package org.tssj.attest;

import org.jspecify.annotations.NullMarked;
