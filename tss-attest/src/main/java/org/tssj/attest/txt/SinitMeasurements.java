package org.tssj.attest.txt;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tssj.attest.crypto.Hashes;
import org.tssj.attest.eventlog.Event;
import org.tssj.attest.eventlog.EventLog;
import org.tssj.attest.eventlog.EventType;
import org.tssj.attest.predict.Measurement;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;

/** What the processor and SINIT extend, in the order of their extends. */
public sealed interface SinitMeasurements {

  /** Which mapping it is. */
  PcrMapping mapping();

  /** In which banks SINIT measures. */
  Collection<Bank> banks();

  /**
   * The extends, when this environment is launched.
   *
   * @param mle its hash in every bank
   */
  List<DynamicLaunch.Extend> extend(Map<Bank, Bytes> mle);

  /**
   * The legacy mapping of a TPM 1.2: two digests in PCR 17, tboot's in 18. What is in here beside
   * the module's hash stands in the heap of the machine.
   *
   * @param module hash of SINIT: SHA-256 if the heap's version is above 6, else SHA-1
   * @param senterFlags EDX of GETSEC[SENTER], as a rule 0
   * @param heapVersion of SinitMleData: 6 to 9
   * @param biosAcmId 20 octets that name the BIOS module
   * @param msegValid of the register MSEG, 64 bits
   * @param stmHash 20 octets; zeros without an SMI transfer monitor
   * @param policyControl of the launch control policy, as the heap has it
   * @param policyHash 20 octets; zeros without a list of what may be launched
   * @param capabilities as they are measured: {@link #measuredCapabilities}
   * @param scrtmStatus whether the processor ran the static root of trust; from version 8 on
   */
  record Legacy(
      Bytes module,
      long senterFlags,
      int heapVersion,
      Bytes biosAcmId,
      long msegValid,
      Bytes stmHash,
      long policyControl,
      Bytes policyHash,
      long capabilities,
      long scrtmStatus)
      implements SinitMeasurements {

    private static final int CAPABILITIES_TOO = 2;

    public Legacy {
      int size = heapVersion > 6 ? Bank.SHA256.size() : Bank.SHA1.size();
      LittleEndian.size(
          "the module's hash for version " + heapVersion + " of the heap", size, module);
      LittleEndian.size("BiosAcmId", Bank.SHA1.size(), biosAcmId);
      LittleEndian.size("StmHash", Bank.SHA1.size(), stmHash);
      LittleEndian.size("LcpPolicyHash", Bank.SHA1.size(), policyHash);
    }

    @Override
    public PcrMapping mapping() {
      return PcrMapping.LEGACY;
    }

    @Override
    public List<Bank> banks() {
      return List.of(Bank.SHA1);
    }

    /**
     * What is measured of OsSinitData's capabilities: themselves if bit 1 of the launch control
     * policy's control says so, else 0. pcr-calc looks at that bit in tboot's policy instead.
     */
    public static long measuredCapabilities(long policyControl, long capabilities) {
      return (policyControl & CAPABILITIES_TOO) != 0 ? capabilities : 0;
    }

    /** SENTER's digest, which the processor makes. */
    public Bytes senter() {
      return Bank.SHA1.hash(module, LittleEndian.u32(senterFlags));
    }

    /** SINIT's digest, over what the heap has. */
    public Bytes sinit() {
      return Bank.SHA1.hash(
          biosAcmId,
          LittleEndian.u64(msegValid),
          stmHash,
          LittleEndian.u32(policyControl),
          policyHash,
          LittleEndian.u32(capabilities),
          heapVersion >= 8 ? LittleEndian.u32(scrtmStatus) : Bytes.EMPTY);
    }

    @Override
    public List<DynamicLaunch.Extend> extend(Map<Bank, Bytes> mle) {
      Bytes launched = mle.get(Bank.SHA1);
      if (launched == null) {
        throw new IllegalArgumentException("a TPM 1.2 wants the SHA-1 hash of the environment");
      }
      return List.of(
          new DynamicLaunch.Extend(17, Measurement.ofDigest("SENTER", Bank.SHA1, senter())),
          new DynamicLaunch.Extend(17, Measurement.ofDigest("SINIT", Bank.SHA1, sinit())),
          new DynamicLaunch.Extend(18, Measurement.ofDigest("MLE", Bank.SHA1, launched)));
    }
  }

  /**
   * The mapping into details and authorities. What is in here beside the module's hash is hashed as
   * it stands; a log of the machine has it.
   *
   * @param module SHA-256 of SINIT
   * @param senterFlags EDX of GETSEC[SENTER], as a rule 0
   * @param biosAcRegistration 32 octets of the BIOS module's registration
   * @param scrtmStatus whether the processor ran the static root of trust
   * @param policyControl of the launch control policy
   * @param policyDetails what of the policy applied: one octet of zero where anything may be
   *     launched
   * @param policyAuthorities whose policy it was: likewise
   * @param stm of the SMI transfer monitor: one octet of zero without one
   * @param capabilities of OsSinitData, as SINIT sees them
   * @param publicKey hash of the key that signed SINIT, in every bank
   * @param nvInfo of the NV indices of the policy
   * @param banks in which SINIT measures
   */
  record Details(
      Bytes module,
      long senterFlags,
      Bytes biosAcRegistration,
      long scrtmStatus,
      long policyControl,
      Bytes policyDetails,
      Bytes policyAuthorities,
      Bytes stm,
      long capabilities,
      Map<Bank, Bytes> publicKey,
      Bytes nvInfo,
      List<Bank> banks)
      implements SinitMeasurements {

    public Details {
      LittleEndian.size("the module's hash", Bank.SHA256.size(), module);
      publicKey = Map.copyOf(publicKey);
      banks = List.copyOf(banks);
    }

    @Override
    public PcrMapping mapping() {
      return PcrMapping.DETAILS_AUTHORITIES;
    }

    @Override
    public List<DynamicLaunch.Extend> extend(Map<Bank, Bytes> mle) {
      Measurement scrtm = data(EventType.TXT_CPU_SCRTM_STAT, LittleEndian.u32(scrtmStatus));
      Measurement control = data(EventType.TXT_LCP_CONTROL_HASH, LittleEndian.u32(policyControl));
      Measurement able = data(EventType.TXT_OSSINITDATA_CAP_HASH, LittleEndian.u32(capabilities));
      Measurement nv = data(EventType.TXT_NV_INFO_HASH, nvInfo);
      return List.of(
          new DynamicLaunch.Extend(
              17, data(EventType.TXT_HASH_START, module.concat(LittleEndian.u32(senterFlags)))),
          new DynamicLaunch.Extend(17, data(EventType.TXT_BIOSAC_REG_DATA, biosAcRegistration)),
          new DynamicLaunch.Extend(17, scrtm),
          new DynamicLaunch.Extend(17, control),
          new DynamicLaunch.Extend(17, data(EventType.TXT_LCP_DETAILS_HASH, policyDetails)),
          new DynamicLaunch.Extend(17, data(EventType.TXT_STM_HASH, stm)),
          new DynamicLaunch.Extend(17, able),
          new DynamicLaunch.Extend(17, digests(EventType.TXT_MLE_HASH, mle)),
          new DynamicLaunch.Extend(17, nv),
          new DynamicLaunch.Extend(18, digests(EventType.TXT_SINIT_PUBKEY_HASH, publicKey)),
          new DynamicLaunch.Extend(18, scrtm),
          new DynamicLaunch.Extend(18, able),
          new DynamicLaunch.Extend(18, control),
          new DynamicLaunch.Extend(18, data(EventType.TXT_LCP_AUTHORITIES_HASH, policyAuthorities)),
          new DynamicLaunch.Extend(18, nv));
    }

    private Measurement data(EventType type, Bytes octets) {
      return Measurement.ofData(type.toString(), octets, banks);
    }

    private Measurement digests(EventType type, Map<Bank, Bytes> digests) {
      Map<Bank, Bytes> ours = new LinkedHashMap<>();
      for (Bank bank : banks) {
        Bytes digest = digests.get(bank);
        if (digest == null) {
          throw new IllegalArgumentException("there is no " + type + " of the " + bank + " bank");
        }
        ours.put(bank, digest);
      }
      return new Measurement(type.toString(), ours);
    }
  }

  /**
   * What SINIT measured before, by a log of the machine, with another module or environment in it.
   * Events of tboot are left out: it measures anew.
   *
   * @param mapping as the machine has it
   * @param events of SINIT in their order
   * @param module SHA-256 of another SINIT module; empty if it stays the same
   */
  record Recorded(PcrMapping mapping, List<Event> events, Optional<Bytes> module)
      implements SinitMeasurements {

    public Recorded {
      events = List.copyOf(events);
    }

    @Override
    public List<Bank> banks() {
      return Bank.all().stream()
          .filter(bank -> events.stream().anyMatch(event -> event.digest(bank).isPresent()))
          .toList();
    }

    @Override
    public List<DynamicLaunch.Extend> extend(Map<Bank, Bytes> mle) {
      List<DynamicLaunch.Extend> extend = new ArrayList<>();
      for (Event event : events) {
        Map<Bank, Bytes> digests = new LinkedHashMap<>();
        for (Bank bank : Bank.all()) {
          event.digest(bank).ifPresent(digest -> digests.put(bank, digest));
        }
        if (event.type().equals(EventType.TXT_MLE_HASH)) {
          digests.replaceAll((bank, digest) -> mle.getOrDefault(bank, digest));
        } else if (event.type().equals(EventType.TXT_HASH_START) && module.isPresent()) {
          Bytes data = module.get().concat(event.data().slice(32, event.data().length()));
          digests.replaceAll((bank, digest) -> Hashes.hash(bank, data));
        }
        extend.add(
            new DynamicLaunch.Extend(
                (int) event.pcrIndex(), new Measurement(event.type().toString(), digests)));
      }
      return extend;
    }
  }

  /**
   * The measurements of SINIT in a log of the machine.
   *
   * @param module SHA-256 of another SINIT module; empty if it stays the same
   * @throws IllegalArgumentException if the log has none of a dynamic launch, or the module is to
   *     be replaced and the log does not say of what its hash is made
   */
  static SinitMeasurements ofLog(EventLog log, PcrMapping mapping, Optional<Bytes> module) {
    List<Event> events = new ArrayList<>();
    for (Event event : log.events()) {
      boolean ofSinit =
          event.type().ofDynamicLaunch() && !event.type().equals(EventType.TBOOT_MEASUREMENT);
      if (ofSinit && event.isExtended() && 17 <= event.pcrIndex() && event.pcrIndex() <= 22) {
        if (module.isPresent()
            && event.type().equals(EventType.TXT_HASH_START)
            && event.data().length() != 36) {
          throw new IllegalArgumentException(
              event.title() + " has no data: another module cannot be put into it");
        }
        events.add(event);
      }
    }
    if (events.isEmpty()) {
      throw new IllegalArgumentException("the log has no event of a dynamic launch");
    }
    return new Recorded(mapping, events, module);
  }
}
