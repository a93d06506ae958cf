package org.tssj.attest.txt;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.tssj.attest.predict.Measurement;
import org.tssj.attest.predict.PcrPrediction;
import org.tssj.attest.predict.PcrStory;
import org.tssj.attest.predict.StartValue;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.PcrValues;

/**
 * A measured launch: what the processor, SINIT and tboot extend into PCRs 17 to 22, and what those
 * hold then.
 *
 * @param extend in the order of the extends
 */
public record DynamicLaunch(List<Extend> extend) {

  /** The PCRs that a launch is about, whether something is extended into them or not. */
  public static final List<Integer> PCRS = List.of(17, 18, 19);

  public DynamicLaunch {
    extend = List.copyOf(extend);
  }

  /**
   * One extend. A bank without a digest stays as it is.
   *
   * @param pcr the index
   * @param measurement what is extended
   */
  public record Extend(int pcr, Measurement measurement) {}

  /**
   * tboot's part of a launch.
   *
   * @param policy its own, or the default one of its version
   * @param policyHash the hash of the policy in what is extended first: SHA-1 on a TPM 1.2, and the
   *     one that tboot works with on a TPM 2.0, as a rule SHA-256
   * @param modules in the order of the boot loader, without SINIT and without policy data
   * @param nvData by index: what the NV indices hold that the policy names; those that are not
   *     there are not measured
   * @param banks which tboot extends; as a rule SHA-256 alone on a TPM 2.0
   */
  public record Tboot(
      VerifiedLaunchPolicy policy,
      Bank policyHash,
      List<Measurement> modules,
      Map<Long, Bytes> nvData,
      List<Bank> banks) {

    public Tboot {
      modules = List.copyOf(modules);
      nvData = Map.copyOf(nvData);
      banks = List.copyOf(banks);
    }
  }

  /**
   * The launch of an environment that measures nothing itself.
   *
   * @param mle hash of the environment in every bank
   */
  public static DynamicLaunch of(SinitMeasurements sinit, Map<Bank, Bytes> mle) {
    return new DynamicLaunch(sinit.extend(mle));
  }

  /**
   * The launch of tboot, and of what it starts.
   *
   * @param mle hash of tboot in every bank
   * @throws IllegalArgumentException if a hash of a bank is missing
   */
  public static DynamicLaunch of(SinitMeasurements sinit, Map<Bank, Bytes> mle, Tboot tboot) {
    List<Extend> all = new ArrayList<>(sinit.extend(mle));
    PcrMapping mapping = sinit.mapping();
    Map<Bank, Bytes> digests = new LinkedHashMap<>();
    tboot
        .banks()
        .forEach(bank -> digests.put(bank, tboot.policy().digest(bank, inner(bank, tboot))));
    Measurement policy = new Measurement("tboot's policy", digests);
    all.add(new Extend(17, policy));
    if (mapping == PcrMapping.DETAILS_AUTHORITIES) {
      all.add(new Extend(18, policy));
    }
    for (int i = 0; i < tboot.modules().size(); i++) {
      Measurement module = ofBanks(tboot.modules().get(i), tboot.banks());
      if (i == 0) {
        all.add(new Extend(mapping.ofFirstModule(), module));
      }
      tboot
          .policy()
          .ofModule(i)
          .filter(entry -> entry.pcr() != VerifiedLaunchPolicy.NO_PCR)
          .ifPresent(entry -> all.add(new Extend(entry.pcr(), module)));
    }
    tboot.policy().entries().stream()
        .filter(VerifiedLaunchPolicy.Entry::isNv)
        .forEach(entry -> nv(entry, tboot, all));
    return new DynamicLaunch(all);
  }

  // Where tboot lets the TPM hash, each bank has a hash of its own; where it hashes itself for
  // several banks, the policy's hash is of the bank it works with. With one bank they are the same.
  private static Bank inner(Bank bank, Tboot tboot) {
    return tboot.banks().size() == 1 ? bank : tboot.policyHash();
  }

  private static void nv(VerifiedLaunchPolicy.Entry entry, Tboot tboot, List<Extend> all) {
    Bytes data = tboot.nvData().get(entry.nvIndex());
    if (data == null || entry.pcr() == VerifiedLaunchPolicy.NO_PCR) {
      return;
    }
    Bank bank = Bank.of(tboot.policy().hashAlgorithm()).orElse(Bank.SHA1);
    Bytes digest = entry.isRaw() ? data : bank.hash(data);
    String name = String.format("NV index 0x%08x", entry.nvIndex());
    all.add(new Extend(entry.pcr(), Measurement.ofDigest(name, bank, digest)));
  }

  private static Measurement ofBanks(Measurement measurement, List<Bank> banks) {
    Map<Bank, Bytes> digests = new LinkedHashMap<>();
    for (Bank bank : banks) {
      Bytes digest = measurement.digests().get(bank);
      if (digest == null) {
        throw new IllegalArgumentException(
            measurement.what() + " has no digest of the " + bank + " bank");
      }
      digests.put(bank, digest);
    }
    return new Measurement(measurement.what(), digests);
  }

  /** What PCRs 17, 18, 19 hold then, and others that something is extended into. */
  public PcrValues values(Collection<Bank> banks) {
    TreeSet<Integer> pcrs = new TreeSet<>(PCRS);
    extend.forEach(each -> pcrs.add(each.pcr()));
    PcrValues values = PcrValues.NONE;
    for (Bank bank : banks) {
      for (int pcr : pcrs) {
        values = values.with(bank, pcr, story(pcr, bank).value());
      }
    }
    return values;
  }

  /** How a PCR gets its value in one bank. */
  public PcrStory story(int pcr, Bank bank) {
    List<Measurement> measurements =
        extend.stream()
            .filter(each -> each.pcr() == pcr && each.measurement().digests().containsKey(bank))
            .map(Extend::measurement)
            .toList();
    return new PcrPrediction(pcr, StartValue.afterDynamicLaunch(), measurements).story(bank);
  }
}
