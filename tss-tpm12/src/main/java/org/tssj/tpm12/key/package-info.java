/**
 * Keys in use: templates, chains from the storage root key down, and what keys do: seal, bind, sign.
 *
 * <p>Decides which key is in the TPM when there are more keys than room; keeps no key beyond the
 * program. Start at {@link org.tssj.tpm12.key.OpenKey}.
 */
@NullMarked
package org.tssj.tpm12.key;

import org.jspecify.annotations.NullMarked;
