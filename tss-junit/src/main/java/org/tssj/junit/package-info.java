/**
 * A fresh software TPM for each JUnit test, and a test that fails if it left something in it.
 *
 * <p>This room knows how software TPMs are started and put away, never a TPM that somebody depends
 * on. What a test does with its TPM is no concern of it. Start at {@link SoftwareTpm}.
 */
@NullMarked
package org.tssj.junit;

import org.jspecify.annotations.NullMarked;
