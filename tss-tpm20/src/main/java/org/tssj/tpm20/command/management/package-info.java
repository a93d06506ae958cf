/**
 * Commands of the platform's management (Part 3, 26).
 *
 * <p>One record per command. Start at {@link org.tssj.tpm20.command.management.PpCommands}.
 */
@NullMarked
package org.tssj.tpm20.command.management;

import org.jspecify.annotations.NullMarked;
