/**
 * A TPM 2.0 through the whole stack: every way to authorise and to hide, on every command there is,
 * and what a wrong password is told.
 *
 * <p>The expected values come from the JDK's own cryptography or from the bytes on the wire, never
 * from the code under test. Start at {@link SessionScenarios}.
 */
@NullMarked
package org.tssj.simulator.session;

import org.jspecify.annotations.NullMarked;
