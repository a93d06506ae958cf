/**
 * Keys by UUID for the tools of before: in tcsd where there is one, in a file of the user's where
 * there is none.
 *
 * <p>What a key can do is in {@code org.tssj.tpm12.key}, how trousers writes its file in {@code
 * org.tssj.tpm12.trousers}; in here is only where keys are kept and found. Start at {@link
 * org.tssj.cli.tool.key.KeyRegistry}.
 */
@NullMarked
package org.tssj.cli.tool.key;

import org.jspecify.annotations.NullMarked;
