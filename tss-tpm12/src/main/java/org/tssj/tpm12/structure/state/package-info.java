/**
 * What a TPM knows about itself: flags, start-up, physical presence (Part 2, 4.5, 4.9 and 7).
 *
 * <p>Reads and writes such states and changes none. Start at {@link
 * org.tssj.tpm12.structure.state.PermanentFlag}.
 */
@NullMarked
package org.tssj.tpm12.structure.state;

import org.jspecify.annotations.NullMarked;
