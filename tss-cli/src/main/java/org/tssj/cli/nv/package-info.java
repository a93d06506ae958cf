/**
 * NV storage as the verbs {@code tpm nv} see it, the same for both families.
 *
 * <p>Knows who may do what with an area and in whose name it is done; asks nobody for secrets and
 * prints nothing. Start at {@link org.tssj.cli.nv.NvMemory}.
 */
@NullMarked
package org.tssj.cli.nv;

import org.jspecify.annotations.NullMarked;
