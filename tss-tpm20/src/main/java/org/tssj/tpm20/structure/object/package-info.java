/**
 * Objects: the public and sensitive areas of keys and sealed data, and the tickets a TPM gives
 * itself (Part 2, 10.7 and 12).
 *
 * <p>This room knows what an object is made of and how its Name is computed. It creates and loads
 * nothing, and it never sees inside a TPM2B_PRIVATE, which only its parent can open. Start at
 * {@link org.tssj.tpm20.structure.object.Public}.
 */
@NullMarked
package org.tssj.tpm20.structure.object;

import org.jspecify.annotations.NullMarked;
