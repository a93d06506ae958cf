/**
 * {@code trace:} writes down what goes to a TPM and comes back, {@code replay:} answers from such a
 * file without a TPM, and {@link org.tssj.transport.trace.FaultInjector} spoils answers on purpose.
 *
 * <p>This room knows where a frame carries secrets, so that it can leave them out; what a command
 * does is no concern of it. Start at {@link org.tssj.transport.trace.TraceEntry}, one line of a
 * trace.
 */
@NullMarked
package org.tssj.transport.trace;

import org.jspecify.annotations.NullMarked;
