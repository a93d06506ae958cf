/**
 * Sessions and authorisations: how a caller proves what it may do, and how answers prove themselves
 * (Part 1, 13 to 19).
 *
 * <p>What a caller holds and hands over stands here; the arithmetic of nonces and HMACs is the
 * engine's. Start at {@link org.tssj.tpm12.session.Authorization}.
 */
@NullMarked
package org.tssj.tpm12.session;

import org.jspecify.annotations.NullMarked;
