/**
 * {@code cmd:} a child process that takes TPM commands on its standard input and gives TPM
 * responses on its standard output, as {@code tpm pipe} does, here or behind {@code ssh}.
 *
 * <p>This room knows processes and how a command line is split; no shell takes part, and no
 * protocol but the octets of TPM commands. Start at {@link CmdProvider}.
 */
@NullMarked
package org.tssj.transport.cmd;

import org.jspecify.annotations.NullMarked;
