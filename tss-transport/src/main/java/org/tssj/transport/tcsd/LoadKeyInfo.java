package org.tssj.transport.tcsd;

import static org.tssj.core.wire.Fields.bool;
import static org.tssj.core.wire.Fields.bytes;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Fields.u32;
import static org.tssj.core.wire.Struct.struct;

import java.util.UUID;
import org.tssj.core.Bytes;
import org.tssj.core.wire.Codec;

/**
 * TCS_LOADKEY_INFO, 117 octets: which key's loading has to be authorised, and the authorisation.
 *
 * @param keyUuid the key
 * @param parentUuid the key whose secret is needed
 * @param paramDigest what the HMAC has to cover: SHA-1 of TPM_ORD_LoadKey2 and the wrapped key
 * @param authHandle the session, unsigned
 * @param nonceOdd the caller's nonce, 20 octets
 * @param nonceEven the TPM's next nonce, 20 octets
 * @param continueAuthSession whether the session stays open
 * @param hmac 20 octets
 */
public record LoadKeyInfo(
    UUID keyUuid,
    UUID parentUuid,
    Bytes paramDigest,
    long authHandle,
    Bytes nonceOdd,
    Bytes nonceEven,
    boolean continueAuthSession,
    Bytes hmac)
    implements Parameter {

  /** The question what is needed, as trousers' own library puts it. */
  public static final LoadKeyInfo QUESTION =
      new LoadKeyInfo(
          new UUID(0, 0),
          new UUID(0, 0),
          Bytes.zeros(20),
          0,
          Bytes.zeros(20),
          Bytes.zeros(20),
          false,
          Bytes.zeros(20));

  static final Codec<LoadKeyInfo> CODEC =
      struct(
          "TCS_LOADKEY_INFO",
          LoadKeyInfo::new,
          field("keyUUID", Uuids.CODEC, LoadKeyInfo::keyUuid),
          field("parentKeyUUID", Uuids.CODEC, LoadKeyInfo::parentUuid),
          bytes("paramDigest", 20, LoadKeyInfo::paramDigest),
          u32("authHandle", LoadKeyInfo::authHandle),
          bytes("nonceOdd", 20, LoadKeyInfo::nonceOdd),
          bytes("nonceEven", 20, LoadKeyInfo::nonceEven),
          bool("continueAuthSession", LoadKeyInfo::continueAuthSession),
          bytes("hmac", 20, LoadKeyInfo::hmac));

  @Override
  public ParameterType type() {
    return ParameterType.LOADKEY_INFO;
  }
}
