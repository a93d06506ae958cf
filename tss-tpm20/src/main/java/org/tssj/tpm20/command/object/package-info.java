/**
 * Commands of objects (Part 3, 12).
 *
 * <p>One record per command. Start at {@link org.tssj.tpm20.command.object.Create}.
 */
@NullMarked
package org.tssj.tpm20.command.object;

import org.jspecify.annotations.NullMarked;
