package org.tssj.attest;

/**
 * Why evidence is rejected.
 *
 * @param code for programs; never changes its meaning
 * @param message for people: what was expected and what was found
 */
public record Reason(Code code, String message) {

  /** The kinds of reasons. */
  public enum Code {
    /** Octets are not what they should be: truncated, too long, contradicting themselves. */
    MALFORMED,
    /** Two parts of the evidence say different things about the same. */
    EVIDENCE_CONTRADICTS,

    /** The signature is not the key's over exactly these octets. */
    SIGNATURE_INVALID,
    /** The signature's algorithm cannot be checked here. */
    SIGNATURE_UNSUPPORTED,
    /** The signature is of a scheme or hash that the key does not make. */
    SIGNATURE_SCHEME_DIFFERS,

    /** The key cannot be used to check anything: not on its curve, a modulus without sense. */
    KEY_INVALID,
    /** The key is of the other TPM family. */
    KEY_OF_OTHER_FAMILY,
    /** The key is too short to trust. */
    KEY_WEAK,
    /** The evidence hands over another key than the one that is expected to have signed. */
    KEY_DIFFERS,
    /** The key would sign what no TPM made, or does not belong to one TPM alone. */
    KEY_NOT_FOR_ATTESTATION,

    /** The signed octets do not begin as those that only a TPM makes. */
    NOT_TPM_GENERATED,
    /** The TPM signed something else than a quote. */
    NOT_A_QUOTE,
    /** The TPM attested to another kind of thing than the expected one. */
    OTHER_ATTESTATION,
    /** The nonce is not the one that was sent: an old quote, or somebody else's. */
    NONCE_DIFFERS,

    /** The TPM attested to another object, key or NV index. */
    NAME_DIFFERS,
    /** The object was made under other circumstances than the creation data say. */
    CREATION_DIFFERS,
    /** The key is for something else, or may leave the TPM. */
    KEY_USE_DIFFERS,
    /** The NV index holds something else, or other octets of it were certified. */
    NV_CONTENTS_DIFFER,
    /** Other commands were audited, or other ones were executed. */
    AUDIT_DIFFERS,
    /** Other commands came between those of an audit session. */
    AUDIT_NOT_EXCLUSIVE,
    /** Another digest was stamped with a time. */
    STAMPED_DIGEST_DIFFERS,

    /** No PCR is quoted at all. */
    SELECTION_EMPTY,
    /** A PCR that had to be quoted is not. */
    PCR_NOT_QUOTED,
    /** A quoted PCR of which no value is known, so that the digest cannot be made. */
    PCR_VALUE_MISSING,
    /** A quoted bank whose hash is not known here. */
    PCR_BANK_UNKNOWN,
    /** The quoted digest is not that of the values that are said to be behind it. */
    PCR_DIGEST_DIFFERS,
    /** A quoted PCR has not the value that was expected. */
    PCR_VALUE_DIFFERS,
    /**
     * A quoted PCR has the expected value with zeros extended after it: the firmware capped a bank
     * that the operating system does not log, and nobody can say what else is in it.
     */
    PCR_BANK_CAPPED,

    /** A quoted PCR is what the event log says if it starts otherwise. */
    PCR_START_DIFFERS,
    /** A quoted PCR is what the event log says with one extend too many at its end. */
    PCR_EXTENDED_AFTER_LOG,
    /** A quoted PCR was extended with something that is missing in the event log. */
    PCR_EVENT_MISSING,
    /** A quoted PCR is what the event log says without one of its events. */
    PCR_EVENT_NOT_EXTENDED,
    /** A quoted PCR is what it was before the last events of the log. */
    PCR_BEFORE_END_OF_LOG,
    /** A quoted PCR of a dynamic launch says that there was none, and the event log has one. */
    PCR_NOT_LAUNCHED,
    /** A quoted PCR holds something else than the event log says, and nobody can say what. */
    PCR_UNEXPLAINED,

    /** There is no event log, and something depends on one. */
    LOG_MISSING,
    /** No quoted PCR proves anything of the event log. */
    LOG_NOT_PROVEN,
    /** The event log has something in it that is wrong. */
    LOG_FINDING,
    /** UEFI Secure Boot must be on, and is off. */
    SECURE_BOOT_OFF,
    /** UEFI Secure Boot must be on, and that it is cannot be told. */
    SECURE_BOOT_UNKNOWN,

    /** There is no measurement list of IMA, and something depends on one. */
    IMA_LIST_MISSING,
    /** No quoted PCR proves anything of the measurement list. */
    IMA_NOT_PROVEN,
    /** The quoted PCR has a value that it had at no time, by the measurement list. */
    IMA_LIST_DIFFERS,
    /** The machine has booted since its list was judged: what came since is not enough. */
    IMA_WHOLE_LIST_NEEDED,
    /** The measurement list has something in it that is wrong or not allowed. */
    IMA_FINDING
  }

  /** As in {@code NONCE_DIFFERS: expected 00.., found 01..}. */
  @Override
  public String toString() {
    return code + ": " + message;
  }
}
