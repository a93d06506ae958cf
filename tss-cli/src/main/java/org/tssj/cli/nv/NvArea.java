package org.tssj.cli.nv;

import java.util.List;

/**
 * An NV area: a TPM 2.0's NV index, or what a TPM 1.2 calls an NV area.
 *
 * @param index its number, unsigned 32 bits
 * @param size octets it holds
 * @param type {@code ordinary}, {@code counter}, {@code bits}, {@code extend} or another name of
 *     the specification; of a TPM 1.2 always {@code ordinary}
 * @param permissions who may do what, as {@link NvMemory#permissions} names them
 * @param written whether anything has been written; a TPM 1.2 does not say
 */
public record NvArea(
    long index, long size, String type, List<String> permissions, boolean written) {

  public NvArea {
    permissions = List.copyOf(permissions);
  }

  /** Whether it has a permission of this name. */
  public boolean has(String permission) {
    return permissions.contains(permission);
  }

  /** The index as it is written. */
  public static String text(long index) {
    return String.format("0x%08x", index);
  }
}
