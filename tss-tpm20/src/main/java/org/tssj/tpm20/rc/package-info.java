/**
 * What a TPM 2.0 says when it refuses: the 32 bits of a response code, their names, plain words and
 * what to do next.
 *
 * <p>This room explains codes; it decides nothing about retries or sessions and knows no command.
 * Start at {@link org.tssj.tpm20.rc.ResponseCode}.
 */
@NullMarked
package org.tssj.tpm20.rc;

import org.jspecify.annotations.NullMarked;
