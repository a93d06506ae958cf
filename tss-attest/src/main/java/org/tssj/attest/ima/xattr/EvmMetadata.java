package org.tssj.attest.ima.xattr;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tssj.core.Bytes;

/**
 * What a portable signature of EVM covers: the values of a file's protected attributes, and its
 * owner and mode; neither the inode's number nor the file system, so that it holds everywhere.
 *
 * @param values the attributes' values in the kernel's order
 * @param uid the owner, unsigned 32 bits
 * @param gid the group, unsigned 32 bits
 * @param mode the file's type and rights, 16 bits: 0100644
 * @see "Linux, security/integrity/evm/evm_crypto.c"
 */
public record EvmMetadata(List<Bytes> values, long uid, long gid, int mode) {

  /** The attributes that EVM protects, in the order in which they are hashed. */
  public static final List<String> PROTECTED =
      List.of(
          "security.selinux",
          "security.SMACK64",
          "security.SMACK64EXEC",
          "security.SMACK64TRANSMUTE",
          "security.SMACK64MMAP",
          "security.apparmor",
          "security.ima",
          "security.capability");

  public EvmMetadata {
    values = List.copyOf(values);
  }

  /**
   * Of a file with these attributes; those that EVM does not protect are left out.
   *
   * @throws IllegalArgumentException if security.ima is not among them: a portable signature says
   *     nothing of the contents without it
   */
  public static EvmMetadata of(Map<String, Bytes> attributes, long uid, long gid, int mode) {
    if (!attributes.containsKey("security.ima")) {
      throw new IllegalArgumentException(
          "a portable signature wants security.ima, there is "
              + new TreeMap<>(attributes).keySet());
    }
    List<Bytes> values = new ArrayList<>();
    for (String name : PROTECTED) {
      Bytes value = attributes.get(name);
      if (value != null) {
        values.add(value);
      }
    }
    return new EvmMetadata(values, uid, gid, mode);
  }

  /**
   * What is signed: a digest over the values, and a structure with zeros for inode and generation.
   */
  public Bytes digest(KernelHash hash) {
    return digest(hash, ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * What is signed on a machine of this byte order: the structure is hashed as it lies in memory,
   * so that a portable signature is not portable to machines of the other one.
   */
  public Bytes digest(KernelHash hash, ByteOrder order) {
    // The structure is aligned to 64 bits.
    ByteBuffer misc = ByteBuffer.allocate(24).order(order);
    misc.putInt(12, (int) uid).putInt(16, (int) gid).putShort(20, (short) mode);
    return hash.hash(Bytes.join(values.toArray(Bytes[]::new)), Bytes.of(misc.array()));
  }
}
