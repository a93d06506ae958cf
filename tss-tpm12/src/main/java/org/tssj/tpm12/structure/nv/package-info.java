/**
 * Non-volatile storage: indices, permissions, definitions (Part 2, 19).
 *
 * <p>What stands in an area is not its concern. Start at {@link
 * org.tssj.tpm12.structure.nv.NvDataPublic}.
 */
@NullMarked
package org.tssj.tpm12.structure.nv;

import org.jspecify.annotations.NullMarked;
