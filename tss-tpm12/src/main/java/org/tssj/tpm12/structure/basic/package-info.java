/**
 * What every other structure begins with: versions and tags (Part 2, 3 and 5.1 to 5.3).
 *
 * <p>Only marks; what follows them has its own room. Start at {@link
 * org.tssj.tpm12.structure.basic.StructVer}.
 */
@NullMarked
package org.tssj.tpm12.structure.basic;

import org.jspecify.annotations.NullMarked;
