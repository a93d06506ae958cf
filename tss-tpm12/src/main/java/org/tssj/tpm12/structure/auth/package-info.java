/**
 * Authorisation data: secrets, protocols, and when a key wants its secret (Part 2, 4.7, 5.6, 5.9
 * and 5.11).
 *
 * <p>No session lives here; those are in {@code org.tssj.tpm12.session}. Start at {@link
 * org.tssj.tpm12.structure.auth.Secret}.
 */
@NullMarked
package org.tssj.tpm12.structure.auth;

import org.jspecify.annotations.NullMarked;
