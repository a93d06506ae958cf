/**
 * Sessions and authorisations: how a caller proves what it may do, and how answers prove themselves
 * (Part 1, 17 to 21).
 *
 * <p>What a caller holds and hands over stands here; the arithmetic of nonces and HMACs is the
 * engine's. Start at {@link org.tssj.tpm20.session.Authorization}.
 */
@NullMarked
package org.tssj.tpm20.session;

import org.jspecify.annotations.NullMarked;
