/**
 * {@code swtpm:} a software TPM in another process, by the sockets of {@code swtpm socket}; its
 * control channel; and a process of one's own for tests.
 *
 * <p>This room knows swtpm's two protocols and its command line; what a command means is no concern
 * of it. Start at {@link SwtpmProcess} for a TPM of your own, at {@link SwtpmControl} for what only
 * swtpm can do.
 */
@NullMarked
package org.tssj.transport.swtpm;

import org.jspecify.annotations.NullMarked;
