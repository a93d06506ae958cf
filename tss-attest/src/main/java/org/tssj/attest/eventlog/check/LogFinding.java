package org.tssj.attest.eventlog.check;

import java.util.OptionalInt;
import org.tssj.attest.Severity;

/**
 * Something about a log that somebody should know.
 *
 * @param severity how much it matters
 * @param code for programs; never changes its meaning
 * @param event the number of the event it is about; empty if it is about the log
 * @param message for people
 */
public record LogFinding(Severity severity, Code code, OptionalInt event, String message) {

  /** The kinds of findings. */
  public enum Code {
    /** The log breaks off, or goes on with something that is no event. */
    LOG_BROKEN,
    /** The log is followed by filler. */
    FILLER,
    /** There is nothing in it. */
    LOG_EMPTY,
    /**
     * An event that is never extended has a digest: it may be another event with its type changed.
     */
    NO_ACTION_WITH_DIGEST,
    /** An event of a type nobody knows stands among the firmware's. */
    TYPE_UNKNOWN,
    /** An event of the firmware's own stands behind the separator, where anybody can measure. */
    AFTER_SEPARATOR,
    /** A second separator: one of them may be a measurement with its type changed. */
    SECOND_SEPARATOR,
    /** An event of PCR 7 has the digest of a separator and another type: its type was changed. */
    SEPARATOR_DISGUISED,
    /** A PCR of the firmware has events and no separator. */
    SEPARATOR_MISSING,
    /** The firmware says that it failed to measure something. */
    SEPARATOR_ERROR,
    /** A separator that separates nothing known. */
    SEPARATOR_UNUSUAL,
    /** A digest that should be of the data beside it and is not. */
    DIGEST_MISMATCH,
    /** Events without a digest of a bank that the log has. */
    DIGEST_MISSING,
    /** Data that is not what events of its type have. */
    DATA_MALFORMED,
    /** The log says twice, and not the same, from which locality the TPM was started. */
    START_CONTRADICTED,
    /** The log says from where the TPM was started only behind what was measured since. */
    START_LATE,
    /** A PCR was extended with zeros behind the log: somebody capped its bank. */
    BANK_CAPPED,
    /** A PCR holds something else than the log says. */
    PCR_UNEXPLAINED,
    /** A PCR was extended, and the log has no event of it. */
    PCR_ABSENT,
    /** PCRs 17 to 22 are at ones: nothing was launched, whatever the log says. */
    NOT_LAUNCHED,
    /** The firmware does not say that it has handed over to an operating system. */
    EXIT_BOOT_SERVICES_MISSING,
    /** There is more than is worth listing. */
    TOO_MANY
  }

  /** As in {@code ERROR DIGEST_MISMATCH event 12: ...}. */
  @Override
  public String toString() {
    return severity
        + " "
        + code
        + (event.isPresent() ? " event " + event.getAsInt() : "")
        + ": "
        + message;
  }
}
