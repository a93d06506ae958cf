package org.tssj.cli.nv;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.tssj.core.AuthValue;
import org.tssj.core.Bytes;
import org.tssj.tpm.Tpm;

/** The NV storage of a TPM of either family. */
public interface NvMemory {

  /** That of this TPM. */
  static NvMemory of(Tpm tpm) {
    return tpm.tpm20().<NvMemory>map(NvMemory20::new).orElseGet(() -> new NvMemory12(tpm));
  }

  /** The names of permissions that an area of this family may have, in lower case. */
  Set<String> permissions();

  /** The types that an area of this family may have. */
  Set<String> types();

  /** All areas there are. */
  List<NvArea> areas() throws IOException;

  /**
   * One area.
   *
   * @throws org.tssj.core.TpmResponseException if there is none
   */
  NvArea area(long index) throws IOException;

  /**
   * Makes an area.
   *
   * @param area what it is to be
   * @param areaAuth its secret
   * @param owner the owner's secret
   */
  void define(NvArea area, AuthValue areaAuth, AuthValue owner) throws IOException;

  /**
   * Reads.
   *
   * @param offset from where, in octets
   * @param length how many octets
   */
  Bytes read(NvArea area, int offset, int length, NvUserName as, AuthValue secret)
      throws IOException;

  /**
   * Writes; sets bits or extends, where the area is of such a type.
   *
   * @param offset from where, in octets; 0 for what is no ordinary area
   */
  void write(NvArea area, int offset, Bytes data, NvUserName as, AuthValue secret)
      throws IOException;

  /** Counts one up. */
  void increment(NvArea area, NvUserName as, AuthValue secret) throws IOException;

  /**
   * Locks.
   *
   * @param reading reading until the next start; else writing, for ever or until the next start as
   *     the area was made
   */
  void lock(NvArea area, boolean reading, NvUserName as, AuthValue secret) throws IOException;

  /** Removes an area with all that is in it. */
  void release(long index, AuthValue owner) throws IOException;
}
