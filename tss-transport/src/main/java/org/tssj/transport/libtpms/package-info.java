/**
 * {@code libtpms:} a software TPM of either family inside this JVM, by a call into the library that
 * is the engine of swtpm.
 *
 * <p>This room knows the library, its callbacks and swtpm's state files; it sends a TPM nothing but
 * the start-up command that powering on calls for. Start at {@link LibtpmsTransport}.
 */
@NullMarked
package org.tssj.transport.libtpms;

import org.jspecify.annotations.NullMarked;
