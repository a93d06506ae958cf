package org.tssj.attest.txt;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tssj.attest.crypto.Hashes;
import org.tssj.attest.octets.OctetReader;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;

/**
 * tb_policy_t: what tboot verifies, and into which PCRs it extends what it starts.
 *
 * @param type 0 goes on whatever fails, 1 goes on if the policy itself fails, 2 halts
 * @param hashAlgorithm of the entries' hashes: TPM_ALG_ID, or 0 for SHA-1 in old ones
 * @param control bit 0: a hash of the policy is extended too
 * @param entries in order: the first one that fits a module counts
 */
public record VerifiedLaunchPolicy(int type, int hashAlgorithm, long control, List<Entry> entries) {

  /** Into no PCR. */
  public static final int NO_PCR = 255;

  private static final int VERSION = 2;
  private static final int OLD_SHA1 = 0;
  private static final int ANY_MODULE = 129;
  private static final int NV = 130;
  private static final int NV_RAW = 131;
  private static final long NV_OF_GEO_TAG = 0x4000_0010L;
  private static final int PCR_OF_GEO_TAG = 22;

  public VerifiedLaunchPolicy {
    entries = List.copyOf(entries);
  }

  /**
   * tb_policy_entry_t.
   *
   * @param module number of the module, 129 for any, 130 for an NV index that is hashed, 131 for
   *     one that holds a digest
   * @param pcr into which it is extended, 255 for none
   * @param hashType 0 any hash will do, 1 the hashes here
   * @param nvIndex of entries for an NV index, unsigned 32 bits
   * @param hashes that will do
   */
  public record Entry(int module, int pcr, int hashType, long nvIndex, List<Bytes> hashes) {
    public Entry {
      hashes = List.copyOf(hashes);
    }

    /** Whether it is for an NV index and no module. */
    public boolean isNv() {
      return module == NV || module == NV_RAW;
    }

    /** Whether the NV index holds what is extended, and not what is hashed for it. */
    public boolean isRaw() {
      return module == NV_RAW;
    }
  }

  /**
   * Reads a policy: a file, or an NV index with padding behind the policy.
   *
   * @throws WireException if it is none
   */
  public static VerifiedLaunchPolicy read(Bytes content) {
    OctetReader in = OctetReader.littleEndian(content);
    int version = in.u8("version");
    if (version != VERSION) {
      throw WireException.refused("must be 2", 0, Integer.toString(version)).within("version");
    }
    int type = in.u8("policyType");
    int algorithm = in.u8("hashAlg");
    int size = size(algorithm);
    long control = in.u32("policyControl");
    in.skip("reserved", 4);
    int count = in.u8("numEntries");
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int module = in.u8("modNum");
      int pcr = in.u8("pcr");
      int hashType = in.u8("hashType");
      long nvIndex = in.u32("nvIndex");
      List<Bytes> hashes = new ArrayList<>();
      for (int n = in.u8("numHashes"); n > 0; n--) {
        hashes.add(in.bytes("hash", size));
      }
      entries.add(new Entry(module, pcr, hashType, nvIndex, hashes));
    }
    return new VerifiedLaunchPolicy(type, algorithm, control, entries);
  }

  private static int size(int algorithm) {
    return algorithm == OLD_SHA1
        ? Bank.SHA1.size()
        : Bank.of(algorithm)
            .map(Bank::size)
            .orElseThrow(
                () ->
                    WireException.refused("must be a known hash", 2, Integer.toString(algorithm))
                        .within("hashAlg"));
  }

  /** The policy without what may stand behind it: what is hashed. */
  public Bytes write() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(VERSION);
    out.write(type);
    out.write(hashAlgorithm);
    u32(out, control);
    u32(out, 0);
    out.write(entries.size());
    for (Entry entry : entries) {
      out.write(entry.module());
      out.write(entry.pcr());
      out.write(entry.hashType());
      u32(out, entry.nvIndex());
      out.write(entry.hashes().size());
      entry.hashes().forEach(hash -> out.writeBytes(hash.toArray()));
    }
    return Bytes.wrap(out.toByteArray());
  }

  private static void u32(ByteArrayOutputStream out, long value) {
    for (int shift = 0; shift < 32; shift += 8) {
      out.write((int) (value >> shift));
    }
  }

  /** Whether a hash of the policy is extended too. */
  public boolean isExtended() {
    return (control & 1) != 0;
  }

  /** The entry that says what becomes of a module; empty if nothing does. */
  public Optional<Entry> ofModule(int number) {
    return entries.stream()
        .filter(entry -> entry.module() == number || entry.module() == ANY_MODULE)
        .findFirst();
  }

  /**
   * What tboot extends first: its control, and the policy's hash.
   *
   * @param bank in which bank
   * @param inner the hash of the policy in it: the bank itself, or where tboot computes the digests
   *     of several banks, the one it works with
   */
  public Bytes digest(Bank bank, Bank inner) {
    byte[] first = new byte[4];
    for (int i = 0; i < first.length; i++) {
      first[i] = (byte) (control >> 8 * i);
    }
    Bytes hash = isExtended() ? Hashes.hash(inner, write()) : Bytes.zeros(inner.size());
    return Hashes.hash(bank, Bytes.of(first), hash);
  }

  /** Which version of tboot brings a default policy. */
  public enum Default {
    /** Up to 1.7.4: without the geographical tag. */
    TBOOT_1_7,
    /** Between 2014 and 1.8. */
    TBOOT_2014,
    /** 1.8, and on a TPM 1.2 1.10 too. */
    TBOOT_1_8,
    /** 1.9.12 and later, for a TPM 2.0. */
    TBOOT_1_9_12
  }

  /** The policy of a tboot that finds none. */
  public static VerifiedLaunchPolicy ofDefault(Default version, PcrMapping mapping) {
    List<Entry> entries = new ArrayList<>();
    entries.add(new Entry(0, NO_PCR, 0, 0, List.of()));
    entries.add(new Entry(ANY_MODULE, mapping.ofModules(), 0, 0, List.of()));
    if (version != Default.TBOOT_1_7) {
      entries.add(new Entry(NV_RAW, PCR_OF_GEO_TAG, 0, NV_OF_GEO_TAG, List.of()));
    }
    int algorithm =
        switch (version) {
          case TBOOT_1_7, TBOOT_2014 -> OLD_SHA1;
          case TBOOT_1_8 -> Bank.SHA1.algorithm();
          case TBOOT_1_9_12 -> Bank.SHA256.algorithm();
        };
    return new VerifiedLaunchPolicy(0, algorithm, 1, entries);
  }
}
