package org.tssj.tpm12.trousers;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.UUID;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;

/**
 * TSS_UUID: the name of a registered key, as files have it: a C structure, so in the order of the
 * machine that wrote it, little-endian on a PC. {@code tpm_mkuuid} writes nothing else.
 *
 * @see "TSS 1.2, 2.3.2 Basic types"
 */
public final class KeyUuid {

  /** Octets of one. */
  public static final int SIZE = 16;

  /** TSS_UUID_SRK: the storage root key. Where a key has no parent it is the zero UUID. */
  public static final UUID STORAGE_ROOT_KEY = new UUID(0, 1);

  private KeyUuid() {}

  /**
   * Reads a file of {@code tpm_mkuuid}, made on a little-endian machine.
   *
   * @throws WireException if it has not 16 octets
   */
  public static UUID read(Bytes file) {
    return read(file, ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * Reads a file of {@code tpm_mkuuid}.
   *
   * @param order of the machine that wrote it
   * @throws WireException if it has not 16 octets
   */
  public static UUID read(Bytes file, ByteOrder order) {
    if (file.length() != SIZE) {
      throw WireException.refused("must have 16 bytes", 0, Integer.toString(file.length()))
          .within("TSS_UUID");
    }
    ByteBuffer in = ByteBuffer.wrap(file.toArray()).order(order);
    long time =
        Integer.toUnsignedLong(in.getInt()) << 32
            | (long) Short.toUnsignedInt(in.getShort()) << 16
            | Short.toUnsignedInt(in.getShort());
    return new UUID(time, in.order(ByteOrder.BIG_ENDIAN).getLong());
  }

  /** The content of a file of {@code tpm_mkuuid} on a little-endian machine. */
  public static Bytes write(UUID uuid) {
    return write(uuid, ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * The content of a file of {@code tpm_mkuuid}.
   *
   * @param order of the machine that will read it
   */
  public static Bytes write(UUID uuid, ByteOrder order) {
    long time = uuid.getMostSignificantBits();
    ByteBuffer out = ByteBuffer.allocate(SIZE).order(order);
    out.putInt((int) (time >>> 32)).putShort((short) (time >>> 16)).putShort((short) time);
    out.order(ByteOrder.BIG_ENDIAN).putLong(uuid.getLeastSignificantBits());
    return Bytes.wrap(out.array());
  }
}
