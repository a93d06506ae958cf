/**
 * Verdicts to look at: an appraisal as text, as plain facts for JSON, and as one page of HTML.
 *
 * <p>Shows and explains what others have found, and judges nothing itself; whatever comes from the
 * evidence is shown in a way that it cannot act. Start at {@link
 * org.tssj.attest.report.HtmlReport}.
 */
@NullMarked
package org.tssj.attest.report;

import org.jspecify.annotations.NullMarked;
