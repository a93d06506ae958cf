package org.tssj.transport.tcsd;

/**
 * One parameter of a TPM's command or answer, and how it stands in an RPC. What both sides have in
 * the same form is copied; what differs is whether a length is said.
 */
sealed interface Piece {

  /** Its name in the specification of the TPM. */
  String name();

  /** So many octets, the same on both sides. */
  record Fixed(String name, ParameterType type, int width, boolean isHandle) implements Piece {}

  /**
   * Octets behind their length on both sides.
   *
   * @param leftOutIfEmpty whether a request has no octets at all, instead of none, where the length
   *     is zero
   * @param unit octets for which one is counted in the RPC: 4 where that counts numbers
   */
  record Counted(String name, boolean leftOutIfEmpty, int unit) implements Piece {}

  /**
   * A structure that says by itself how long it is, behind its length in the RPC only.
   *
   * @param extent how to find its end in a command, unless all behind it is of fixed length
   */
  record Structure(String name, Extent extent) implements Piece {}

  /** A structure of fixed length that has no length in the RPC either. */
  record Bare(String name, int length) implements Piece {}

  /** An authorisation, which the TPM has behind all parameters. */
  record Auth(String name, Presence presence) implements Piece {}

  /** A number that only the RPC has. */
  record Constant(String name, long value) implements Piece {}

  /** Something in an RPC's answer that the TPM did not answer. */
  record Extra(String name, ParameterType type) implements Piece {}

  /** A number of the command that the RPC is not told, since the choice of the RPC says it. */
  record Unsaid(String name) implements Piece {}

  /** Whether an authorisation must be there. */
  enum Presence {
    /** Always: a command without it is none. */
    REQUIRED,
    /** Left out if the command has it not. */
    OPTIONAL,
    /** All zero if the command has it not. */
    ZEROED
  }

  /** How long a structure of TPM 1.2 is. */
  enum Extent {
    /** To where that what follows, of fixed length, begins. */
    REST,
    /** TPM_PUBKEY. */
    PUBLIC_KEY,
    /** TPM_KEY, TPM_KEY12. */
    KEY,
    /** TPM_MIGRATIONKEYAUTH. */
    MIGRATION_KEY_AUTH,
    /** TPM_TRANSPORT_PUBLIC. */
    TRANSPORT_PUBLIC
  }
}
