/**
 * Opening authorisation sessions (Part 3, 18).
 *
 * <p>What a session is good for stands in {@code org.tssj.tpm12.session}. Start at {@link
 * org.tssj.tpm12.command.session.Oiap}.
 */
@NullMarked
package org.tssj.tpm12.command.session;

import org.jspecify.annotations.NullMarked;
