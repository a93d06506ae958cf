package org.tssj.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tssj.attest.eventlog.LogFile;
import org.tssj.attest.json.JsonValue;
import org.tssj.attest.predict.Measurement;
import org.tssj.attest.txt.AcModule;
import org.tssj.attest.txt.CommandLineRule;
import org.tssj.attest.txt.DynamicLaunch;
import org.tssj.attest.txt.MleImage;
import org.tssj.attest.txt.PcrMapping;
import org.tssj.attest.txt.SinitMeasurements;
import org.tssj.attest.txt.TbootModule;
import org.tssj.attest.txt.VerifiedLaunchPolicy;
import org.tssj.cli.argument.FileTrouble;
import org.tssj.cli.argument.InputFile;
import org.tssj.cli.environment.Environment;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;

/**
 * The specification of a launch, in JSON. Files in it are named from its own folder on. What its
 * members are says {@code docs/reference/predict-tboot.md}.
 */
final class TbootSpec {

  private static final long U32 = 0xffff_ffffL;
  private static final int HASH_WITH_SHA1 = 6;

  private final Environment machine;
  private final JsonValue.Members spec;
  private final Optional<Path> folder;
  private final PcrMapping mapping;
  private final List<Bank> banks;

  TbootSpec(Environment machine, JsonValue.Members spec, Optional<Path> folder) {
    this.machine = machine;
    this.spec = spec;
    this.folder = folder;
    spec.only("mapping", "banks", "sinit", "senterFlags", "platform", "mle", "tboot");
    this.mapping = mapping(spec.get("mapping"));
    this.banks =
        spec.find("banks")
            .map(TbootSpec::banks)
            .orElse(List.of(mapping == PcrMapping.LEGACY ? Bank.SHA1 : Bank.SHA256));
    if (mapping == PcrMapping.LEGACY && !banks.equals(List.of(Bank.SHA1))) {
      throw spec.get("banks").refused("must be [\"sha1\"]: the legacy mapping is of TPM 1.2");
    }
  }

  private static PcrMapping mapping(JsonValue value) {
    return switch (value.string()) {
      case "legacy" -> PcrMapping.LEGACY;
      case "details-authorities" -> PcrMapping.DETAILS_AUTHORITIES;
      default -> throw value.refused("must be \"legacy\" or \"details-authorities\"");
    };
  }

  private static List<Bank> banks(JsonValue array) {
    List<Bank> banks = new ArrayList<>();
    for (JsonValue each : array.elements()) {
      banks.add(bank(each));
    }
    if (banks.isEmpty()) {
      throw array.refused("must name a bank");
    }
    return banks;
  }

  private static Bank bank(JsonValue name) {
    try {
      return Bank.named(name.string());
    } catch (IllegalArgumentException e) {
      throw name.refused("must be a PCR bank");
    }
  }

  List<Bank> banks() {
    return banks;
  }

  DynamicLaunch launch() throws IOException {
    SinitMeasurements sinit = sinit();
    Map<Bank, Bytes> mle = spec.find("mle").isPresent() ? mle(spec.get("mle").object()) : Map.of();
    Optional<JsonValue> tboot = spec.find("tboot");
    return tboot.isPresent()
        ? DynamicLaunch.of(sinit, mle, tboot(tboot.get().object()))
        : DynamicLaunch.of(sinit, mle);
  }

  private SinitMeasurements sinit() {
    JsonValue.Members platform = spec.get("platform").object();
    if (platform.find("log").isPresent()) {
      platform.only("log");
      List<LogFile.Part> logs = LogFile.read(file(platform.get("log"))).parts();
      return SinitMeasurements.ofLog(
          logs.get(logs.size() - 1).log(),
          mapping,
          spec.find("sinit").map(module -> module(module.object(), Bank.SHA256)));
    }
    return mapping == PcrMapping.LEGACY ? legacy(platform) : details(platform);
  }

  private SinitMeasurements legacy(JsonValue.Members platform) {
    platform.only(
        "heapVersion",
        "biosAcmId",
        "msegValid",
        "stmHash",
        "policyControl",
        "policyHash",
        "capabilities",
        "capabilitiesMeasured",
        "scrtmStatus");
    int version =
        (int) platform.find("heapVersion").map(value -> value.number(9)).orElse(8L).longValue();
    long control = number(platform, "policyControl");
    long capabilities = number(platform, "capabilities");
    boolean measured =
        platform
            .find("capabilitiesMeasured")
            .map(JsonValue::truth)
            .orElse(
                SinitMeasurements.Legacy.measuredCapabilities(control, capabilities)
                    == capabilities);
    return new SinitMeasurements.Legacy(
        module(spec.get("sinit").object(), version > HASH_WITH_SHA1 ? Bank.SHA256 : Bank.SHA1),
        number(spec, "senterFlags"),
        version,
        platform.get("biosAcmId").hex(Bank.SHA1.size()),
        platform.find("msegValid").map(value -> value.number(Long.MAX_VALUE)).orElse(0L),
        hash(platform, "stmHash"),
        control,
        hash(platform, "policyHash"),
        measured ? capabilities : 0,
        number(platform, "scrtmStatus"));
  }

  private static Bytes hash(JsonValue.Members object, String name) {
    return object
        .find(name)
        .map(value -> value.hex(Bank.SHA1.size()))
        .orElse(Bytes.zeros(Bank.SHA1.size()));
  }

  private static long number(JsonValue.Members object, String name) {
    return object.find(name).map(value -> value.number(U32)).orElse(0L);
  }

  private SinitMeasurements details(JsonValue.Members platform) {
    platform.only(
        "biosAcRegistration",
        "scrtmStatus",
        "policyControl",
        "policyDetails",
        "policyAuthorities",
        "stm",
        "capabilities",
        "publicKey",
        "nvInfo");
    return new SinitMeasurements.Details(
        module(spec.get("sinit").object(), Bank.SHA256),
        number(spec, "senterFlags"),
        platform.get("biosAcRegistration").hex(),
        number(platform, "scrtmStatus"),
        number(platform, "policyControl"),
        orZero(platform, "policyDetails"),
        orZero(platform, "policyAuthorities"),
        orZero(platform, "stm"),
        number(platform, "capabilities"),
        digests(platform.get("publicKey").object(), banks),
        platform.get("nvInfo").hex(),
        banks);
  }

  /** What is not there is measured as one octet of zero. */
  private static Bytes orZero(JsonValue.Members object, String name) {
    return object.find(name).map(JsonValue::hex).orElse(Bytes.zeros(1));
  }

  private Bytes module(JsonValue.Members module, Bank hash) {
    if (module.find("file").isPresent()) {
      module.only("file");
      return AcModule.read(file(module.get("file"))).hash(hash);
    }
    return module.get(hash.name()).hex(hash.size());
  }

  private Map<Bank, Bytes> mle(JsonValue.Members mle) {
    if (mle.find("file").isEmpty()) {
      return digests(mle, banks);
    }
    mle.only("file", "commandLine");
    MleImage image = MleImage.read(file(mle.get("file")));
    String words = mle.find("commandLine").map(JsonValue::string).orElse("");
    Map<Bank, Bytes> digests = new LinkedHashMap<>();
    banks.forEach(bank -> digests.put(bank, image.hash(bank, words)));
    return digests;
  }

  private static Map<Bank, Bytes> digests(JsonValue.Members object, List<Bank> banks) {
    Map<Bank, Bytes> digests = new LinkedHashMap<>();
    for (Bank bank : banks) {
      digests.put(bank, object.get(bank.name()).hex(bank.size()));
    }
    return digests;
  }

  private DynamicLaunch.Tboot tboot(JsonValue.Members tboot) throws IOException {
    tboot.only("version", "commandLineRule", "policy", "policyHash", "banks", "modules", "nv");
    // tboot's own default on a TPM 2.0 is to extend SHA-256 alone.
    List<Bank> extended =
        tboot
            .find("banks")
            .map(TbootSpec::banks)
            .orElse(
                mapping == PcrMapping.LEGACY || !banks.contains(Bank.SHA256)
                    ? banks
                    : List.of(Bank.SHA256));
    List<Measurement> modules = new ArrayList<>();
    if (tboot.find("modules").isPresent()) {
      for (JsonValue module : tboot.get("modules").elements()) {
        modules.add(module(module.object(), tboot, extended));
      }
    }
    Map<Long, Bytes> nv = new LinkedHashMap<>();
    if (tboot.find("nv").isPresent()) {
      tboot
          .get("nv")
          .object()
          .members()
          .forEach(
              (index, data) ->
                  nv.put(new JsonValue.Text(data.path(), index).number(U32), data.hex()));
    }
    return new DynamicLaunch.Tboot(
        policy(tboot),
        tboot
            .find("policyHash")
            .map(TbootSpec::bank)
            .orElse(extended.contains(Bank.SHA256) ? Bank.SHA256 : extended.get(0)),
        modules,
        nv,
        extended);
  }

  private Measurement module(JsonValue.Members module, JsonValue.Members tboot, List<Bank> extended)
      throws IOException {
    if (module.find("file").isEmpty()) {
      String name = module.find("name").map(JsonValue::string).orElse("module");
      return new Measurement(name, digests(module, extended));
    }
    module.only("file", "commandLine");
    Path path = path(module.get("file"));
    new InputFile(path.toString()).readablePath();
    try {
      return TbootModule.ofFile(
              path,
              module.find("commandLine").map(JsonValue::string).orElse(""),
              rule(tboot),
              extended)
          .measurement();
    } catch (IOException e) {
      throw FileTrouble.explained(path.toString(), e);
    }
  }

  private static CommandLineRule rule(JsonValue.Members tboot) {
    Optional<JsonValue> rule = tboot.find("commandLineRule");
    if (rule.isPresent()) {
      return switch (rule.get().string()) {
        case "whole" -> CommandLineRule.WHOLE;
        case "strip-first-word" -> CommandLineRule.STRIP_FIRST_WORD;
        default -> throw rule.get().refused("must be \"whole\" or \"strip-first-word\"");
      };
    }
    JsonValue version = tboot.get("version");
    try {
      return CommandLineRule.ofTboot(version.string());
    } catch (IllegalArgumentException e) {
      throw version.refused("must be a version whose rule is known, or have a commandLineRule");
    }
  }

  private VerifiedLaunchPolicy policy(JsonValue.Members tboot) {
    JsonValue policy = tboot.get("policy");
    if (policy instanceof JsonValue.Text name) {
      return VerifiedLaunchPolicy.ofDefault(
          switch (name.text()) {
            case "default-1.7" -> VerifiedLaunchPolicy.Default.TBOOT_1_7;
            case "default-2014" -> VerifiedLaunchPolicy.Default.TBOOT_2014;
            case "default-1.8" -> VerifiedLaunchPolicy.Default.TBOOT_1_8;
            case "default-1.9.12" -> VerifiedLaunchPolicy.Default.TBOOT_1_9_12;
            default ->
                throw policy.refused(
                    "must be default-1.7, default-2014, default-1.8, default-1.9.12, or an object");
          },
          mapping);
    }
    policy.object().only("file", "hex");
    return VerifiedLaunchPolicy.read(
        policy
            .object()
            .find("hex")
            .map(JsonValue::hex)
            .orElseGet(() -> file(policy.object().get("file"))));
  }

  private Bytes file(JsonValue name) {
    return new InputFile(path(name).toString()).read(machine);
  }

  private Path path(JsonValue name) {
    try {
      Path path = Path.of(name.string());
      return folder.map(each -> each.resolve(path)).orElse(path);
    } catch (java.nio.file.InvalidPathException e) {
      throw name.refused("must be the name of a file");
    }
  }
}
