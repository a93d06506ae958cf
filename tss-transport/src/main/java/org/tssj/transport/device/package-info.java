/**
 * {@code device:} a TPM behind the Linux kernel's driver, {@code /dev/tpmrm0} or {@code /dev/tpm0}.
 *
 * <p>This room knows four system calls and how the driver answers them; what a command means is no
 * concern of it, only how long one may take. Start at {@link
 * org.tssj.transport.device.DeviceTransport}.
 */
@NullMarked
package org.tssj.transport.device;

import org.jspecify.annotations.NullMarked;
