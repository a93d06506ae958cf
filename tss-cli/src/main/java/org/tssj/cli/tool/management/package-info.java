/**
 * The tools that manage a TPM 1.2: what it is, its owner, its endorsement key, switching it on and
 * off, physical presence.
 *
 * <p>One class per tool, with the options of its manual page. What they share is in {@code
 * org.tssj.cli.tool}, and what a TPM does is in {@code org.tssj.tpm12}; nothing is in here but the
 * words and the order of things. Start at {@link org.tssj.cli.tool.management.VersionTool}.
 */
@NullMarked
package org.tssj.cli.tool.management;

import org.jspecify.annotations.NullMarked;
