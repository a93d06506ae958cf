package org.tssj.tpm12.structure.auth;

import java.util.Collection;
import java.util.Optional;
import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Codecs;
import org.tssj.core.wire.NumberNames;
import org.tssj.core.wire.WireNumber;

/**
 * TPM_PROTOCOL_ID: an authorisation protocol.
 *
 * @param value 0 to 0xffff
 * @see "TPM 1.2 Main, Part 2, 4.7 TPM_PROTOCOL_ID"
 */
public record ProtocolId(int value) implements WireNumber {

  private static final NumberNames<ProtocolId> NAMES =
      new NumberNames<>("TPM_PID_", 4, ProtocolId::new);

  /** TPM_PID_NONE: none. */
  public static final ProtocolId NONE = NAMES.name("NONE", 0x0000);

  /**
   * TPM_PID_OIAP: the object-independent protocol: one session for any entity whose secret is
   * known.
   */
  public static final ProtocolId OIAP = NAMES.name("OIAP", 0x0001);

  /**
   * TPM_PID_OSAP: the object-specific protocol: a session for one entity, which can carry new
   * secrets.
   */
  public static final ProtocolId OSAP = NAMES.name("OSAP", 0x0002);

  /** TPM_PID_ADIP: insertion of a new secret, encrypted under an OSAP session. */
  public static final ProtocolId ADIP = NAMES.name("ADIP", 0x0003);

  /** TPM_PID_ADCP: change of a secret. */
  public static final ProtocolId ADCP = NAMES.name("ADCP", 0x0004);

  /** TPM_PID_OWNER: taking ownership. */
  public static final ProtocolId OWNER = NAMES.name("OWNER", 0x0005);

  /** TPM_PID_DSAP: the delegate-specific protocol. */
  public static final ProtocolId DSAP = NAMES.name("DSAP", 0x0006);

  /** TPM_PID_TRANSPORT: a transport session. */
  public static final ProtocolId TRANSPORT = NAMES.name("TRANSPORT", 0x0007);

  /** TPM_PROTOCOL_ID: two octets. */
  public static final Codec<ProtocolId> CODEC = Codecs.number16("TPM_PROTOCOL_ID", ProtocolId::new);

  /** The constant with this name, with or without {@code TPM_PID_}, in either case. */
  public static Optional<ProtocolId> named(String name) {
    return NAMES.named(name);
  }

  /** All protocols with a name, in the order of their numbers. */
  public static Collection<ProtocolId> all() {
    return NAMES.all();
  }

  /** The specification's name, or the number in hexadecimal. */
  @Override
  public String toString() {
    return NAMES.of(value);
  }
}
