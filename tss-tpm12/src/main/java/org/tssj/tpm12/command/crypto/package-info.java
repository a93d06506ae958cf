/**
 * Random octets, hashes and signatures (Part 3, 13).
 *
 * <p>One record per command. Start at {@link org.tssj.tpm12.command.crypto.GetRandom}.
 */
@NullMarked
package org.tssj.tpm12.command.crypto;

import org.jspecify.annotations.NullMarked;
