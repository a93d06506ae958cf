/**
 * TPM 2.0: the way in.
 *
 * <p>Commands are values (rooms of {@code command}), what they carry are values too (rooms of
 * {@code structure}), and {@link org.tssj.tpm20.Tpm20} executes them. What needs both families, or
 * a verifier, lives above this module.
 */
@NullMarked
package org.tssj.tpm20;

import org.jspecify.annotations.NullMarked;
