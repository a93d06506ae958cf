/**
 * Keys: blobs, templates and public parts (Part 2, 5.8, 5.10, 9.4 and 10).
 *
 * <p>Wraps and unwraps nothing; a private part stays as encrypted as it came. Start at {@link
 * org.tssj.tpm12.structure.key.TpmKey}.
 */
@NullMarked
package org.tssj.tpm12.structure.key;

import org.jspecify.annotations.NullMarked;
