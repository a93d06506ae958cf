package org.tssj.tpm12.structure.handle;

import java.util.Optional;
import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Codecs;
import org.tssj.core.wire.NumberNames;
import org.tssj.core.wire.WireNumber;

/**
 * TPM_ENTITY_TYPE: whose secret is meant, and, in the upper octet, how new secrets are encrypted on
 * their way.
 *
 * <p>The lower octet is the entity, the upper one the ADIP encryption scheme: 0 for XOR, 6 for
 * AES-128 in counter mode. The constants here are entities with XOR; {@link #withAes128Ctr()}
 * chooses the other.
 *
 * @param value 0 to 0xffff
 * @see "TPM 1.2 Main, Part 2, 4.3 TPM_ENTITY_TYPE"
 */
public record EntityType(int value) implements WireNumber {

  private static final int AES128_CTR = 6;

  private static final NumberNames<EntityType> NAMES =
      new NumberNames<>("TPM_ET_", 4, EntityType::new);

  /** TPM_ET_KEYHANDLE: a loaded key, by its handle. */
  public static final EntityType KEYHANDLE = NAMES.name("KEYHANDLE", 0x0001);

  /** TPM_ET_OWNER: the owner. */
  public static final EntityType OWNER = NAMES.name("OWNER", 0x0002);

  /** TPM_ET_DATA: sealed data. */
  public static final EntityType DATA = NAMES.name("DATA", 0x0003);

  /** TPM_ET_SRK: the storage root key. */
  public static final EntityType SRK = NAMES.name("SRK", 0x0004);

  /** TPM_ET_KEY: a key blob. */
  public static final EntityType KEY = NAMES.name("KEY", 0x0005);

  /** TPM_ET_REVOKE: the secret that revokes the endorsement key. */
  public static final EntityType REVOKE = NAMES.name("REVOKE", 0x0006);

  /** TPM_ET_DEL_OWNER_BLOB: a delegation blob of the owner. */
  public static final EntityType DEL_OWNER_BLOB = NAMES.name("DEL_OWNER_BLOB", 0x0007);

  /** TPM_ET_DEL_ROW: a row of the delegation table. */
  public static final EntityType DEL_ROW = NAMES.name("DEL_ROW", 0x0008);

  /** TPM_ET_DEL_KEY_BLOB: a delegation blob of a key. */
  public static final EntityType DEL_KEY_BLOB = NAMES.name("DEL_KEY_BLOB", 0x0009);

  /** TPM_ET_COUNTER: a monotonic counter, by its number. */
  public static final EntityType COUNTER = NAMES.name("COUNTER", 0x000a);

  /** TPM_ET_NV: an NV area, by its index. */
  public static final EntityType NV = NAMES.name("NV", 0x000b);

  /** TPM_ET_OPERATOR: the operator. */
  public static final EntityType OPERATOR = NAMES.name("OPERATOR", 0x000c);

  /** TPM_ET_RESERVED_HANDLE: a reserved handle, as the upper octet of a handle says it. */
  public static final EntityType RESERVED_HANDLE = NAMES.name("RESERVED_HANDLE", 0x0040);

  /** TPM_ENTITY_TYPE: two octets. */
  public static final Codec<EntityType> CODEC = Codecs.number16("TPM_ENTITY_TYPE", EntityType::new);

  /** The constant with this name, with or without {@code TPM_ET_}, in either case. */
  public static Optional<EntityType> named(String name) {
    return NAMES.named(name);
  }

  /** The same entity, with new secrets encrypted by AES-128 in counter mode. */
  public EntityType withAes128Ctr() {
    return new EntityType(value & 0xff | AES128_CTR << 8);
  }

  /** Whether new secrets are encrypted by AES-128 in counter mode instead of XOR. */
  public boolean aes128Ctr() {
    return value >>> 8 == AES128_CTR;
  }

  /** The same entity with XOR: the lower octet alone. */
  public EntityType entity() {
    return new EntityType(value & 0xff);
  }

  /** The specification's name, or the number in hexadecimal. */
  @Override
  public String toString() {
    String entity = NAMES.of(value & 0xff);
    return value >>> 8 == 0
        ? entity
        : entity + "|" + (aes128Ctr() ? "AES128_CTR" : String.format("0x%02x", value >>> 8));
  }
}
