/**
 * NV indices: their public areas, attributes and types (Part 2, 13).
 *
 * <p>This room says what an index is and computes its Name; reading and writing are commands. Start
 * at {@link org.tssj.tpm20.structure.nv.NvPublic}.
 */
@NullMarked
package org.tssj.tpm20.structure.nv;

import org.jspecify.annotations.NullMarked;
