package org.tssj.attest.txt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tssj.attest.octets.OctetReader;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;

/**
 * The heap of Intel TXT: what BIOS, tboot and SINIT tell each other, as a dump of the machine's
 * memory has it.
 *
 * @param biosData from the BIOS
 * @param osMleData tboot's own; holds its log
 * @param osSinitData from tboot to SINIT
 * @param sinitMleData from SINIT to tboot; empty if no launch was measured
 * @see "Intel TXT Software Development Guide, Appendix C, Intel TXT Heap Memory"
 */
public record TxtHeap(
    BiosData biosData,
    Bytes osMleData,
    OsSinitData osSinitData,
    Optional<SinitMleData> sinitMleData) {

  private static final int SIZE = 8;
  private static final int PAGE = 0x1000;

  /**
   * BiosData.
   *
   * @param version 2 to 6
   * @param sinitSize octets of a SINIT that the BIOS brings, or 0
   * @param policyData physical address of policy data, or 0
   * @param policyDataSize its octets
   * @param processors how many logical ones there are
   * @param flags from version 3 on
   * @param extended from version 4 on
   */
  public record BiosData(
      long version,
      long sinitSize,
      long policyData,
      long policyDataSize,
      long processors,
      long flags,
      List<Element> extended) {
    public BiosData {
      extended = List.copyOf(extended);
    }
  }

  /**
   * OsSinitData.
   *
   * @param version 4 to 7
   * @param flags bit 0: how PCRs are extended on a TPM 2.0
   * @param mlePageTable physical address
   * @param mleSize octets of the environment
   * @param mleHeader where its header is, from its base on
   * @param policyOwner physical address of the owner's policy data, or 0
   * @param policyOwnerSize its octets
   * @param capabilities that the environment asks for
   * @param extended from version 6 on
   */
  public record OsSinitData(
      long version,
      long flags,
      long mlePageTable,
      long mleSize,
      long mleHeader,
      long policyOwner,
      long policyOwnerSize,
      long capabilities,
      List<Element> extended) {
    public OsSinitData {
      extended = List.copyOf(extended);
    }
  }

  /**
   * SinitMleData. Its hashes are of a TPM 1.2 only, and zeros with a TPM 2.0.
   *
   * @param version 6 to 9
   * @param biosAcmId 20 octets that name the BIOS module
   * @param senterFlags EDX of GETSEC[SENTER]
   * @param msegValid of the register MSEG
   * @param sinitHash what PCR 17 held after SENTER
   * @param mleHash of the environment
   * @param stmHash of the SMI transfer monitor
   * @param policyHash of the launch control policy
   * @param policyControl of the launch control policy
   * @param scrtmStatus from version 8 on, else 0
   * @param extended from version 9 on
   */
  public record SinitMleData(
      long version,
      Bytes biosAcmId,
      long senterFlags,
      long msegValid,
      Bytes sinitHash,
      Bytes mleHash,
      Bytes stmHash,
      Bytes policyHash,
      long policyControl,
      long scrtmStatus,
      List<Element> extended) {
    public SinitMleData {
      extended = List.copyOf(extended);
    }
  }

  /**
   * HEAP_EXT_DATA_ELEMENT.
   *
   * @param type 1 BIOS version, 2 modules, 4 custom, 5 log of a TPM 1.2, 6 MADT, 7 logs of a TPM
   *     2.0 by bank, 8 log of a TPM 2.0, 9 MCFG
   * @param data behind its header
   */
  public record Element(long type, Bytes data) {}

  /**
   * Reads a dump, which begins with BiosData, or with the heap's place in the dump and its size and
   * has the heap there.
   *
   * @throws WireException if it is none
   */
  public static TxtHeap read(Bytes dump) {
    OctetReader in = OctetReader.littleEndian(dump);
    if (in.remaining() >= 2 * SIZE && in.u64("base") == PAGE && dump.length() > PAGE) {
      return heap(OctetReader.littleEndian(dump.slice(PAGE, dump.length())));
    }
    return heap(OctetReader.littleEndian(dump));
  }

  private static TxtHeap heap(OctetReader in) {
    BiosData bios = biosData(section("biosData", in));
    Bytes osMle = section("osMleData", in).rest();
    OsSinitData osSinit = osSinitData(section("osSinitData", in));
    Optional<SinitMleData> sinitMle =
        in.remaining() < SIZE || isEmpty(in)
            ? Optional.empty()
            : Optional.of(sinitMleData(section("sinitMleData", in)));
    return new TxtHeap(bios, osMle, osSinit, sinitMle);
  }

  private static boolean isEmpty(OctetReader in) {
    return in.at(in.offset()).u64("sinitMleDataSize") == 0;
  }

  private static OctetReader section(String name, OctetReader in) {
    int at = in.offset();
    long size = in.u64(name + "Size");
    // Each size counts its own octets.
    if (size < SIZE || size - SIZE > in.remaining()) {
      throw WireException.refused(
              "must be 8 to " + (in.remaining() + SIZE), at, Long.toUnsignedString(size))
          .within(name + "Size");
    }
    return in.region(name, size - SIZE);
  }

  private static BiosData biosData(OctetReader in) {
    long version = in.u32("version");
    return new BiosData(
        version,
        in.u32("biosSinitSize"),
        in.u64("lcpPdBase"),
        in.u64("lcpPdSize"),
        in.u32("numLogicalProcs"),
        version >= 3 ? in.u64("flags") : 0,
        version >= 4 ? elements(in) : List.of());
  }

  private static OsSinitData osSinitData(OctetReader in) {
    final long version = in.u32("version");
    final long flags = in.u32("flags");
    final long table = in.u64("mlePtab");
    final long size = in.u64("mleSize");
    final long header = in.u64("mleHdrBase");
    in.skip("protectedRegions", 32);
    final long owner = in.u64("lcpPoBase");
    final long ownerSize = in.u64("lcpPoSize");
    final long capabilities = in.u32("capabilities");
    if (version >= 5) {
      in.u64("efiRsdtPtr");
    }
    return new OsSinitData(
        version,
        flags,
        table,
        size,
        header,
        owner,
        ownerSize,
        capabilities,
        version >= 6 ? elements(in) : List.of());
  }

  private static SinitMleData sinitMleData(OctetReader in) {
    final long version = in.u32("version");
    final Bytes biosAcmId = in.bytes("biosAcmId", 20);
    final long flags = in.u32("edxSenterFlags");
    final long mseg = in.u64("msegValid");
    final Bytes sinitHash = in.bytes("sinitHash", 20);
    final Bytes mleHash = in.bytes("mleHash", 20);
    final Bytes stmHash = in.bytes("stmHash", 20);
    final Bytes policyHash = in.bytes("lcpPolicyHash", 20);
    final long control = in.u32("policyControl");
    in.skip("wakeupAndMemory", 24);
    return new SinitMleData(
        version,
        biosAcmId,
        flags,
        mseg,
        sinitHash,
        mleHash,
        stmHash,
        policyHash,
        control,
        version >= 8 ? in.u32("procScrtmStatus") : 0,
        version >= 9 ? elements(in) : List.of());
  }

  private static List<Element> elements(OctetReader in) {
    List<Element> elements = new ArrayList<>();
    while (in.remaining() > 0) {
      long type = in.u32("type");
      long size = in.u32("size");
      if (type == 0) {
        break;
      }
      elements.add(new Element(type, in.bytes("element", size - 8)));
    }
    return elements;
  }

  /**
   * What SINIT measures on a TPM 1.2 in the legacy mapping, as this heap has it.
   *
   * @param module hash of SINIT: SHA-256 if the version of SinitMleData is above 6, else SHA-1
   * @return empty if no launch was measured
   */
  public Optional<SinitMeasurements.Legacy> legacy(Bytes module) {
    return sinitMleData.map(
        data ->
            new SinitMeasurements.Legacy(
                module,
                data.senterFlags(),
                (int) data.version(),
                data.biosAcmId(),
                data.msegValid(),
                data.stmHash(),
                data.policyControl(),
                data.policyHash(),
                SinitMeasurements.Legacy.measuredCapabilities(
                    data.policyControl(), osSinitData.capabilities()),
                data.scrtmStatus()));
  }
}
