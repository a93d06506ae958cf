/**
 * Commands of the hierarchies (Part 3, 24).
 *
 * <p>One record per command. Start at {@link org.tssj.tpm20.command.hierarchy.CreatePrimary}.
 */
@NullMarked
package org.tssj.tpm20.command.hierarchy;

import org.jspecify.annotations.NullMarked;
