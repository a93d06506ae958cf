/**
 * Keys and data below the storage root key (Part 3, 10).
 *
 * <p>One record per command. Start at {@link org.tssj.tpm12.command.storage.CreateWrapKey}.
 */
@NullMarked
package org.tssj.tpm12.command.storage;

import org.jspecify.annotations.NullMarked;
