/**
 * Commands of ciphers, hashes and message authentication (Part 3, 15).
 *
 * <p>One record per command. Start at {@link org.tssj.tpm20.command.symmetric.Hash}.
 */
@NullMarked
package org.tssj.tpm20.command.symmetric;

import org.jspecify.annotations.NullMarked;
