/**
 * Bytes in, values out: the TPM's big-endian wire form, shared by TPM 1.2 and 2.0.
 *
 * <p>This room knows sizes, order and ranges. It does not know a single command, opens no file and
 * no socket, and never asks whether a value is <em>trusted</em>. Start at {@link
 * org.tssj.core.wire.Codec}, then {@link org.tssj.core.wire.Struct}.
 */
@NullMarked
package org.tssj.core.wire;

import org.jspecify.annotations.NullMarked;
