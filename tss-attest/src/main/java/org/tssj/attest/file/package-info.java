/**
 * Files of other tools, told apart by what is in them: keys, signatures, PCR values, hash files.
 *
 * <p>This room turns octets into the types that the rest of the module works with, or says in a
 * {@link org.tssj.core.wire.WireException} what is wrong with them; it opens no file itself and
 * trusts nothing it has read. Start at {@link org.tssj.attest.file.AttestationPublicKeyFile}.
 */
@NullMarked
package org.tssj.attest.file;

import org.jspecify.annotations.NullMarked;
