/**
 * Commands of asymmetric keys other than signing (Part 3, 14).
 *
 * <p>One record per command. Start at {@link org.tssj.tpm20.command.asymmetric.RsaEncrypt}.
 */
@NullMarked
package org.tssj.tpm20.command.asymmetric;

import org.jspecify.annotations.NullMarked;
