/**
 * The authorisation area's structures and attributes (Part 2, 8.4, 8.5, 10.13).
 *
 * <p>The engine writes them; here they are for whoever reads a trace. Start at {@link
 * org.tssj.tpm20.structure.auth.SessionAttributes}.
 */
@NullMarked
package org.tssj.tpm20.structure.auth;

import org.jspecify.annotations.NullMarked;
