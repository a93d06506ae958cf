/**
 * The tools for areas of non-volatile storage: {@code tpm_nvdefine}, {@code tpm_nvrelease}, {@code
 * tpm_nvread}, {@code tpm_nvwrite}, {@code tpm_nvinfo}.
 *
 * <p>One class per tool, with the options of its manual page. What a TPM does is in {@code
 * org.tssj.tpm12}; nothing is in here but the words, the order of things, and whose secret trousers
 * takes for which area. Start at {@link org.tssj.cli.tool.nv.NvTool}.
 */
@NullMarked
package org.tssj.cli.tool.nv;

import org.jspecify.annotations.NullMarked;
