/**
 * {@code tcsd:} trousers' daemon, which owns a TPM 1.2 and has no way to pass a command through: each
 * command is put into the RPC that tcsd has for it.
 *
 * <p>This room knows tcsd's packets and how the parameters of each command stand in them; what a
 * command does is no concern of it. Start at {@link TcsdClient} for what only tcsd has (its key
 * store, its event log), and at {@link CommandRoutes} for which command goes which way.
 */
@NullMarked
package org.tssj.transport.tcsd;

import org.jspecify.annotations.NullMarked;
