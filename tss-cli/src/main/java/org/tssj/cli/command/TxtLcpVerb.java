package org.tssj.cli.command;

import java.util.List;
import java.util.Map;
import org.tssj.attest.txt.LaunchControlPolicy;
import org.tssj.attest.txt.LcpPolicyData;
import org.tssj.attest.txt.VerifiedLaunchPolicy;
import org.tssj.cli.argument.InputFile;
import org.tssj.cli.environment.Environment;
import org.tssj.cli.output.Facts;
import org.tssj.cli.output.Report;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code tpm txt lcp}: what a policy of a launch says. */
@Command(
    name = "txt lcp",
    header = "Show a policy of a measured launch, and its hash",
    description = {
      "Which of them a file holds is told by its content: the launch control policy of SINIT, as it"
          + " stands in an NV index; its policy data with the lists of what may be launched; tboot's"
          + " own verified launch policy. Padding behind a policy is left out."
    })
final class TxtLcpVerb extends TxtVerb {

  private static final Bytes POLICY_DATA = Bytes.utf8("Intel(R) TXT LCP_POLICY_DATA");
  private static final int VERSION_OF_TBOOT = 2;
  private static final Map<Integer, String> ELEMENTS =
      Map.of(
          0x00, "MLE",
          0x01, "PCONF",
          0x02, "SBIOS",
          0x03, "CUSTOM",
          0x04, "STM",
          0x10, "MLE2",
          0x11, "PCONF2",
          0x12, "SBIOS2",
          0x13, "CUSTOM2",
          0x14, "STM2");

  @Parameters(paramLabel = "FILE", description = "The policy; - is standard input.")
  InputFile file;

  @Override
  public Report run(Environment machine) {
    Bytes octets = file.read(machine);
    if (octets.length() >= POLICY_DATA.length()
        && octets.slice(0, POLICY_DATA.length()).equals(POLICY_DATA)) {
      return data(LcpPolicyData.read(octets)).done();
    }
    // A launch control policy has its major version in the second octet, tboot's in the first.
    if (!octets.isEmpty() && octets.get(0) == VERSION_OF_TBOOT && !isMajor(octets)) {
      return tboot(VerifiedLaunchPolicy.read(octets)).done();
    }
    return policy(LaunchControlPolicy.read(octets)).done();
  }

  private static boolean isMajor(Bytes octets) {
    return octets.length() > 1 && (octets.get(1) == 2 || octets.get(1) == 3);
  }

  private static Facts policy(LaunchControlPolicy policy) {
    Facts facts =
        new Facts()
            .add("kind", "launch control policy")
            .hex("version", policy.version())
            .add("hashAlgorithm", policy.hash())
            .add("policyType", policy.type())
            .add("sinitMinVersion", policy.sinitMinVersion())
            .add("revocationCounters", policy.revocationCounters())
            .hex("policyControl", policy.control());
    if (policy.isOfTpm20()) {
      facts
          .hex("hashMask", policy.masks().hashes())
          .hex("signatureMask", policy.masks().signatures())
          .hex("auxiliaryHashMask", policy.masks().auxiliaryHashes());
    }
    return facts.add("policyHash", policy.policyHash());
  }

  private Facts data(LcpPolicyData data) {
    return new Facts()
        .add("kind", "policy data")
        .add("lists", data.lists().stream().map(this::list).toList())
        .add("rest", data.rest())
        .add("hash", hashes(data::hash));
  }

  private Facts list(LcpPolicyData.PolicyList list) {
    Facts facts =
        new Facts()
            .hex("version", list.version())
            .add("elements", list.elements().stream().map(TxtLcpVerb::element).toList());
    list.signature()
        .ifPresent(
            signed ->
                facts.add(
                    "signature",
                    new Facts()
                        .add("revocation", signed.revocation())
                        .add("key", signed.key())
                        .add("value", signed.value())));
    return facts.add("hash", hashes(list::hash));
  }

  private static Facts element(LcpPolicyData.Element element) {
    Facts facts =
        new Facts()
            .add(
                "type",
                element.type(),
                element.type() + " " + ELEMENTS.getOrDefault(element.type(), "unknown"))
            .hex("control", element.control());
    List<Bytes> environments = element.environments();
    return environments.isEmpty()
        ? facts.add("data", element.data())
        : facts.add("environments", environments);
  }

  private Facts tboot(VerifiedLaunchPolicy policy) {
    return new Facts()
        .add("kind", "verified launch policy")
        .add("policyType", policy.type())
        .add(
            "hashAlgorithm",
            policy.hashAlgorithm(),
            Bank.of(policy.hashAlgorithm()).map(Bank::name).orElse("sha1, as of old"))
        .hex("policyControl", policy.control())
        .add("extended", policy.isExtended())
        .add("entries", policy.entries().stream().map(TxtLcpVerb::entry).toList())
        .add("hash", hashes(bank -> bank.hash(policy.write())))
        .add("firstExtend", hashes(bank -> policy.digest(bank, bank)));
  }

  private static Facts entry(VerifiedLaunchPolicy.Entry entry) {
    String module =
        switch (entry.module()) {
          case 129 -> "any module";
          case 130 -> "NV index, hashed";
          case 131 -> "NV index, as it is";
          default -> "module " + entry.module();
        };
    return new Facts()
        .add("module", entry.module(), module)
        .add(
            "pcr",
            entry.pcr(),
            entry.pcr() == VerifiedLaunchPolicy.NO_PCR ? "none" : "" + entry.pcr())
        .add("hashType", entry.hashType(), entry.hashType() == 0 ? "any" : "one of the hashes")
        .hex("nvIndex", entry.nvIndex())
        .add("hashes", entry.hashes());
  }
}
