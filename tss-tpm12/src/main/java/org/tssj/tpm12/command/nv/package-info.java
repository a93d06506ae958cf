/**
 * Non-volatile storage (Part 3, 20).
 *
 * <p>TPMs whose flag nvLocked is not set ignore every authorisation here. Start at {@link
 * org.tssj.tpm12.command.nv.NvDefineSpace}.
 */
@NullMarked
package org.tssj.tpm12.command.nv;

import org.jspecify.annotations.NullMarked;
