package org.tssj.attest.txt;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tssj.attest.crypto.Hashes;
import org.tssj.attest.octets.OctetReader;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;

/**
 * An authenticated code module: SINIT, which starts a measured launch, or the BIOS module.
 *
 * @param type 2 for a chipset's module
 * @param subType 0 SINIT, 1 runs at reset
 * @param headerVersion 0x00000, 0x30000 (RSA of 3072 bits), 0x50004 (XMSS beside it)
 * @param chipsetId which chipset it is for
 * @param flags bit 14 not for production, bit 15 signed for debugging
 * @param vendor 0x8086
 * @param date as eight decimal digits, year first: {@code 20150828}
 * @param size octets of the module; a file may have more
 * @param txtSvn security version for TXT
 * @param seSvn security version for SGX
 * @param codeControl flags of the code
 * @param errorEntryPoint offset
 * @param gdtLimit of its descriptor table
 * @param gdtBase offset
 * @param segmentSelector of its code
 * @param entryPoint offset
 * @param modulus of the key that signed it, as it stands: least significant octet first
 * @param exponent of that key, unsigned 32 bits
 * @param signature as it stands
 * @param infoTable what it says of itself and of the chipsets it knows, if it does
 * @param measured the octets that are hashed: the header up to the key, and what stands behind the
 *     scratch area
 * @see "Intel TXT Software Development Guide, Appendix A, Intel TXT Execution Technology
 *     Authenticated Code Modules"
 */
public record AcModule(
    int type,
    int subType,
    long headerVersion,
    int chipsetId,
    int flags,
    long vendor,
    String date,
    int size,
    int txtSvn,
    int seSvn,
    long codeControl,
    long errorEntryPoint,
    long gdtLimit,
    long gdtBase,
    long segmentSelector,
    long entryPoint,
    Bytes modulus,
    long exponent,
    Bytes signature,
    Optional<InfoTable> infoTable,
    Bytes measured) {

  private static final int KEY_AT = 128;
  private static final int INTEL = 0x8086;
  private static final long RSA_3072 = 0x30000;
  private static final long DEFAULT_EXPONENT = 65537;
  private static final int PRE_PRODUCTION = 1 << 14;
  private static final int DEBUG = 1 << 15;

  /**
   * Chipset ACM information table.
   *
   * @param chipsetAcmType 0 BIOS, 1 SINIT, 8 and 9 their revocation
   * @param version of the table
   * @param osSinitDataVersion the newest OsSinitData it takes
   * @param minMleHeaderVersion the oldest header of a measured environment it takes
   * @param capabilities what it can: bit 4 no legacy mapping, bit 5 details and authorities, bit 9
   *     a log in TCG's form, bit 10 CBnT
   * @param acmVersion its own version
   * @param chipsets that it is for
   */
  public record InfoTable(
      int chipsetAcmType,
      int version,
      long osSinitDataVersion,
      long minMleHeaderVersion,
      long capabilities,
      int acmVersion,
      List<Chipset> chipsets) {

    /** Octets aa3ac07f a746 db18 2eac 698f8d417f5a, as they stand. */
    static final Bytes ID = Bytes.hex("aa3ac07fa746db182eac698f8d417f5a");

    public InfoTable {
      chipsets = List.copyOf(chipsets);
    }

    /**
     * A chipset.
     *
     * @param flags bit 0: the revision is a mask
     * @param vendorId PCI vendor
     * @param deviceId PCI device
     * @param revisionId PCI revision, or a mask of revisions
     */
    public record Chipset(long flags, int vendorId, int deviceId, int revisionId) {}
  }

  /**
   * Reads a module. What stands behind its size is padding.
   *
   * @throws WireException if it is none: another vendor, or sizes that do not add up
   */
  public static AcModule read(Bytes file) {
    OctetReader in = OctetReader.littleEndian(file);
    int type = in.u16("moduleType");
    int subType = in.u16("moduleSubType");
    long headerWords = in.u32("headerLen");
    long version = in.u32("headerVersion");
    int chipsetId = in.u16("chipsetID");
    int flags = in.u16("flags");
    long vendor = in.u32("moduleVendor");
    if (vendor != INTEL) {
      throw WireException.refused("must be 0x8086", 16, String.format("0x%x", vendor))
          .within("moduleVendor");
    }
    String date = String.format("%08x", in.u32("date"));
    long size = 4 * in.u32("size");
    if (size < KEY_AT || size > file.length()) {
      throw WireException.refused(
              "must be 128 to the " + file.length() + " bytes of the file", 24, Long.toString(size))
          .within("size");
    }
    final int txtSvn = in.u16("txtSvn");
    final int seSvn = in.u16("seSvn");
    final long codeControl = in.u32("codeControl");
    final long errorEntry = in.u32("errorEntryPoint");
    final long gdtLimit = in.u32("gdtLimit");
    final long gdtBase = in.u32("gdtBasePtr");
    final long selector = in.u32("segSel");
    final long entry = in.u32("entryPoint");
    in.skip("reserved", 64);
    long keySize = 4 * in.u32("keySize");
    long scratch = 4 * in.u32("scratchSize");
    Bytes modulus = in.bytes("rsaPubKey", keySize);
    // From version 3 on the exponent is always 65537 and does not stand there.
    long exponent = version < RSA_3072 ? in.u32("rsaPubExp") : DEFAULT_EXPONENT;
    Bytes signature = in.bytes("rsaSig", keySize);
    long user = 4 * headerWords + scratch;
    if (4 * headerWords < in.offset() || user > size) {
      throw WireException.refused(
              "must end between 0x" + Integer.toHexString(in.offset()) + " and the module's end",
              4,
              headerWords + " words and " + scratch + " bytes of scratch area")
          .within("headerLen");
    }
    Bytes module = file.slice(0, (int) size);
    Bytes area = module.slice((int) user, (int) size);
    return new AcModule(
        type,
        subType,
        version,
        chipsetId,
        flags,
        vendor,
        date,
        (int) size,
        txtSvn,
        seSvn,
        codeControl,
        errorEntry,
        gdtLimit,
        gdtBase,
        selector,
        entry,
        modulus,
        exponent,
        signature,
        infoTable(module, area),
        module.slice(0, KEY_AT).concat(area));
  }

  private static Optional<InfoTable> infoTable(Bytes module, Bytes area) {
    if (area.length() < InfoTable.ID.length()
        || !area.slice(0, InfoTable.ID.length()).equals(InfoTable.ID)) {
      return Optional.empty();
    }
    OctetReader in = OctetReader.littleEndian(area);
    in.skip("uuid", 16);
    int acmType = in.u8("chipsetAcmType");
    int version = in.u8("version");
    in.u16("length");
    long chipsets = in.u32("chipsetIdList");
    long osSinit = in.u32("osSinitDataVer");
    long minMle = in.u32("minMleHdrVer");
    long capabilities = in.u32("capabilities");
    return Optional.of(
        new InfoTable(
            acmType,
            version,
            osSinit,
            minMle,
            capabilities,
            in.u8("acmVersion"),
            chipsets(module, chipsets)));
  }

  private static List<InfoTable.Chipset> chipsets(Bytes module, long at) {
    List<InfoTable.Chipset> chipsets = new ArrayList<>();
    OctetReader in = OctetReader.littleEndian(module);
    in.skip("chipsetIdList", at);
    long count = in.u32("chipsetIdCount");
    for (long i = 0; i < count; i++) {
      chipsets.add(
          new InfoTable.Chipset(
              in.u32("flags"), in.u16("vendorId"), in.u16("deviceId"), in.u16("revisionId")));
      in.skip("reserved", 6);
    }
    return chipsets;
  }

  /** Whether it is SINIT. */
  public boolean isSinit() {
    return infoTable.map(table -> table.chipsetAcmType() == 1).orElse(subType == 0);
  }

  /** Whether it is not for production. */
  public boolean isPreProduction() {
    return (flags & PRE_PRODUCTION) != 0;
  }

  /** Whether it is signed for debugging. */
  public boolean isDebugSigned() {
    return (flags & DEBUG) != 0;
  }

  /** The module's hash: what the processor measures, without key, signature and scratch area. */
  public Bytes hash(Bank bank) {
    return Hashes.hash(bank, measured);
  }

  /**
   * Whether the signature is by the key in the header; whether the processor takes that key, only
   * the processor knows.
   *
   * @return empty for modules of version 3 and later, whose padding is another one
   */
  public Optional<Boolean> isSignatureValid() {
    if (headerVersion >= RSA_3072) {
      return Optional.empty();
    }
    BigInteger n = bigEndian(modulus);
    BigInteger s = bigEndian(signature);
    if (n.signum() == 0 || s.compareTo(n) >= 0) {
      return Optional.of(false);
    }
    // PKCS #1 v1.5 without the hash's name, and with the hash the other way round.
    int size = modulus.length();
    byte[] expected = new byte[size];
    Bytes hash = reversed(hash(Bank.SHA256));
    if (size < hash.length() + 11) {
      return Optional.of(false);
    }
    Arrays.fill(expected, (byte) 0xff);
    expected[0] = 0;
    expected[1] = 1;
    expected[size - hash.length() - 1] = 0;
    hash.copyTo(expected, size - hash.length());
    return Optional.of(
        s.modPow(BigInteger.valueOf(exponent), n).equals(new BigInteger(1, expected)));
  }

  private static BigInteger bigEndian(Bytes octets) {
    return new BigInteger(1, reversed(octets).toArray());
  }

  private static Bytes reversed(Bytes octets) {
    byte[] turned = new byte[octets.length()];
    for (int i = 0; i < turned.length; i++) {
      turned[i] = (byte) octets.get(octets.length() - 1 - i);
    }
    return Bytes.wrap(turned);
  }
}
