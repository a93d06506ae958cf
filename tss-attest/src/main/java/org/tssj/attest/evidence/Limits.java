package org.tssj.attest.evidence;

/**
 * How much there may be of each thing in an evidence file; what TPMs and kernels make stays below.
 */
final class Limits {

  /** Octets of a signed message: a TPM's largest response. */
  static final int MESSAGE = 8192;

  /** Octets of a signature: a TPM's largest response. */
  static final int SIGNATURE = 8192;

  /** Octets of a public key in its largest form. */
  static final int KEY = 8192;

  /** Octets of an event log, and of a measurement list. */
  static final int LOG = 48 << 20;

  /** Octets of a certificate. */
  static final int CERTIFICATE = 32 << 10;

  /** Certificates in a list. */
  static final int CERTIFICATES = 16;

  /** PCRs of a bank: a bitmap of 255 octets names no more. */
  static final int PCRS = 8 * 255;

  /** Members of the outermost map, those of later versions included. */
  static final int MEMBERS = 64;

  private Limits() {}
}
