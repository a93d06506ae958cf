package org.tssj.attest.ima.policy;

import java.util.OptionalInt;
import org.tssj.attest.Severity;

/**
 * Something about a measurement list that somebody should know.
 *
 * @param severity how much it matters
 * @param code for programs; never changes its meaning
 * @param entry the number of the entry it is about; empty if it is about the list
 * @param message for people
 */
public record ImaFinding(Severity severity, Code code, OptionalInt entry, String message) {

  /** The kinds of findings. */
  public enum Code {
    /** The list breaks off, or goes on with something that is no entry. */
    LIST_BROKEN,
    /** Entries behind those that the PCR proves: they are not judged. */
    NOT_ATTESTED,
    /** The file was open for writing while it was read, or the other way round. */
    VIOLATION,
    /** The template hash is not that of the entry's fields. */
    TEMPLATE_HASH_WRONG,
    /** The entry's template is not known: nothing in it could be judged. */
    TEMPLATE_UNKNOWN,
    /** The file is not in the allow list, and nobody whose key is known has signed it. */
    FILE_NOT_ALLOWED,
    /** The file is in the allow list, with other digests. */
    DIGEST_NOT_ALLOWED,
    /** The signature is not of this file. */
    SIGNATURE_INVALID,
    /** The signature is by a key that is not known. */
    KEY_UNKNOWN,
    /** A certificate was loaded into a keyring that may not be there. */
    KEY_NOT_ALLOWED,
    /** Something else was measured that may not be so. */
    BUFFER_NOT_ALLOWED,
    /** The digest is not of the buffer beside it. */
    BUFFER_DIFFERS,
    /** The list is of another boot than the firmware's log. */
    BOOT_AGGREGATE_DIFFERS,
    /** The list does not begin with a boot_aggregate, or with one that nobody can check. */
    BOOT_AGGREGATE_NOT_CHECKABLE,
    /** There is more than is worth listing. */
    TOO_MANY
  }

  /** As in {@code ERROR DIGEST_NOT_ALLOWED entry 12: ...}. */
  @Override
  public String toString() {
    return severity
        + " "
        + code
        + (entry.isPresent() ? " entry " + entry.getAsInt() : "")
        + ": "
        + message;
  }
}
