/**
 * Hashes and signatures, from whichever security provider has them.
 *
 * <p>The JDK's own providers come first; Bouncy Castle is asked for what they lack, without being
 * registered for everybody else. Nothing here knows a TPM structure.
 */
@NullMarked
package org.tssj.attest.crypto;

import org.jspecify.annotations.NullMarked;
