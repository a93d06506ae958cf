package org.tssj.tpm12.structure.transport;

import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Codecs;
import org.tssj.core.wire.WireBits;

/**
 * TPM_TRANSPORT_ATTRIBUTES: what a transport session does with the commands in it.
 *
 * @param bits 32 bits as they stand on the wire
 * @see "TPM 1.2 Main, Part 2, 13.1 TPM_TRANSPORT_ATTRIBUTES"
 */
public record TransportAttributes(int bits) implements WireBits {

  /** No bit. */
  public static final TransportAttributes NONE = new TransportAttributes(0);

  /** TPM_TRANSPORT_ENCRYPT: their parameters are encrypted. */
  public static final TransportAttributes ENCRYPT = new TransportAttributes(0x1);

  /** TPM_TRANSPORT_LOG: they are logged, and the log can be signed. */
  public static final TransportAttributes LOG = new TransportAttributes(0x2);

  /**
   * TPM_TRANSPORT_EXCLUSIVE: nothing else may be executed in between: another command ends the
   * session.
   */
  public static final TransportAttributes EXCLUSIVE = new TransportAttributes(0x4);

  /** TPM_TRANSPORT_ATTRIBUTES: four octets. */
  public static final Codec<TransportAttributes> CODEC =
      Codecs.bits32("TPM_TRANSPORT_ATTRIBUTES", TransportAttributes::new);

  /** Whether all bits of {@code others} are set here. */
  public boolean has(TransportAttributes others) {
    return (bits & others.bits) == others.bits;
  }

  /** These and {@code others}. */
  public TransportAttributes with(TransportAttributes others) {
    return new TransportAttributes(bits | others.bits);
  }

  /** These without {@code others}. */
  public TransportAttributes without(TransportAttributes others) {
    return new TransportAttributes(bits & ~others.bits);
  }

  /** The names of the bits that are set, joined by {@code |}. */
  @Override
  public String toString() {
    return WireBits.describe(
        bits, "TPM_TRANSPORT_ENCRYPT", "TPM_TRANSPORT_LOG", "TPM_TRANSPORT_EXCLUSIVE");
  }
}
