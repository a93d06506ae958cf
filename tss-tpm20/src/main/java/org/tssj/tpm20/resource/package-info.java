/**
 * What a TPM keeps for its users, as one reaches for it: NV indices, persistent objects, the
 * passwords of hierarchies, protection against guessing, the clock, and what the TPM can do.
 *
 * <p>Everything here is done by commands that a caller could send alone; this room knows their
 * order, asks for limits, and follows Names that change. It keeps no state of the TPM but the
 * public area of an NV index. Start at {@link org.tssj.tpm20.resource.Capabilities}, {@link
 * org.tssj.tpm20.resource.NvIndex} or {@link org.tssj.tpm20.resource.Provisioning}.
 */
@NullMarked
package org.tssj.tpm20.resource;

import org.jspecify.annotations.NullMarked;
