/**
 * What PCRs would hold if something of a recorded boot were different: another kernel, another
 * command line, another initrd.
 *
 * <p>This room changes digests of a log and replays it; it trusts the log to be the boot that will
 * be repeated. Start at {@link org.tssj.attest.eventlog.whatif.LogForecast}.
 */
@NullMarked
package org.tssj.attest.eventlog.whatif;

import org.jspecify.annotations.NullMarked;
