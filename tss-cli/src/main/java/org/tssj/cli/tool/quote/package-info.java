/**
 * tpm-quote-tools: keys by UUID, quotes, and their verification: {@code tpm_mkuuid}, {@code
 * tpm_mkaik}, {@code tpm_loadkey}, {@code tpm_unloadkey}, {@code tpm_getpcrhash}, {@code
 * tpm_updatepcrhash}, {@code tpm_getquote}, {@code tpm_verifyquote}.
 *
 * <p>One class per tool, with the options of its manual page. What a TPM does is in {@code
 * org.tssj.tpm12}, where keys are kept in {@code org.tssj.cli.tool.key}; nothing is in here but the
 * words and the order of things. Start at {@link org.tssj.cli.tool.quote.GetQuoteTool}.
 */
@NullMarked
package org.tssj.cli.tool.quote;

import org.jspecify.annotations.NullMarked;
