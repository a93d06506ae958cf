/**
 * The tools for data and what is measured: {@code tpm_sealdata}, {@code tpm_unsealdata}, and {@code
 * tpm_extendpcr} of meta-measured.
 *
 * <p>One class per tool, with the options of its manual page. How a sealed file is made and read is
 * in {@code org.tssj.tpm12.trousers}; nothing is in here but the words and the order of things.
 * Start at {@link org.tssj.cli.tool.data.SealDataTool}.
 */
@NullMarked
package org.tssj.cli.tool.data;

import org.jspecify.annotations.NullMarked;
