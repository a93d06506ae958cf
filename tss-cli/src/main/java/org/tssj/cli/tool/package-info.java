/**
 * The program under the names of the tools it replaces: {@code tpm_version}, {@code
 * tpm_takeownership} and their kin behave as administrators' scripts expect.
 *
 * <p>In here is what all of them share: finding a tool by its name, options as getopt_long reads
 * them, passwords, trousers' numbers and words for failures. No command line library is used and no
 * tool but the asked one is loaded; {@code tpm VERB} knows nothing of this room. Start at {@link
 * org.tssj.cli.tool.Tools}, or at {@link org.tssj.cli.tool.TpmTool} to write one.
 */
@NullMarked
package org.tssj.cli.tool;

import org.jspecify.annotations.NullMarked;
