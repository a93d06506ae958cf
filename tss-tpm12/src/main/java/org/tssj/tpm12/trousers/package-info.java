/**
 * The files of trousers and of the tools over it, byte for byte: key stores, sealed data, blobs,
 * UUIDs.
 *
 * <p>Turns octets into values and back and opens no file itself; what is wrong with a file it says
 * in a {@link org.tssj.core.wire.WireException}. Start at {@link
 * org.tssj.tpm12.trousers.KeyStoreFile}.
 */
@NullMarked
package org.tssj.tpm12.trousers;

import org.jspecify.annotations.NullMarked;
