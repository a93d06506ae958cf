/**
 * The authorization area: sessions and passwords that accompany a command, their attributes, and
 * localities (Part 2, 8.4, 8.5, 10.13).
 *
 * <p>These are the octets and what they mean; keys, HMACs and nonces are the engine's business.
 * Start at {@link org.tssj.tpm20.structure.auth.SessionAttributes}.
 */
@NullMarked
package org.tssj.tpm20.structure.auth;

import org.jspecify.annotations.NullMarked;
