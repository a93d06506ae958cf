/**
 * What every plug does alike: check that a frame is one, keep time, and keep a stream in step.
 *
 * <p>This room knows the ten octets of a TPM header and nothing behind them; no plug's protocol is
 * in here. Start at {@link Link}.
 */
@NullMarked
package org.tssj.transport.link;

import org.jspecify.annotations.NullMarked;
