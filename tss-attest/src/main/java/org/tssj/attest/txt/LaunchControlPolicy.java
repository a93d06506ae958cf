package org.tssj.attest.txt;

import java.util.ArrayList;
import java.util.List;
import org.tssj.attest.crypto.Hashes;
import org.tssj.attest.octets.OctetReader;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;

/**
 * LCP_POLICY and LCP_POLICY2: what SINIT lets launch, as it stands in an NV index.
 *
 * @param version 0x0200 to 0x0204 on a TPM 1.2, 0x0300 and later on a TPM 2.0
 * @param hash of the policy's own hash
 * @param type what may be launched
 * @param sinitMinVersion the oldest SINIT that may
 * @param revocationCounters of the lists, below which they are not taken
 * @param control bit 1: SINIT measures the capabilities of OsSinitData
 * @param masks from version 3 on: the hashes that may be used (bit 3 SHA-256, bit 5 SM3, bit 6
 *     SHA-384, bit 7 SHA-512), the signatures, and the hashes of the auxiliary index; else zeros
 * @param policyHash of the policy data; empty or zeros where anything may be launched
 * @see "Intel TXT Software Development Guide, Appendix D, LCP Data Structures"
 */
public record LaunchControlPolicy(
    int version,
    Bank hash,
    Type type,
    int sinitMinVersion,
    List<Integer> revocationCounters,
    long control,
    Masks masks,
    Bytes policyHash) {

  private static final int COUNTERS = 8;
  private static final int VERSION_3 = 0x0300;

  public LaunchControlPolicy {
    revocationCounters = List.copyOf(revocationCounters);
  }

  /** What may be launched. */
  public enum Type {
    /** What the lists of the policy data allow. */
    LIST,
    /** Anything. */
    ANY
  }

  /**
   * Which algorithms may be used.
   *
   * @param hashes 16 bits
   * @param signatures 32 bits
   * @param auxiliaryHashes 16 bits
   */
  public record Masks(int hashes, long signatures, int auxiliaryHashes) {
    /** Of a policy that says nothing of algorithms. */
    public static final Masks NONE = new Masks(0, 0, 0);
  }

  /**
   * Reads a policy. What stands behind it is padding of its NV index.
   *
   * @throws WireException if it is none, or of version 1
   */
  public static LaunchControlPolicy read(Bytes content) {
    OctetReader in = OctetReader.littleEndian(content);
    int version = in.u16("version");
    return switch (version >> 8) {
      case 2 -> version2(version, in);
      case 3 -> version3(version, in);
      default ->
          throw WireException.refused(
                  "must be 0x0200 to 0x03ff", 0, String.format("0x%04x", version))
              .within("version");
    };
  }

  private static LaunchControlPolicy version2(int version, OctetReader in) {
    // 0 is SHA-1; a TPM 1.2 has no other.
    int at = in.offset();
    int algorithm = in.u8("hashAlg");
    if (algorithm != 0) {
      throw WireException.refused("must be 0", at, Integer.toString(algorithm)).within("hashAlg");
    }
    Type type = type(in);
    int sinitMin = in.u8("sinitMinVersion");
    in.u8("reserved");
    List<Integer> counters = counters(in);
    long control = in.u32("policyControl");
    in.skip("reserved2", 8);
    return new LaunchControlPolicy(
        version,
        Bank.SHA1,
        type,
        sinitMin,
        counters,
        control,
        Masks.NONE,
        in.bytes("policyHash", Bank.SHA1.size()));
  }

  private static LaunchControlPolicy version3(int version, OctetReader in) {
    int at = in.offset();
    int algorithm = in.u16("hashAlg");
    Bank hash =
        Bank.of(algorithm)
            .orElseThrow(
                () ->
                    WireException.refused(
                            "must be a known hash", at, String.format("0x%04x", algorithm))
                        .within("hashAlg"));
    final Type type = type(in);
    final int sinitMin = in.u8("sinitMinVersion");
    final List<Integer> counters = counters(in);
    final long control = in.u32("policyControl");
    in.u8("maxSinitMinVersion");
    in.u8("maxBiosacMinVersion");
    Masks masks =
        new Masks(in.u16("lcpHashAlgMask"), in.u32("lcpSignAlgMask"), in.u16("auxHashAlgMask"));
    in.u16("reserved2");
    Bytes policyHash =
        in.remaining() == 0 && type == Type.ANY ? Bytes.EMPTY : in.bytes("policyHash", hash.size());
    return new LaunchControlPolicy(
        version, hash, type, sinitMin, counters, control, masks, policyHash);
  }

  private static Type type(OctetReader in) {
    int at = in.offset();
    int type = in.u8("policyType");
    return switch (type) {
      case 0 -> Type.LIST;
      case 1 -> Type.ANY;
      default ->
          throw WireException.refused("must be 0 (a list) or 1 (any)", at, Integer.toString(type))
              .within("policyType");
    };
  }

  private static List<Integer> counters(OctetReader in) {
    List<Integer> counters = new ArrayList<>();
    for (int i = 0; i < COUNTERS; i++) {
      counters.add(in.u16("dataRevocationCounters"));
    }
    return counters;
  }

  /** Whether it is of a TPM 2.0. */
  public boolean isOfTpm20() {
    return version >= VERSION_3;
  }

  /**
   * Whether these lists are the ones that the policy speaks of.
   *
   * @return true too where anything may be launched: no list matters then
   */
  public boolean isOf(LcpPolicyData data) {
    return type == Type.ANY || policyHash.equals(data.hash(hash));
  }

  /** Hashes, one behind the other, and hashed again. */
  static Bytes ofLists(Bank hash, List<Bytes> lists) {
    return Hashes.hash(hash, Bytes.join(lists.toArray(Bytes[]::new)));
  }
}
