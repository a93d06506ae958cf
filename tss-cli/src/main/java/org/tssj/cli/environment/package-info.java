/**
 * The machine the program runs on, as far as it looks at it: variables, files, streams, a terminal;
 * and which TPM it means.
 *
 * <p>Opens no TPM. A test hands in a machine of its own. Start at {@link
 * org.tssj.cli.environment.Environment}.
 */
@NullMarked
package org.tssj.cli.environment;

import org.jspecify.annotations.NullMarked;
