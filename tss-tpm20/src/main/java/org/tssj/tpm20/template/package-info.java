/**
 * Templates: the public areas from which well-known keys are made, by name.
 *
 * <p>This room writes down what documents of the TCG and the ecosystem's tools agree on, so that a
 * key made here is the one others make. It creates nothing: a template goes into TPM2_CreatePrimary
 * or TPM2_Create. Start at {@link org.tssj.tpm20.template.Templates}.
 */
@NullMarked
package org.tssj.tpm20.template;

import org.jspecify.annotations.NullMarked;
