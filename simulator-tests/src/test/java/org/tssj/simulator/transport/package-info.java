/**
 * Every plug against the real thing, by one contract.
 *
 * <p>Commands and answers are octets typed after the specification; no typed command of the library
 * takes part. Start at {@link org.tssj.simulator.transport.TransportContract}.
 */
@NullMarked
package org.tssj.simulator.transport;

import org.jspecify.annotations.NullMarked;
