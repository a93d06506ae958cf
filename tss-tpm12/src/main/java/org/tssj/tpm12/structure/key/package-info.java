/**
 * Keys: blobs, templates and public parts (Part 2, 5.8, 5.10, 9.4 and 10).
 *
 * <p>A private part stays as encrypted as it came; with a public one, anybody can encrypt. Start at
 * {@link org.tssj.tpm12.structure.key.TpmKey}.
 */
@NullMarked
package org.tssj.tpm12.structure.key;

import org.jspecify.annotations.NullMarked;
