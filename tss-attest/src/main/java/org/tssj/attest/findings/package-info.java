/**
 * Where the checks of one piece of evidence put what they find, until a verdict is made of it.
 *
 * <p>Not exported: outside of this module there are verdicts, and nothing that is on the way to
 * one. Start at {@link org.tssj.attest.findings.Findings}.
 */
@NullMarked
package org.tssj.attest.findings;

import org.jspecify.annotations.NullMarked;
