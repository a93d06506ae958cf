/**
 * {@code mssim:} the simulators of Microsoft, IBM and the TCG, which speak one protocol over two
 * TCP ports: commands on one, power and other signals of the platform on the other.
 *
 * <p>This room knows that protocol and the one command that starts a TPM 2.0; what any other
 * command means is no concern of it. Start at {@link MssimPlatform} for what only a simulator can
 * do; the rest is found by {@code Transports.open}.
 */
@NullMarked
package org.tssj.transport.mssim;

import org.jspecify.annotations.NullMarked;
