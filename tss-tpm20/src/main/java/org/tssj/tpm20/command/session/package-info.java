/**
 * Commands that start sessions (Part 3, 11).
 *
 * <p>One record per command. Start at {@link org.tssj.tpm20.command.session.StartAuthSession}.
 */
@NullMarked
package org.tssj.tpm20.command.session;

import org.jspecify.annotations.NullMarked;
