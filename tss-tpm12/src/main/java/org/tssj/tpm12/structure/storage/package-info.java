/**
 * Sealed and bound data (Part 2, 4.2 and 9).
 *
 * <p>Layout only; what is encrypted stays so. Start at {@link
 * org.tssj.tpm12.structure.storage.StoredData}.
 */
@NullMarked
package org.tssj.tpm12.structure.storage;

import org.jspecify.annotations.NullMarked;
